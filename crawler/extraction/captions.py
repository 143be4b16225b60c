"""The captions (chú thích ảnh) printed with pictures.

In: the blocks of the article, pictures among them. Out: which are captions, and of which picture.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from lxml.html import HtmlElement

from crawler.extraction.blocks import Block, Layout
from crawler.extraction.byline import read_byline
from crawler.extraction.elements import text_of
from crawler.extraction.names import names_writers
from crawler.extraction.paragraphs import ITEM, SENTENCE_END
from crawler.extraction.pictures import picture_address
from crawler.extraction.reading import Reading
from crawler.extraction.rules import Rules
from crawler.vietnamese.letters import clean, fold

_CAPTION_NAMES = Rules(
    {
        r"caption": "wp-caption-text",
        r"chu-?thich": "chuthichanh",
        r"(?:^|\s)(?:(?:amp|ima?ge?|photo|pic|anh|fig|media)[_-])?cap(?=\s|$)": "amp-cap",
        r"(?:ima?ge?|photo|pic|anh|slide|video)-?(?:cap|desc|note|title|credit)(?!t)": "img-note",
        r"desc-?(?:img|image|photo)": "desc-image",
    },
    how="search",
    flags=re.IGNORECASE,
)
_CAPTION_WORDS = Rules(
    {
        r"(?:anh|hinh)(?: \d+)? ?[:.]": "Hình 2. Đập dâng Nà Khoang",
        r"(?:hinh anh|anh minh hoa|trong anh|quang canh|toan canh|khung canh)\b": "Quang cảnh",
    },
    how="match",
    seen=fold,
)
_LONGEST = 300
_IN_LINE = 3  # a picture, its caption, a link or a break
_OF_A_DAY = re.compile(r"\d{1,2}(?: ?th(?:g|ang)?[. ]*\d{1,2})?|th(?:g|ang)?[. ]*\d{1,2}")
_FILM = re.compile(r"(?:video|clip|phong su|ban tin)(?: clip)? ?:")
_LINES_OF_A_PLAYER = 2  # its label, and the time it takes


def read_captions(layout: Layout, blocks: list[Block]) -> Reading[dict[int, str]]:
    """Return the caption of each picture; `where` are all blocks that are captions."""
    captions = {block.index for block in blocks if _labels_a_player(layout, block)}
    above = [p for p in pairwise(blocks) if _is_above_its_picture(layout, *p)]
    of = {picture.index: block.text for block, picture in above}
    captions |= {block.index for block, _ in above}
    blocks = [block for block in blocks if block.index not in captions]
    usual = _usual_look(blocks)
    tables: dict[HtmlElement, list[tuple[Block, Block]] | None] = {}
    last: Block | None = None
    since = 0
    for position, block in enumerate(blocks):
        if block.image is not None:
            if picture_address(block.image):
                last, since = block, 0
            continue
        if last is None:
            captions |= _said_twice(blocks, position)
            continue
        since += 1
        if _signs(block):
            last = None  # "Tin, ảnh: …" under a picture at the text's end
            continue
        if block.index in captions:
            continue
        if gallery := _gallery(layout, last, block, tables) if since == 1 else None:
            captions.update(text.index for _, text in gallery)
            of.update((image.index, text.text) for image, text in gallery)
        elif since == 1:
            following = next((b for b in blocks[position + 1 :] if b.text), None)
            if _is_caption(layout, last, block, following, usual):
                captions.add(block.index)
                of[last.index] = block.text
                continue
        elif last.index in of and (
            (since <= 3 and fold(block.text) == fold(of[last.index]))
            or (since == 2 and _continues(layout, blocks[position - 1], block, usual))
        ):
            captions.add(block.index)
            continue
        if not _is_named_caption(block):
            last = None
    _named(blocks, captions, of)
    return Reading(of, frozenset(captions), "captions")


def _is_above_its_picture(layout: Layout, block: Block, picture: Block) -> bool:
    """Tell whether a line is all that the small table or figure around the next picture says."""
    image = picture.image
    if image is None or not 0 < len(block.text) <= _LONGEST or not picture_address(image):
        return False
    around = next((e for e in image.iterancestors() if e.tag in {"table", "figure", "dl"}), None)
    return around is not None and [b for b in layout.within(around) if b.text] == [block]


def _signs(block: Block) -> bool:
    signed = read_byline(block.text, last=False)
    return bool(signed and signed.author) and not _is_named_caption(block)


def _labels_a_player(layout: Layout, block: Block) -> bool:
    """Tell whether a line stands alone in a box with a film or a recording, or names the one in the
    frame right above it: "Video: …".
    """
    if not block.text or len(block.text) > _LONGEST:
        return False
    if _FILM.match(fold(block.text)) and _is_below_a_frame(block):
        return True
    for element in (block.box, block.box.getparent()):
        around = layout.within(element) if element is not None else []
        if element is None or sum(bool(b.text) for b in around[:20]) > _LINES_OF_A_PLAYER:
            return False
        if next(element.iter("video", "audio"), None) is not None:
            return True
    return False


def _is_below_a_frame(block: Block) -> bool:
    above = block.box.getprevious()
    return above is not None and next(above.iter("iframe"), None) is not None


def _said_twice(blocks: list[Block], position: int) -> set[int]:
    """A caption printed twice under a picture the page no longer has: its two lines, or none."""
    block, before = blocks[position], blocks[max(0, position - 1)]
    short = block is not before and 0 < len(block.text) <= 160
    if not short or SENTENCE_END.search(block.text) or fold(before.text) != fold(block.text):
        return set()
    return {before.index, block.index}


def _named(blocks: list[Block], captions: set[int], of: dict[int, str]) -> None:
    """Captions by the name of their element, before or after their picture."""
    pictures = [b for b in blocks if b.image is not None and picture_address(b.image)]
    for block in blocks:
        if block.text and block.index not in captions and _is_named_caption(block):
            captions.add(block.index)
            near = [p for p in pictures if p.index not in of]
            if near:
                of[min(near, key=lambda p: abs(p.index - block.index)).index] = block.text


def _is_named_caption(block: Block) -> bool:
    if block.tag in {"figcaption", "caption"}:
        return True
    if len(block.text) > 600:
        return False
    names = f"{block.box.get('class') or ''} {block.box.get('id') or ''}"
    if _CAPTION_NAMES.find(names) or _holds_captions(block.box):
        return True
    parent = block.box.getparent()
    return parent is not None and (
        parent.tag == "figcaption" or bool(_CAPTION_NAMES.find(parent.get("class") or ""))
    ) and len(parent) <= 3  # fmt: skip


def _holds_captions(box: HtmlElement) -> bool:
    """Tell whether all words of a picture's box stand in elements in it that are named captions:
    the caption, the credit.
    """
    if not 0 < len(box) <= _IN_LINE or not any(child.get("class") for child in box):
        return False
    bare = (box.text, *(child.tail for child in box))
    texts = [child for child in box if text_of(child)]
    return not any((text or "").strip() for text in bare) and all(
        _CAPTION_NAMES.find(child.get("class") or "") for child in texts
    )


def _is_caption(
    layout: Layout, picture: Block, block: Block, following: Block | None, usual: tuple[bool, bool]
) -> bool:
    text = block.text
    if _is_named_caption(block):
        return True
    likeness = following is not None and following.label.date and names_writers(text)
    badge = _OF_A_DAY.fullmatch(fold(text)) is not None  # the day in a corner of the picture
    if likeness or badge or block.label.date or _is_verse_or_question(layout, picture, block):
        return False
    # A picture and its caption may both be set as small headings.
    heading = block.is_heading and picture.tag != block.tag
    if len(text) > _LONGEST or text[-1:] in ":;" or heading or ITEM.match(text):
        return False
    image = picture.image
    if image is not None:
        descriptions = {fold(clean(image.get(n) or "")) for n in ("alt", "title")}
        if fold(text) in descriptions and len(text) > 3:
            return True
    if _share_a_box(layout, picture, block):
        return True
    if _is_set_as_caption(block, usual):
        return True
    if following is not None and fold(following.text) == fold(text):
        return True  # printed twice, as portals do with captions only
    ends = text.rstrip("\"”')")[-1:] in ".!?…"
    if _CAPTION_WORDS.find(fold(text)) and len(text) <= 160:
        return True
    return not ends and len(text) <= 160 and not block.is_bold and block.link_share < 0.5


def _is_verse_or_question(layout: Layout, picture: Block, block: Block) -> bool:
    """Tell words of the article set in italics below a picture: a question, a quotation, verse."""
    text = block.text.rstrip()
    quoted = text[:1] in '“"«‘' and text.rstrip(" .,")[-1:] in '”"»’'
    if text.endswith("?") or (quoted and len(text) > 60):
        return True
    lines = [b for b in layout.within(block.box) if b.text]
    return len(lines) >= 3 and picture not in layout.within(block.box)


def _continues(layout: Layout, caption: Block, block: Block, usual: tuple[bool, bool]) -> bool:
    """Tell whether a line below a caption is its second: a credit, or more in the caption's box."""
    if block.is_bold or not _is_set_as_caption(block, usual):
        return False
    if _is_verse_or_question(layout, caption, block):
        return False
    if _CAPTION_WORDS.find(fold(block.text)) or read_byline(block.text):
        return True
    beside = block.box is caption.box or block.box.getparent() is caption.box.getparent()
    return beside and len(block.text) <= 120


def _usual_look(blocks: list[Block]) -> tuple[bool, bool]:
    """Whether the article's own paragraphs are centred, and whether they are italic."""
    texts = [b for b in blocks if len(b.text) > 60]
    half = len(texts) / 2
    return (
        sum(b.align == "center" for b in texts) > half,
        sum(b.is_italic for b in texts) > half,
    )


def _is_set_as_caption(block: Block, usual: tuple[bool, bool]) -> bool:
    """Centred, italic or small, where the article's paragraphs are not."""
    centred, italic = usual
    return len(block.text) <= _LONGEST and (
        (block.is_italic and not italic)
        or (block.align == "center" and not centred)
        or 0 < block.size < 13
    )


def _share_a_box(layout: Layout, picture: Block, block: Block) -> bool:
    """Picture and text alone in a small table or wrapper."""
    for element in (block.box, *block.box.iterancestors()):
        start, end = layout.spans.get(element, (0, 0))
        if start <= picture.index < end:
            texts = [b for b in layout.blocks[start:end] if b.text]
            tag = element.tag
            if tag in {"table", "tbody", "tr", "figure", "dl"}:
                return len(texts) <= 2
            # A wrapper of the picture, not the text's own container.
            wrapped = element is not block.box or _is_beside_in_line(element)
            return tag in {"div", "center", "span", "li", "td"} and (
                wrapped and len(texts) <= 2 and len(block.text) <= 200
            )
    return False


def _is_beside_in_line(box: HtmlElement) -> bool:
    """Tell whether a box is but a picture and a <span> or <small> beside it, the caption."""
    bare = (box.text, *(child.tail for child in islice(box, _IN_LINE + 1)))
    texts = [child for child in islice(box, _IN_LINE + 1) if text_of(child)]
    return (
        len(box) <= _IN_LINE
        and not any((text or "").strip() for text in bare)
        and [child.tag in {"span", "small", "em", "i"} for child in texts] == [True]
    )


def _gallery(
    layout: Layout,
    picture: Block,
    block: Block,
    known: dict[HtmlElement, list[tuple[Block, Block]] | None],
) -> list[tuple[Block, Block]] | None:
    """The pictures and captions of a table that has as many of the one as of the other."""
    table = next(block.box.iterancestors("table"), None)
    if table is None or not layout.spans[table][0] <= picture.index < block.index:
        return None
    if table not in known:
        blocks = layout.within(table)
        pictures = [b for b in blocks if b.image is not None and picture_address(b.image)]
        texts = [b for b in blocks if b.text]
        short = all(len(b.text) <= _LONGEST for b in texts)
        pairs = len(pictures) == len(texts) > 1 and short
        known[table] = list(zip(pictures, texts, strict=True)) if pairs else None
    return known[table]
