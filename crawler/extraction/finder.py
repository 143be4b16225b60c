"""What a page says around its text: date lines, counter, section, files.

Only the article's own head and foot are read: see `head.py`.
"""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from crawler.extraction.attachments import find_attachments, is_file_link
from crawler.extraction.head import is_clock, is_meta_line, read_views
from crawler.extraction.layout import Block, text_of
from crawler.extraction.places import BELOW, Places, common_box, is_no_title
from crawler.extraction.prune import find_furniture, is_bar
from crawler.extraction.words import (
    FILE_HEADING,
    LINE_HEADING,
    VIEWS_ALONE,
    is_furniture_line,
    key,
)
from crawler.vietnamese.dates import WEEKDAY, find_stamps, parse_stamp
from crawler.vietnamese.letters import clean, fold

_CLOCK = re.compile(r"clock|dong-?ho|today|current", re.IGNORECASE)
# The header of a page, not of an article: "site-header", "header-top", "banner", never
# "header-content" or "detail-header".
_PAGE_HEADER = re.compile(
    r"(?:(?:site|page|main|top|global|master|web|portal|layout|wrap(?:per)?)[-_]?)?"
    r"(?:header|top-?bar|banner)"
    r"(?:[-_]?(?:top|wrap(?:per)?|main|inner|container|bar|site|page|area|right|left|bottom|logo"
    r"|menu|date|\d+))*"
)
_ABOVE = 4  # how many lines above the title a stamp may stand
_CRUMBS = re.compile(r"breadcrumb", re.IGNORECASE)
_CATEGORIES = ("a[rel*=category]", ".category-name a", ".category-name", ".cat-links a")
_NO_SECTION = re.compile(
    r"trang (?:chu|nhat)|home|accueil|uncategorized|chua (?:duoc )?phan loai|\W*"
)
_DATED = re.compile(r"[\s(\[]*(?:ngay |thoi gian )?(?:dang|cap nhat|xuat ban|tao)\b")
_TIME_ALONE = re.compile(r"(?:lúc|Lúc|\|)?\s*\d{1,2}\s*[:hg]\s*\d{1,2}(?::\d{2})?['’]?\s*(?:$|\|)")


class Finder(Places):
    """Reads a page's head and foot."""

    def find(self) -> None:
        """Find the parts, and read title, head and files off them."""
        content = self._content_element()
        self.furniture = find_furniture(self.layout, content)
        self._drop_named_furniture(content)
        start, end = self._content_range(content)
        title = self._read_title(start)
        inside = [b for b in self.blocks[start:end] if b.index not in self.furniture.dropped]
        if title is not None:
            inside = [b for b in inside if b.index > title]
        self.inside = inside
        self.between = self._between(title, start)
        self._bounds = (-1 if title is None else title, end)
        self._read_head(title, self.between, inside)
        if self.scope is None and title is not None:
            self.scope = self._box_with_file(self.blocks[title].box)
        self.below = self._below(end)
        self._read_foot(inside, self.below, end)
        self._read_files(title, end)
        self.section = self._section()

    def _read_head(self, title: int | None, between: list[Block], inside: list[Block]) -> None:
        stamp = self.placed("stamp")
        if stamp is not None and not self._is_related(stamp, title):
            self.head.read(text_of(stamp), self.now)
            self.used.update(b.index for b in self.layout.within(stamp) if b.label.date)
        # The head ends with the first paragraph; dropped lines may hold the counter.
        first = next(
            (b.index for b in inside if b.label.prose and not b.label.date), len(self.blocks)
        )
        if title is None:
            lines = between + [b for b in inside if b.index < first]
        else:
            lines = [
                b for b in self.blocks[title + 1 : first] if b.index not in self.furniture.stops
            ]
            own = self.blocks[title]
            if own.text != self.title and self.title and self.title in own.text:
                self.head.read(own.text.replace(self.title, " ", 1), self.now)
            # The date may stand below the lead.
            prose = [b.index for b in inside if b.index > first and b.label.prose]
            lines += [
                b
                for b in self.blocks[first + 1 : prose[0] if prose else first]
                if b.label.bare_date and b.index not in self.furniture.dropped
            ]
        before = ""
        for block in lines:
            # Day and time may stand in two elements.
            joined = f"{before} {block.text}".strip()
            if _is_time(block.text) and is_meta_line(joined):
                self.head.complete(joined, self.now)
                self.used.add(block.index)
            elif block.label.date:
                if not is_clock(block.text):
                    self.head.read(joined if _is_time(before) else block.text, self.now)
                self.used.add(block.index)
            elif self.head.views is None and _is_label(block.text):
                # Label and number may stand in two cells.
                apart = block.text.isdigit() and VIEWS_ALONE.fullmatch(fold(before))
                self.head.views = read_views(joined if apart else block.text)
            before = block.text if len(block.text) < 60 else ""
        if self.head.published_at is None and title is not None:
            self._read_above(title, first)
        self._read_times(title, first)

    def _read_times(self, title: int | None, first: int) -> None:
        """What <time datetime> says, where it agrees with the day printed, or none is printed.

        Only in the article's head and foot: items of lists have a <time> of their own.
        """
        end = self._bounds[1]
        for element in self.tree.iter("time"):
            start, _ = self.layout.spans.get(element, (-1, -1))
            above = title is not None and title - _ABOVE <= start <= first
            below = end <= start <= end + BELOW
            related = start in self.furniture.dropped and self.blocks[start].zone is not None
            if not (above or below) or related or self._is_below_a_box(start, title):
                continue
            stamp = parse_stamp(element.get("datetime") or "", now=self.now)
            if stamp:
                self.head.agree(stamp)

    def _is_related(self, stamp: HtmlElement, title: int | None) -> bool:
        """A stamp the family names, but in another box than the article's."""
        start, _ = self.layout.spans[stamp]
        if start >= len(self.blocks):
            return False
        if start in self.furniture.dropped and not is_meta_line(text_of(stamp)):
            return True
        return self._is_below_a_box(start, title)

    def _is_below_a_box(self, at: int, title: int | None) -> bool:
        return any(s < at for s in self.furniture.stops if title is None or s > title)

    def _read_above(self, title: int, first: int) -> None:
        """A stamp before the title: in the box that holds title and text, or right before it."""
        box = common_box(
            self.blocks[title].box, self.layout, title, min(first + 1, len(self.blocks))
        )
        start, _ = self.layout.spans.get(box, (title, title)) if box is not None else (title, title)
        flat = box is None or box.tag in {"body", "html"}
        if flat:
            # The line right before it: a counter, a button may stand between.
            kept = (i for i in range(title - 1, start, -1) if i not in self.furniture.dropped)
            start = max(start, next(kept, start))
        time = ""
        for block in reversed(self.blocks[max(0, title - _ABOVE) : title]):
            if not block.text:
                continue
            if block.label.date:
                own = block.index >= start
                if not self._is_pages_clock(block, title, own=own, flat=flat):
                    self.head.read(f"{block.text} {time}", self.now)
                    return
                if flat and own:
                    return
            elif self.head.views is None and _is_label(block.text):
                self.head.views = read_views(block.text)
            time = block.text if _is_time(block.text) else ""
            if block.link_share >= 0.9 and block.index < start and not is_bar(block):
                return  # a menu
            if (
                block.link_share < 0.5
                and not is_furniture_line(block.text)
                and len(block.text) > 40
            ):
                return

    def _is_pages_clock(self, block: Block, title: int, *, own: bool, flat: bool) -> bool:
        """Tell the page's clock from the article's stamp, `own` if they stand in one box."""
        if is_clock(block.text) or self._is_in_a_clock(block, title):
            return True
        if not own and (WEEKDAY.search(fold(block.text)) or block.zone is not None):
            return True
        return (flat or not own) and self._is_of_today(block.text)

    def _is_in_a_clock(self, block: Block, title: int) -> bool:
        """Tell the page's clock by the boxes it stands in, save those it shares with the title."""
        own = {self.blocks[title].box, *self.blocks[title].box.iterancestors()}
        around = [e for e in (block.box, *islice(block.box.iterancestors(), 3)) if e not in own]
        return any(
            _CLOCK.search(_names(element))
            or any(map(_PAGE_HEADER.fullmatch, _names(element).lower().split()))
            or (element.tag == "header" and next(element.iterancestors("article"), None) is None)
            for element in around
        )

    def _is_of_today(self, text: str) -> bool:
        """Tell whether a line names the day on which the page was fetched."""
        today = (self.now or "")[:10]
        return bool(today) and any((s.value or "")[:10] == today for s in find_stamps(text))

    def _read_foot(self, inside: list[Block], below: list[Block], end: int) -> None:
        """What a head without it may say under the text: a labelled date, the counter."""
        for block in [*inside[-3:], *below]:
            labelled = _DATED.match(fold(block.text)) or block.align == "right"
            if self.head.published_at is None and labelled and block.label.bare_date:
                self.head.read(block.text, self.now)
                self.used.add(block.index)
        for block in self.blocks[end : end + BELOW]:
            if block.index in self.furniture.stops or self.head.views is not None:
                break
            if _is_label(block.text) and "truy cap" not in fold(block.text):
                self.head.views = read_views(block.text)

    def _section(self) -> str | None:
        """The section (chuyên mục): where the trail of crumbs ends, the article's own link to it,
        or what the page says for other programs.
        """
        return self._last_crumb() or self._category() or self._meta("article:section")

    def _category(self) -> str | None:
        title, end = self._bounds
        for css in _CATEGORIES:
            for element in self.index.select(css):
                start, _ = self.layout.spans.get(element, (-1, -1))
                text = text_of(element).rpartition(":")[2].strip()
                if (
                    max(title - _ABOVE, 0) <= start <= end + BELOW
                    and text
                    and not is_no_title(text)
                ):
                    return text
        return None

    def _meta(self, name: str) -> str | None:
        return next(
            (
                text
                for meta in self.tree.iter("meta")
                if meta.get("property") == name and (text := clean(meta.get("content") or ""))
            ),
            None,
        )

    def _last_crumb(self) -> str | None:
        for block in self.blocks:
            if block.zone is not None and _CRUMBS.search(_names(block.zone)):
                links = [text_of(a) for a in block.zone.iter("a")]
                links = [t for t in links if t != self.title and not _NO_SECTION.fullmatch(fold(t))]
                return links[-1] if links else None
        return None

    def _read_files(self, title: int | None, end: int) -> None:
        """The links to files from the title to the first box of other things below the text."""
        limit = end + BELOW
        labelled = end + 4 * BELOW  # how far below files with a label of their own may stand
        for stop in sorted(self.furniture.stops):
            text = key(self.blocks[stop].text)
            if stop < end or FILE_HEADING.search(text):
                continue
            limit = min(limit, stop)
            if not LINE_HEADING.fullmatch(text):
                labelled = min(labelled, stop)
        for link in self.tree.iter("a"):
            start, _ = self.layout.spans.get(link, (-1, -1))
            if not (title or 0) <= start < max(limit, labelled) or not is_file_link(link):
                continue
            if start < limit or self._is_labelled_file(start):
                self.files.append(link)

    def _is_labelled_file(self, at: int) -> bool:
        """A link to a file with "File đính kèm" before it, on its line or in its box."""
        block = self.blocks[at]
        lines = [b for b in self.blocks[max(0, at - 3) : at + 1] if b.text]
        return any(
            FILE_HEADING.search(fold(b.text[:40])) and (b is block or b.link_share < 0.9)
            for b in lines
        )

    def _box_with_file(self, box: HtmlElement) -> HtmlElement | None:
        """For a page without text: the smallest box around the title that shows a file."""
        for element in box.iterancestors():
            if find_attachments(element, [], None):
                return element
        return None


def _is_time(text: str) -> bool:
    return bool(_TIME_ALONE.match(text)) and not find_stamps(text)


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _is_label(text: str) -> bool:
    return len(text) < 80 and not text.endswith(".")
