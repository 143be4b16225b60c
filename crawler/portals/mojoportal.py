"""mojoPortal listings: `Article/ViewList.aspx?…&pagenumber=N`."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import TextResponse

from crawler.families.paging import with_page
from crawler.portals.base import PortalSpider
from crawler.portals.walk import Walk


class MojoPortalSpider(PortalSpider):
    """A portal on mojoPortal. `listings` are its `ViewList.aspx` addresses with mid and pageid."""

    family = "mojoportal"

    def next_request(self, response: TextResponse, walk: Walk) -> Request:
        """Count on: past its end the listing shows its last page again, which ends the walk."""
        return Request(with_page(walk.listing, "pagenumber", walk.page + 1))
