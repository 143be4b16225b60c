"""The portals of Tuyên Quang and its communes: /vi/tin-bai/<slug>?id=N&type=NEWS."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="tin_bai",
    signature=re.compile(r"/tin-bai/"),
    # The number alone is the article's: slugs change, and parameters come in any order.
    article=re.compile(r"/tin-bai/[^?#]*\?(?:[^#]*&)?id=(?P<key>\d+)(?:[&#]|$)"),
)
