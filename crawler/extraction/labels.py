"""What a line is by its words and look alone: asked everywhere, answered once a line.

In: a line's text, how much of it is links, whether it holds form controls. Out: its `Label`. Where
a line stands, and what stands around it, is for those who ask to weigh.
"""

from __future__ import annotations

from functools import cached_property

from crawler.extraction.dateline import is_meta_line
from crawler.extraction.words import (
    is_box_heading,
    is_furniture_line,
    is_imprint,
    is_link_bar,
    labels_links,
)
from crawler.remembered import Remembered

PROSE = 60  # letters from which a text without links reads as prose


class Label:
    """What one line is, each answer worked out when first asked: most lines are asked few.

    `prose`: long enough, and free enough of links, to be somebody's sentences.
    """

    def __init__(self, text: str, linked: int, controls: bool) -> None:
        self._text, self._linked, self._controls = text, linked, controls
        self.prose = len(text) >= PROSE and linked / len(text) < 0.4 and not controls

    @cached_property
    def date(self) -> bool:
        """A date line."""
        return is_meta_line(self._text)

    @cached_property
    def bare_date(self) -> bool:
        """A date line with nothing of its own beside the date."""
        return self.date and is_meta_line(self._text, strict=True)

    @cached_property
    def imprint(self) -> bool:
        """The site's licence, address or publisher."""
        return is_imprint(self._text)

    @cached_property
    def box_heading(self) -> bool:
        """The heading of related news, comments, polls."""
        return is_box_heading(self._text)

    @cached_property
    def rule(self) -> str | None:
        """The rule by which the line is furniture, None when no rule says so."""
        if self._controls and len(self._text) < 200:
            return "a form"
        if is_furniture_line(self._text):
            return "words of furniture"
        if self.imprint:
            return "imprint"
        if labels_links(self._text, self._linked):
            return "a label of links"
        return "a bar of links" if is_link_bar(self._text, self._linked) else None


def label_of(text: str, linked: int, controls: bool) -> Label:
    """Return the label of a line: of a portal's menus and boxes the one its last page had."""
    return _LABELS[text, linked, controls]


_LABELS: Remembered[tuple[str, int, bool], Label] = Remembered(
    lambda line: Label(*line), most=8192, longest=200, length=lambda line: len(line[0])
)
