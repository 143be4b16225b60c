"""Newspapers whose articles end in -a<number>.html (Cần Thơ, Tây Ninh, Đồng Tháp and others)."""

import re

from w3lib.url import add_or_replace_parameters

from crawler.families.address import resolve
from crawler.families.asking import Answer, Ask
from crawler.families.base import Family, Fields, Listing
from crawler.families.listing import base_of
from crawler.markup.selecting import select


def _page(answer: Answer, page: int) -> Ask | None:
    """Ask for a page as the pager writes it: it offers five pages, there are more."""
    if answer.tree is None:
        return None
    for link in select(answer.tree, "#page a, .pagination a, .pager a"):
        address = resolve(base_of(answer.tree, answer.url), link.get("href") or "")
        if address and re.search(r"[?&]p=\d", address):
            return Ask(url=add_or_replace_parameters(address, {"p": str(page)}))
    return None


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
        content=(
            "#newscontents .content-fck",
            "#contentNews .singular-content",
            ".content-fck",
        ),
        furniture=("#frmComments", "#frmComment", ".box160"),
    ),
    listing=Listing(row=("ul.list-block > li",)),
    pager=_page,
    search=("/tim-kiem/{}.html",),
)
