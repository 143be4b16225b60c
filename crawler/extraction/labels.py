"""What a line is by its words and look alone: asked everywhere, answered once a line.

In: a line's text, how much of it is links, whether it holds form controls. Out: its `Label`. Where
a line stands, and what stands around it, is for those who ask to weigh.
"""

from __future__ import annotations

from dataclasses import dataclass

from crawler.extraction.dateline import is_meta_line
from crawler.extraction.words import (
    is_box_heading,
    is_furniture_line,
    is_imprint,
    is_link_bar,
    labels_links,
)

PROSE = 60  # letters from which a text without links reads as prose


@dataclass(frozen=True, slots=True)
class Label:
    """What one line is.

    `prose`: long enough, and free enough of links, to be somebody's sentences. `date`: a date
    line, `bare_date` one with nothing of its own beside the date. `imprint`: the site's licence,
    address or publisher. `box_heading`: the heading of related news, comments, polls. `rule`: the
    rule by which the line is furniture, None when no rule says so.
    """

    prose: bool
    date: bool
    bare_date: bool
    imprint: bool
    box_heading: bool
    rule: str | None


def label_line(text: str, linked: int, controls: bool) -> Label:
    """Label a line of `text`, `linked` letters of which are links."""
    share = linked / len(text) if text else 0.0
    date = is_meta_line(text)
    imprint = is_imprint(text)
    heading = is_box_heading(text)
    return Label(
        prose=len(text) >= PROSE and share < 0.4 and not controls,
        date=date,
        bare_date=date and is_meta_line(text, strict=True),
        imprint=imprint,
        box_heading=heading,
        rule=_rule(text, linked, controls, imprint),
    )


def _rule(text: str, linked: int, controls: bool, imprint: bool) -> str | None:
    if controls and len(text) < 200:
        return "a form"
    if is_furniture_line(text):
        return "words of furniture"
    if imprint:
        return "imprint"
    if labels_links(text, linked):
        return "a label of links"
    return "a bar of links" if is_link_bar(text, linked) else None
