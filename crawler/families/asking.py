"""What is asked of a portal's listing, and what it answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from crawler.markup.decode import parse


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request as a link, a form or a script of the portal's page would send it."""

    url: str
    method: str = "GET"
    form: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()


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
        """The parsed page, None where there is nothing to parse."""
        return parse(self.text)
