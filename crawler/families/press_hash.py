"""Newspapers and broadcasters with the month in the address: /<cat>/YYYYMM/<slug>-<hash>/.

The vendor names itself nowhere. Two themes are known; the lead is often the first bold paragraph.
"""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="press_hash",
    tokens=frozenset({"sub_first_content", "td-post-content", "head_title", "article_content"}),
    signature=re.compile(r"/file/[0-9a-f]{32}/|/dataimages/\d{6}/original/", re.IGNORECASE),
    # Seven digits of a hash, or an older number; "/", nothing or "/index.htm" may follow.
    article=re.compile(
        r"/\d{6}/[^/?#]*-(?P<key>[0-9a-f]{5,10})(?:/(?:index\.html?)?)?(?:[?#]|$)", re.IGNORECASE
    ),
    fields=Fields(
        title=("h1.media-heading", "h1.head_title", "h2#title"),
        stamp=("div.date",),
        sapo=(".sub_first_content strong", "div.desc", "#content > p > strong"),
        content=(".td-post-content", "div.content-detail", ".article_content #content"),
        furniture=("ul.social", ".bd02"),
    ),
    listing=Listing(summary=("div.desc",), date=("div.date",)),
)
