"""Which links to files (tệp đính kèm) are an article's: those from its title to the first box of
other things below its text.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from crawler.extraction.attachments import FRAMES, is_file_link
from crawler.extraction.box_headings import FILE_HEADING, LINE_HEADING
from crawler.extraction.named import BELOW
from crawler.extraction.parts import Parts
from crawler.extraction.rules import key
from crawler.vietnamese.letters import fold


def file_links(parts: Parts) -> list[HtmlElement]:
    """Return the links of a page to the article's files, in order."""
    limit = parts.end + BELOW
    labelled = parts.end + 4 * BELOW  # how far below files with a label of their own may stand
    for stop in sorted(parts.furniture.stops):
        text = key(parts.blocks[stop].text)
        if stop < parts.end or FILE_HEADING.find(text):
            continue
        limit = min(limit, stop)
        if not LINE_HEADING.find(text):
            labelled = min(labelled, stop)
    from_title = parts.blocks[parts.title.at or 0 : labelled]
    rows = {block.box: block.index for block in from_title if block.row}
    links = []
    for link in parts.index.tagged("a", *FRAMES):
        # A frame has no lines of its own: it stands where its box does.
        seen = link if link.tag == "a" else link.getparent()
        start, _ = parts.layout.spans.get(seen, (-1, -1))
        if start < 0 and rows:  # a row of figures is one line: what is in it has none of its own
            start = rows.get(next(link.iterancestors("tr"), None), -1)
        if not (parts.title.at or 0) <= start < max(limit, labelled) or not is_file_link(link):
            continue
        if start < limit or _is_labelled(parts, start):
            links.append(link)
    return links


def _is_labelled(parts: Parts, at: int) -> bool:
    """A link to a file with "File đính kèm" before it, on its line or in its box."""
    block = parts.blocks[at]
    lines = [b for b in parts.blocks[max(0, at - 3) : at + 1] if b.text]
    return any(
        FILE_HEADING.find(fold(b.text[:40])) and (b is block or b.link_share < 0.9) for b in lines
    )
