"""What is asked of a portal's listing, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from crawler.families.json_rows import mark_up_of
from crawler.markup.decode import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request as a link, a form or a script of the portal's page would send it.

    `json` is a body in that form, in place of `form`. `unsure`: it may bring the rows that are
    shown already, and the one after it the next.
    """

    url: str
    method: str = "GET"
    form: tuple[tuple[str, str], ...] = ()
    json: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    unsure: bool = False


# What jQuery says of itself; several portals answer fragments only to it.
AJAX = (("X-Requested-With", "XMLHttpRequest"),)


@dataclass(frozen=True)
class Answer:
    """A listing page as text, the address it answered at, and what brought it."""

    url: str
    text: str
    ask: Ask = field(default_factory=lambda: Ask(url=""))

    @cached_property
    def tree(self) -> HtmlElement | None:
        """The parsed page, or what mark-up a JSON answer holds; None where there is none."""
        return parse(mark_up_of(self.text))
