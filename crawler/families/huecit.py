"""HueCIT: the Party of Huế, communes of Huế. /printpage-<cat>/<slug>.html is a copy."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="huecit",
    signature=re.compile(r"huecit|/printpage-", re.IGNORECASE),
    article=re.compile(
        r"^/(?!printpage-)[^/?#]+/(?P<slug>[^/?#]+)\.html?(?:[?#]|$)|[?&]tc=(?P<key>\d+)(?:[&#]|$)"
    ),
)
