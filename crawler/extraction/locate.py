"""Where the article is on a page of no known family: its title and its run of paragraphs.

In: the layout and its furniture. Out: block numbers. Nothing here looks at class names alone: an
unknown portal may hash them, or have none and lay itself out in tables.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.head import is_meta_line
from crawler.extraction.layout import Block, Layout
from crawler.extraction.prune import Furniture, is_prose
from crawler.extraction.words import is_box_heading, is_imprint
from crawler.text import clean, fold

_TITLE_NAMES = re.compile(r"title|tieu-?de|headline|heading|tieude|tentin", re.IGNORECASE)
# What a portal calls itself at the top of its pages.
_SITE_NAME = re.compile(
    r"(?:cong|trang|website|bao|tap chi|dai)\b.{0,20}(?:thong tin|dien tu|phat thanh|truyen hinh).*"
    r"|(?:uy ban nhan dan|ubnd|huyen uy|thanh uy|tinh uy|thi uy|dang bo|hdnd|so|bo|ban|hoi|mttq)"
    r"(?: [\w-]+){1,5}"
)
_MEETS = re.compile(r"giao ban|hop|hoi nghi|\d")
# How leads open: "Sáng 12/4, …", "TTH - Chiều ngày 7/10 …".
_OPENING = re.compile(
    r"(?:\([^)]{1,20}\) ?[-–]? ?|\w{2,8} ?[-–] )?(?:sang|chieu|toi|trua|ngay)\b.{0,12}\d{1,2}[/-]\d"
)
_SENTENCE = re.compile(r"[.!?…;/][\"”’')\]]*$")
_LINES_ABOVE = 25  # how far above the first paragraph a title may stand
_SHORTEST, _LONGEST = 8, 350


def find_content(layout: Layout, furniture: Furniture) -> tuple[int, int] | None:
    """Return the range of blocks [start, end) that holds the article's paragraphs, or None.

    The box with the most prose at its own level (readability's measure), stretched over the
    paragraphs right before and after it.
    """
    blocks = layout.blocks
    prose = [b for b in blocks if b.index not in furniture.dropped and is_prose(b)]
    prose = [b for b in prose if not (b.is_heading or is_imprint(b.text) or is_meta_line(b.text))]
    if not prose:
        return None
    own: dict[HtmlElement, int] = {}
    for b in prose:
        own[b.box] = own.get(b.box, 0) + 1
    scores: dict[HtmlElement, float] = {}
    for b in prose:
        weight = float(min(len(b.text), 1200))
        # A box with several paragraphs (text between <br>) is their container itself.
        element = b.box if own[b.box] > 1 else layout.level(b)
        for share in (1.0, 0.6, 0.35, 0.2):
            if element is None or element.tag == "html":
                break
            scores[element] = scores.get(element, 0.0) + share * weight
            element = element.getparent()
    scores = {e: s for e, s in scores.items() if e in layout.spans}
    if not scores:
        return None
    top = max(scores, key=lambda e: scores[e])
    start, end = layout.spans[top]
    inside = [b.index for b in prose if start <= b.index < end]
    if not inside:
        return None
    start, end = _past_the_foreword(layout, inside), max(inside[-1] + 1, end)
    start = _stretch_up(layout, furniture, start, top)
    return start, _stretch_down(layout, furniture, end, top)


def _past_the_foreword(layout: Layout, inside: list[int]) -> int:
    """Where the article's paragraphs begin in a box that holds other boxes' prose above them.

    On a page laid out flat the box is <body>: a greeting or a side box may come first, in a box of
    its own, and a heading between it and the article's paragraphs tells.
    """
    blocks = layout.blocks
    levels: dict[HtmlElement | None, int] = {}
    for index in inside:
        level = _parent(blocks[index])
        levels[level] = levels.get(level, 0) + len(blocks[index].text)
    usual = max(levels, key=lambda level: levels[level])
    first = next(i for i in inside if _parent(blocks[i]) is usual)
    titled = any(map(_heads, blocks[inside[0] : first + 1]))
    # Under a title already, what comes before a heading is the lead.
    under = any(map(_heads, blocks[max(0, inside[0] - _LINES_ABOVE // 3) : inside[0]]))
    return first if titled and not under else inside[0]


def _parent(block: Block) -> HtmlElement | None:
    """The box right around a block, a <span> or <font> around its box left out."""
    element = block.box.getparent()
    while element is not None and element.tag in {"span", "font", "b", "strong", "i", "em", "a"}:
        element = element.getparent()
    return element


def _heads(block: Block) -> bool:
    """Set as a title, and neither the site's name nor the heading of a box."""
    large = block.is_heading or block.size >= 20 or (block.is_bold and block.size >= 17)
    if not large or is_box_heading(block.text) or is_imprint(block.text):
        return False
    return not _is_site_name(fold(block.text))


def _stretch_up(layout: Layout, furniture: Furniture, start: int, top: HtmlElement) -> int:
    """Take in prose right above, up to two boxes out: only pictures, date lines and dropped lines
    may stand between.
    """
    boxes = [top, *(b for b in top.iterancestors() if b.tag not in {"body", "html", "form"})][:3]
    lowest = min(layout.spans.get(b, (start, 0))[0] for b in boxes)
    at = start
    while at > lowest:
        at -= 1
        block = layout.blocks[at]
        if at in furniture.stops:
            break
        if at in furniture.dropped or block.image is not None or is_meta_line(block.text):
            continue
        if not is_prose(block) or block.is_heading:
            break
        if _looks_a_title(block) and not block.text.rstrip().endswith("."):
            break
        start = at
    return start


def _stretch_down(layout: Layout, furniture: Furniture, end: int, top: HtmlElement) -> int:
    """Take in prose right below that is set as the box's own, up to the first other thing."""
    tags = {b.tag for b in layout.within(top) if is_prose(b)}
    last = end
    for block in layout.blocks[end:]:
        if block.image is not None:
            continue
        if block.index in furniture.dropped or not is_prose(block) or block.tag not in tags:
            break
        last = block.index + 1
    return last


def find_title(layout: Layout, furniture: Furniture, below: int, tree: HtmlElement) -> Block | None:
    """Return the block that is the title of the article whose first paragraph is block `below`."""
    named = _page_names(tree)
    best: tuple[float, Block] | None = None
    distance = 0
    # The box that holds the text may hold its title too: the first whole sentence ends the search.
    for block in layout.blocks[below : below + 6]:
        below = block.index
        whole = (len(block.text) > 160 and block.size < 17) or _SENTENCE.search(block.text)
        if block.image is not None or (block.text and not block.is_heading and whole):
            break
    for block in reversed(layout.blocks[: below + 1]):
        text = block.text
        if not text:
            continue
        if block.index < below and block.index not in furniture.dropped:
            distance += 1
        if distance > _LINES_ABOVE and best is not None:
            break
        if (
            not _SHORTEST <= len(text) <= _LONGEST
            or is_meta_line(text, strict=True)
            or block.controls
        ):
            continue
        score = _title_score(block, named) - 0.12 * min(distance, 40)
        if block.index in furniture.dropped:
            score -= 5
        if _is_dated(layout, furniture, block):
            score += 2.5
        if block.index == below and score < 5:
            continue
        if best is None or score > best[0]:
            best = (score, block)
    return best[1] if best and best[0] > -1.5 else None


def _is_dated(layout: Layout, furniture: Furniture, block: Block) -> bool:
    """Tell whether the line right below is a date line: what is dated is an article's title."""
    for below in layout.blocks[block.index + 1 : block.index + 4]:
        if below.text and is_meta_line(below.text, strict=True):
            return True
        if below.text and below.index not in furniture.dropped:
            return False
    return False


def _page_names(tree: HtmlElement) -> list[str]:
    """What <title> and og:title say, folded."""
    names = [clean(str(t.text_content())) for t in tree.iter("title")][:1]
    names += [
        clean(m.get("content") or "")
        for m in tree.iter("meta")
        if (m.get("property") or m.get("name") or "").lower() in {"og:title", "twitter:title"}
    ]
    return [fold(n) for n in names if n]


def _title_score(block: Block, named: list[str]) -> float:
    text = fold(block.text)
    score = {"h1": 4.0, "h2": 3.0, "h3": 2.0, "h4": 1.5}.get(block.tag, 0.0)
    for name in named:
        if name.startswith(text) or text == name:
            score += 5
            break
        if text in name:
            score += 3
            break
    if _looks_a_title(block):
        score += 2
    if block.is_bold and not block.is_heading:
        score += 1.5
    if block.size >= 17:
        score += 1.5 if block.size < 20 else 2.5
    if len(block.text) > 110:
        score -= 1
    if block.link_share > 0.5:
        score -= 2.5
    if text.isupper() or len(block.text) < 15:
        score -= 0.5
    if _is_site_name(text):
        score -= 2
    if _OPENING.match(text):
        score -= 3
    if block.text.endswith((".", ":", ";")) and len(block.text) > 60:
        score -= 2
    return score


def _is_site_name(folded: str) -> bool:
    return bool(_SITE_NAME.fullmatch(folded)) and not _MEETS.search(folded)


def _looks_a_title(block: Block) -> bool:
    for element in (block.box, block.box.getparent()):
        if element is not None:
            names = f"{element.get('class') or ''} {element.get('id') or ''}"
            if _TITLE_NAMES.search(names) or element.get("itemprop") == "headline":
                return True
    return False
