"""OneCMS of newspapers in Hà Nội, Hải Phòng, Đà Nẵng, Nghệ An and others; images on 1cdn.vn."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="onecms",
    tokens=frozenset({"b-maincontent", "b-grid__title", "block-sc-sapo", "sc-longform-header"}),
    signature=re.compile(r"//[^/\s]+\.1cdn\.vn/"),
    # "-event12.html" is a page of links on one subject, "/print/12.html" a copy.
    article=re.compile(r"^/(?!print/)(?:[^?#]*/)?[^/?#]*-(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        title=(".sc-longform-header-title", "h1"),
        sapo=(".sc-longform-header-sapo", ".block-sc-sapo"),
        content=(".b-maincontent .entry", "article.entry", ".b-maincontent"),
        furniture=(".sc-related-articles", ".c-box"),
    ),
    listing=Listing(title=("h3.b-grid__title a",)),
)
