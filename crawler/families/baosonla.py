"""Báo Sơn La: /<cat>/<slug>-<nine characters>.html, older numbers; /<cat>/trang-N.html pages."""

import re

from crawler.families.base import Family, Fields, Listing, PageCount

FAMILY = Family(
    name="baosonla",
    tokens=frozenset({"editor-detail", "audio-article", "select-accent-wrap"}),
    article=re.compile(
        r"^/[^/?#]+/[^/?#]*-(?P<key>[0-9A-Za-z]{9})\.html(?:[?#]|$)"
        r"|^/(?:vi/bai-viet|[^/?#]+)/(?!trang-)[^/?#]*?-+(?P<slug>\d+)(?:\.html)?(?:[?#]|$)"
    ),
    fields=Fields(
        sapo=(".fulltext > p.font-bold",),
        content=("#editor-detail", "div.fulltext"),
        furniture=(".audio-article",),
    ),
    pages=PageCount("/trang-{}.html"),
    listing=Listing(title=("a.cms-link",)),
)
