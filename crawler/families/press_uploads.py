"""Newspapers with pictures in uploads/image/YYYY/MM/DD (Hậu Giang, Bạc Liêu, Kiên Giang)."""

import re

from crawler.families.base import Family, Fields

FAMILY = Family(
    name="press_uploads",
    tokens=frozenset({"news-details-content", "contentView", "view-page-Tit", "newscontent"}),
    signature=re.compile(r"uploads/image/\d{4}/\d\d/\d\d/", re.IGNORECASE),
    # "/<slug>-215.html" at the root is a category.
    article=re.compile(r"^/(?:[^/?#]+/)+[^/?#]*-(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        title=(".news-details-content h1", "h1.view-page-Tit"),
        stamp=("div.date",),
        content=("div.contentView", "div.newscontent"),
    ),
)
