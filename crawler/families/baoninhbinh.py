"""Báo Ninh Bình: numbers of 15 digits, older /<slug>/dYYYYMMDDHHMMSSmmm.htm; an open search."""

import re

from crawler.families.base import Family, Fields, PageCount

FAMILY = Family(
    name="baoninhbinh",
    tokens=frozenset({"content_detail"}),
    article=re.compile(r"(?:-(?P<key>\d{15})\.html|/d(?P<slug>\d{17})\.htm)(?:[?#]|$)"),
    pages=PageCount("page"),
    search=("/s/{}?page=1",),
    fields=Fields(
        title=("h1.header-title",),
        sapo=(".content-detail .font-bold",),
        content=("#content_detail",),
    ),
)
