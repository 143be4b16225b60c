"""VHV listings: the pager posts the list's configuration, found in the page, for a fragment."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from scrapy import FormRequest, Request
from scrapy.http import TextResponse

from crawler.families.paging import redraw_request
from crawler.portals.base import PortalSpider
from crawler.portals.walk import Walk


class VhvSpider(PortalSpider):
    """A portal on VHV. `listings` are its category pages."""

    family = "vhv"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._redraws: dict[str, tuple[str, dict[str, str]]] = {}

    def rows_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Read the configuration; where the page itself holds no rows, ask for its first ones."""
        rows = len(self.cms.teasers(response.text, response.url))
        redraw = redraw_request(response.text, response.url, rows)
        if redraw:
            self._redraws[walk.listing] = redraw
        return self._redraw(walk.listing, 1) if redraw and not rows else None

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Ask for the fragment of the next page."""
        request = response.request
        if walk.listing not in self._redraws and request is not None and request.method == "POST":
            # The rows came straight from the fragment: its request holds the configuration.
            self._redraws[walk.listing] = request.url, dict(parse_qsl(request.body.decode(), True))
        return self._redraw(walk.listing, walk.page + 1)

    def page_request(self, listing: str, page: int) -> Request | None:
        """Ask for the fragment of any page, once the listing itself was read."""
        return self._redraw(listing, page)

    def _redraw(self, listing: str, page: int) -> Request | None:
        if listing not in self._redraws:
            self.ledger.cut_short()  # there may be more than this page shows
            return None
        address, fields = self._redraws[listing]
        return FormRequest(
            address,
            formdata={**fields, "pageNo": str(page)},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
