"""Newspapers whose articles end in -a<number>.html (Cần Thơ, Tây Ninh, Đồng Tháp and others)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="press_a",
    tokens=frozenset({"margintopbot10", "newscontents", "content-fck", "titlecate", "contentNews"}),
    signature=re.compile(r"/static/templates/version1/|/image/news/\d{4}/\d{8}/"),
    # Not the copy to print, nor "/https/…", a slip of one of these portals.
    article=re.compile(r"^/(?!print/|https?/)(?:[^?#]*/)?[^/?#]*-a(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        # The first h1 of the page is the category.
        title=("h1.margintopbot10", "h1.title"),
        stamp=("span.pubdate",),
        sapo=("h4.sapo", ".detail-desc p"),
        content=("#newscontents .content-fck", "#contentNews .singular-content", ".content-fck"),
        furniture=("#frmComments", "#frmComment", ".box160"),
    ),
    listing=Listing(row=("ul.list-block > li",)),
)
