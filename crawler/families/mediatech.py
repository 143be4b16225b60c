"""MediaTech, the CMS of newspapers and broadcasters (la34 and its siblings)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="mediatech",
    tokens=frozenset({"content-detail"}),
    signature=re.compile(r"//media\.[^\s/\"']+/upload/|mediatech", re.IGNORECASE),
    article=re.compile(r"^/(?:[^?#]*/)?[^/?#]*?-(?P<key>\d+)\.html?(?:[?#]|$)"),
    fields=Fields(
        title=("h1.title-detail",),
        stamp=(".post-time",),
        sapo=(".sapo",),
        content=("#content-detail",),
        furniture=(".tags",),
    ),
    listing=Listing(
        summary=(".sapo", ".summary", ".desc", ".lead"),
        date=(".time", ".date", "time"),
    ),
)
