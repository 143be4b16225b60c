"""Báo Thanh Hóa: -<number>.htm, older /<cat>/<slug>/<number>.htm."""

import re

from crawler.families.base import Family, Fields

FAMILY = Family(
    name="baothanhhoa",
    tokens=frozenset({"article__sapo"}),
    article=re.compile(r"^/(?:[^?#]*/)?(?:[^/?#]+-)?(?P<key>\d+)\.htm(?:[?#]|$)"),
    fields=Fields(sapo=("div.article__sapo",)),
)
