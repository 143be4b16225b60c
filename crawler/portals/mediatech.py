"""MediaTech listings: numbered pages and `rel=next`."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import TextResponse

from crawler.families.paging import numbered_next
from crawler.portals.base import PortalSpider
from crawler.portals.walk import Walk


class MediaTechSpider(PortalSpider):
    """A newspaper or broadcaster on MediaTech. `listings` are its category pages."""

    family = "mediatech"

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Follow the pager as printed."""
        address = numbered_next(response.text, response.url, walk.page)
        return Request(address) if address else None
