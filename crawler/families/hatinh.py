"""The portal of Hà Tĩnh: /vi/chuyen-muc/<cat>?page=N, /vi/bai-viet/<slug>."""

import re

from crawler.families.base import Family, Fields, PageCount

FAMILY = Family(
    name="hatinh",
    tokens=frozenset({"detail-content-lead"}),
    article=re.compile(r"/bai-viet/(?:[^?#]*/)?(?P<slug>[^/?#]+?)(?:\.html?)?/?(?:[?#]|$)"),
    pages=PageCount("page"),
    fields=Fields(
        stamp=(".detail-title .time",),
        sapo=(".detail-content-lead",),
        content=(".detail-content",),
    ),
)
