"""Oracle WebCenter (Quảng Nam and its districts): one page shows every document by its name."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="webcenter",
    signature=re.compile(r"/webcenter/"),
    # Later addresses of the province's own portal end in a number.
    article=re.compile(
        r"[?&]dDocName=(?P<key>\w+)|^/[^/?#]+-(?P<slug>\d+)\.html(?:[?#]|$)", re.IGNORECASE
    ),
)
