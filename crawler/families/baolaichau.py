"""Báo Lai Châu: /<cat>/<slug>-<number>."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="baolaichau",
    tokens=frozenset({"blc-post", "blc-post__link", "post-info"}),
    article=re.compile(r"^/(?:[^/?#]+/)+[^/?#]+-(?P<key>\d{5,})/?(?:[?#]|$)"),
    fields=Fields(
        title=(".post-info .title",),
        sapo=(".post-info .sapo",),
        content=(".post-info .body",),
    ),
    listing=Listing(title=("a.blc-post__link",)),
)
