"""SharePoint as built by Lạc Việt: tables, an ExternalClass body."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="sharepoint_lacviet",
    tokens=frozenset({"lv_description_mode1", "lv_description_mode2"}),
    signature=re.compile(r"AllPosts\.aspx|lacviet|/_layouts/LacViet", re.IGNORECASE),
    # An item is known by its list's site and number, a page without number by its name.
    article=re.compile(
        r"^/(?:(?P<site>[^?#]*?)/)??(?:lists/[^?#]*?|pages/[^?#/]*|default|[^?#/]*)(?:\.aspx)?"
        r"\?(?:[^#]*?&)?ItemID=(?P<key>\d+)|"
        r"^[^?#]*/(?P<slug>(?!default|allposts|viewlist)[^/?#]+)\.aspx(?:[?#]|$)",
        re.IGNORECASE,
    ),
    fields=Fields(
        title=("p.Title",),
        stamp=("td.Time", ".Time"),
        sapo=("b.lv_description_mode1", ".lv_description_mode2"),
        content=("div[class^=ExternalClass]", ".ms-rtestate-field"),
    ),
    listing=Listing(summary=(".lv_description_mode1", ".Description"), date=("td.Time", ".Time")),
)
