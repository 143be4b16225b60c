"""DotNetNuke listings: ASP.NET pagers that post the page's form back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from form2request import form2request
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.families.paging import category_links, postback_next
from crawler.portals.base import PortalSpider, Walk


class DotNetNukeSpider(PortalSpider):
    """A portal on DotNetNuke. `listings` are its category pages.

    `categories` may name, by the path, further category pages that the portal's own menu links to;
    they are read as listings too.
    """

    family = "dotnetnuke"
    categories: ClassVar[re.Pattern[str] | None] = None

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Read the rows, and once the menu."""
        yield from super().parse_listing(response, walk)
        if self.categories and walk.page == 1 and isinstance(response, TextResponse):
            for address in category_links(response.text, response.url, self.categories):
                if address not in self._rows:
                    yield self.enter(address)

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Post the form back as the pager's link would."""
        postback = postback_next(response.text, walk.page)
        forms = response.xpath("//form[.//input[@name='__VIEWSTATE']]")
        if not postback or not forms:
            return None
        target, argument = postback
        posted = {"__EVENTTARGET": target, "__EVENTARGUMENT": argument}
        request: Request = form2request(forms[0], posted, click=False).to_scrapy(callback=None)
        return request
