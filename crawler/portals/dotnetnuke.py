"""DotNetNuke listings: ASP.NET pagers that post the page's form back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from form2request import form2request
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.families.paging import category_links, postback_next
from crawler.portals.base import PortalSpider
from crawler.portals.walk import Walk

MOST_LISTINGS = 8  # a menu may link to any number of categories


class DotNetNukeSpider(PortalSpider):
    """A portal on DotNetNuke. `listings` are its category pages.

    `categories` may name, by the path, further category pages that the portal's own menu links to;
    they are read as listings too.
    """

    family = "dotnetnuke"
    categories: ClassVar[re.Pattern[str] | None] = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._first_pages: dict[str, TextResponse] = {}

    def parse_listing(self, response: Response, walk: Walk) -> Iterator[Request]:
        """Read the rows, and once the menu."""
        yield from super().parse_listing(response, walk)
        if walk.page > 1 or not isinstance(response, TextResponse) or response.status == 304:
            return
        self._first_pages[walk.listing] = response
        if self.categories and walk.listing in self.listings:
            known = {_category(address) for address in (*self.listings, *self._rows)}
            for address in category_links(response.text, response.url, self.categories):
                if _category(address) not in known and len(self._rows) < MOST_LISTINGS:
                    known.add(_category(address))
                    yield self.enter(address)

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Post the form back as the pager's link would."""
        return _post_back(response, walk.page + 1)

    def page_request(self, listing: str, page: int) -> Request | None:
        """Post the listing's first page back as the link to any page in its pager would."""
        first = self._first_pages.get(listing)
        return _post_back(first, page) if first else None


def _category(address: str) -> str:
    """Return the GUID a category's address ends with: the rest is its name, in any spelling."""
    return address.rstrip("/").rsplit("/", 1)[-1].casefold()


def _post_back(response: TextResponse, page: int) -> Request | None:
    postback = postback_next(response.text, page - 1)
    forms = response.xpath("//form[.//input[@name='__VIEWSTATE']]")
    if not postback or not forms:
        return None
    # DNN's form is made for files, too; ASP.NET takes the plain encoding as well.
    forms[0].root.attrib.pop("enctype", None)
    posted = dict(zip(("__EVENTTARGET", "__EVENTARGUMENT"), postback, strict=True))
    request: Request = form2request(forms[0], posted, click=False).to_scrapy(callback=None)
    return request
