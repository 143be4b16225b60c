"""MediaTech, the CMS of newspapers and broadcasters (la34 and its siblings)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="mediatech",
    tokens=frozenset({"content-detail"}),
    signature=re.compile(r"//media\.[^\s/\"']+/upload/|mediatech", re.IGNORECASE),
    article=re.compile(r"^/(?:[^?#]*/)?[^/?#]*?-(?P<key>\d+)\.html?(?:[?#]|$)"),
    fields=Fields(
        title=("h1.title-detail", ".detail-title", "h1.title", ".title-detail", ".news-title"),
        stamp=(".detail-time", ".time-detail", ".date-detail", ".post-time", ".detail-date"),
        sapo=(".sapo", ".sapo-detail", ".detail-sapo", ".lead", ".detail-lead", ".desc-detail"),
        content=("#content-detail",),
        author=(".author-detail", ".detail-author", ".author"),
        source=(".source-detail", ".detail-source"),
        furniture=(".keyword", ".tags", ".related-news", ".box-comment"),
    ),
    listing=Listing(
        summary=(".sapo", ".summary", ".desc", ".lead"),
        date=(".time", ".date", "time"),
    ),
)
