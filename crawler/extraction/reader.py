"""The text of one page: sapo, paragraphs, captions, who wrote it.

In: what `Finder` found. Each step takes what the one before left.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from crawler.extraction.byline import read_byline
from crawler.extraction.captions import find_captions
from crawler.extraction.finder import Finder
from crawler.extraction.head import before_stamp, is_labelled_stamp, split_glued_stamp
from crawler.extraction.labels import PROSE
from crawler.extraction.layout import Block, text_of
from crawler.extraction.names import is_agency, is_name, somebody
from crawler.extraction.paragraphs import ITEM, SENTENCE_END
from crawler.families import Family
from crawler.vietnamese.dates import find_stamps
from crawler.vietnamese.letters import fold

_POINTER = re.compile(r"(?:xem|doc|tin|bai|video|lien quan)\b[^:]{0,30}:|[>»•*+-]")
_WRITER_NAMES = re.compile(r"author|tac-?gia|byline|signature|nguoi-?viet|but-?danh", re.I)
_DASHES = re.compile(r"[*_\-–—=.•~\s]*")


class Reader(Finder):
    """Reads one page; the results are its public attributes."""

    def __init__(self, tree: HtmlElement, family: Family | None, now: str | None) -> None:
        super().__init__(tree, family, now)
        self.sapo: str | None = None
        self.paragraphs: list[Block] = []
        self.captions: dict[int, str] = {}
        self.pictures: list[Block] = []
        self.author: str | None = None
        self.source: str | None = None
        self.cut: list[str] = []
        self._head_name: str | None = None  # a name that stands alone above the text

    def read(self) -> None:
        """Find the parts of the page and fill in the fields."""
        self.find()
        between, inside = self.between, self.inside
        self._read_named_bylines()
        self._read_called_author()
        sapo = self._named_sapo()
        mine = {b.index for b in sapo}
        blocks = [b for b in [*between, *inside] if b.index not in mine]
        captioned, self.captions = find_captions(self.layout, blocks)
        lead = [b for b in self.blocks if b.index in mine]
        self.pictures = [b for b in [*lead, *blocks] if b.image is not None]
        first = inside[0].index if inside else len(self.blocks)
        texts = [
            b
            for b in blocks
            if b.text
            and b.index not in captioned
            and b.index not in self.used
            and not self._is_noise(b)
            and (b.index >= first or self._goes_on(b) or self._is_lead(b))
        ]
        texts = self._unglue(sapo, texts)
        texts = self._read_bylines(texts, self.below)
        self._read_sapo(sapo, texts)

    def _named_sapo(self) -> list[Block]:
        """The blocks of the lead, where the family has one; never a related item's below."""
        lead = self.placed("sapo")
        if lead is None:
            return []
        end = self.inside[-1].index if self.inside else len(self.blocks)
        return [
            b
            for b in self.layout.within(lead)
            if b.text and b.index <= end and b.index not in self.furniture.dropped
        ]

    def _is_noise(self, block: Block) -> bool:
        text = block.text
        if _DASHES.fullmatch(text) or (block.label.date and not self._is_dated_text(block)):
            return True
        if self.title and fold(text) == fold(self.title):
            return True
        if block.link_share >= 0.9:
            return True
        # A pointer to another article: "Xem thêm: …", "» …", a linked headline and its date.
        return block.link_share >= 0.5 and (
            bool(_POINTER.match(fold(text))) or (len(text) < 250 and bool(find_stamps(text)))
        )

    def _is_dated_text(self, block: Block) -> bool:
        """A line of the text that is mostly a date: it goes on, or stands among the paragraphs and
        says more than a date line does ("Tin phát lúc 16 giờ 50 phút ngày 5 tháng 3").
        """
        if self._goes_on(block):
            return True
        first = next((b for b in self.inside if b.label.prose and not b.label.date), None)
        if first is None or block.index < first.index or not self._is_set_as_text(block):
            return False
        return not is_labelled_stamp(block.text)

    def _is_set_as_text(self, block: Block) -> bool:
        """Set as the paragraphs of the text are: of their element, on their level, plain."""
        if _is_set_off(block) or block.linked:
            return False
        level = self.layout.level(block)
        return any(
            b.tag == block.tag and b.label.prose and self.layout.level(b) is level
            for b in self.inside[-40:]
            if b is not block
        )

    def _goes_on(self, block: Block) -> bool:
        """A line that begins a sentence, a date most often: the next goes on in lower case."""
        following = self.blocks[block.index + 1 : block.index + 2]
        return any(
            len(b.text) >= PROSE and b.text[:1].islower() and b.tag == block.tag for b in following
        )

    def _is_lead(self, block: Block) -> bool:
        """A text between title and content: its lead, not a label or a button."""
        # Without a content of its own all of the text stands here, its byline too.
        ends = not self.inside and _is_set_off(block)
        said = read_byline(block.text, set_off=ends, last=ends)
        if said:
            self._take(said.author, said.source)
            return False
        if is_name(block.text) and " " in block.text and not block.linked:
            self._head_name = self._head_name or somebody(block.text)
            return False
        return len(block.text) >= 40 or (len(block.text) > 15 and block.text[-1] in ".!?…")

    def _unglue(self, sapo: list[Block], texts: list[Block]) -> list[Block]:
        """Take a stamp off the front of the lead."""
        for block in (sapo or texts)[:1]:
            parted = split_glued_stamp(block.text)
            if parted:
                if self.head.published_at is None:
                    self.head.read(parted[0], self.now)
                block.text = parted[1]
        return texts

    def _read_named_bylines(self) -> None:
        for name in ("author", "source"):
            element = self.placed(name)
            if element is None:
                continue
            text = text_of(element)
            said = read_byline(text, set_off=True)
            if said is None and len(text) <= 60 and not find_stamps(text):
                setattr(self, name, somebody(text))
            elif said is not None:
                self.author = self.author or said.author
                self.source = self.source or said.source
                if name == "source" and said.author and not said.source and ":" not in text:
                    self.source, self.author = said.author, None
            self.used.update(b.index for b in self.layout.within(element) if len(b.text) <= 120)

    def _read_called_author(self) -> None:
        """A name in an element called "author" or the like; an account of the site's often enough,
        so that whoever signs the text goes before it.
        """
        if self.author:
            return
        element = self._in_article(self._called("author"))
        text = text_of(element) if element is not None else ""
        if not text or len(text) > 80:
            return
        said = read_byline(text, set_off=True)
        name = said.author if said else somebody(before_stamp(text))
        if element is not None and name and (is_name(name) or said):
            self._head_name = self._head_name or name
            self.used.update(b.index for b in self.layout.within(element) if len(b.text) <= 80)

    def _read_bylines(self, texts: list[Block], below: list[Block]) -> list[Block]:
        """Take the bylines off the end of the text, and read those set below it."""
        for block in below:
            said = read_byline(block.text, set_off=_is_set_off(block), last=True)
            if said:
                self._take(said.author, said.source)
        while len(texts) > 1:
            last = texts[-1]
            said = read_byline(last.text, set_off=_is_set_off(last), last=True)
            if said is not None:
                self._take(said.author, said.source)
            elif is_agency(last.text) and read_byline(texts[-2].text):
                self._take(None, last.text)
            elif (
                last.align == "right"
                and _is_stray(last)
                and last.link_share < 0.5
                and not re.search(r"\d", last.text)
            ):
                self._take(somebody(last.text), None)  # who else signs at the right?
            elif _is_stray(last) and not self._ends_the_text(last):
                self.cut.append(last.text)
            else:
                break
            texts = texts[:-1]
        texts = self._without_strays_above(texts)
        kept = []
        for position, block in enumerate(texts):
            # A labelled byline may stand anywhere, above the text too.
            labelled = ":" in block.text or position == 0
            said = read_byline(block.text, last=False) if labelled and len(texts) > 1 else None
            if said is not None and (said.author or said.source or len(block.text) < 60):
                self._take(said.author, said.source)
            else:
                kept.append(block)
        if kept and kept[-1].tail and not kept[-1].is_bold:
            self._read_tail(kept[-1])
        self._take(self.head.author, self.head.source)
        self._take(self._head_name or self.head.name, None)
        return kept

    def _without_strays_above(self, texts: list[Block]) -> list[Block]:
        """The lines from the first that is no label or leftover; names above it are taken."""
        while (
            len(texts) > 1
            and _is_stray(texts[0])
            and not _is_set_off(texts[0])
            and not texts[1].text[:1].islower()
        ):
            said = read_byline(texts[0].text, last=False)
            if said is None:
                self.cut.append(texts[0].text)
            else:
                self._take(said.author, said.source)
            texts = texts[1:]
        return texts

    def _ends_the_text(self, block: Block) -> bool:
        """A last line without a full stop that is text all the same: words in a row, set so."""
        words = [word for word in block.text.split() if word[:1].isalpha()]
        small = sum(w[:1].islower() for w in words)
        return (
            len(words) >= 5
            and small >= 0.6 * len(words)
            and block.text[:1].isupper()
            and not is_agency(block.text)
            and self._is_set_as_text(block)
        )

    def _read_tail(self, block: Block) -> None:
        """A byline that ends the last paragraph, told by its look."""
        before = block.text.removesuffix(block.tail).rstrip()
        if before.endswith((".", "!", "…", "/", ")")) and before != block.text:
            said = read_byline(block.tail, set_off=True)
            if said:
                self._take(said.author, said.source)
                block.text = before

    def _take(self, author: str | None, source: str | None) -> None:
        self.author = self.author or author
        self.source = self.source or source

    def _read_sapo(self, sapo: list[Block], texts: list[Block]) -> None:
        if sapo:
            self.sapo = "\n\n".join(b.text for b in sapo if b.text and not b.label.date) or None
        if self.sapo:
            said = fold(self.sapo)
            if texts and fold(texts[0].text) == said:
                texts = texts[1:]
        elif len(texts) > 1:
            self.sapo, texts = texts[0].text, texts[1:]
        self.paragraphs = texts


def _is_stray(block: Block) -> bool:
    """A short line that is no sentence, item or heading: what portals leave around a text."""
    return (
        len(block.text) <= 60
        and not block.row
        and not SENTENCE_END.search(block.text)
        and not ITEM.match(block.text)
    )


def _is_set_off(block: Block) -> bool:
    named = f"{block.box.get('class') or ''} {block.box.get('id') or ''}"
    return (
        block.align in {"right", "center"}
        or block.is_bold
        or block.is_italic
        or bool(_WRITER_NAMES.search(named))
    )
