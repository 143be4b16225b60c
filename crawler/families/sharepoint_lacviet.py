"""SharePoint as built by Lạc Việt: tables, an ExternalClass body."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="sharepoint_lacviet",
    tokens=frozenset({"lv_description_mode1", "lv_description_mode2"}),
    signature=re.compile(r"AllPosts\.aspx|lacviet|/_layouts/LacViet", re.IGNORECASE),
    article=re.compile(r"(?:[?&]ItemID=(?P<key>\d+)|/(?P<slug>[^/?#]+)\.aspx)", re.IGNORECASE),
    fields=Fields(
        title=("p.Title", ".Title"),
        stamp=("td.Time", ".Time"),
        sapo=("b.lv_description_mode1", ".lv_description_mode1", ".lv_description_mode2"),
        content=("div[class^=ExternalClass]", ".ms-rtestate-field"),
        author=(".Author", "td.Author"),
    ),
    listing=Listing(summary=(".lv_description_mode1", ".Description"), date=("td.Time", ".Time")),
)
