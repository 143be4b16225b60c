"""Where a run stands in a listing."""

from __future__ import annotations

from dataclasses import dataclass

PAGE_MARK = "#page="


def page_address(listing: str, page: int) -> str:
    """Return the name of a listing's page that has no address of its own."""
    return f"{listing}{PAGE_MARK}{page}"


@dataclass(frozen=True, slots=True)
class Walk:
    """A listing being read: which page this is, and how many before it were too old.

    `address` is the page's name in `pages_seen`: its own, or where a script pages, the listing's
    with the page's number. `remembered` means that the rows were asked for where they were found
    last time, `pointed` that another page said where they are, `alone` that the walk ends here.
    """

    listing: str
    address: str
    page: int = 1
    old_pages: int = 0
    remembered: bool = False
    pointed: bool = False
    alone: bool = False
