"""VHV as built for Hưng Yên: numbers in the addresses, a page of a listing by plain GET."""

import re

from crawler.families.asking import Answer, Ask
from crawler.families.base import Family, Fields, Listing
from crawler.families.paging import next_link

_NUMBERED = re.compile(r"(?P<listing>/chuyen-muc-[^/?#]*-c\d+-)\d+\.html")


def _page(answer: Answer, page: int) -> Ask | None:
    """Ask for a page of a category by its number, of any other listing by its links."""
    address, numbered = _NUMBERED.subn(rf"\g<listing>{page}.html", answer.url, count=1)
    if not numbered and answer.tree is not None:
        address = next_link(answer.tree, answer.url, page - 1) or ""
    return Ask(url=address) if address else None


FAMILY = Family(
    name="vhv_hungyen",
    tokens=frozenset({"common-title", "common-brief", "common-content"}),
    # "/chuyen-muc-<slug>-c<category>-<page>.html" is a listing.
    article=re.compile(r"^/(?!chuyen-muc-)(?:[^?#]*/)?[^/?#]*-c(?P<key>\d+)\.html?(?:[?#]|$)"),
    fields=Fields(
        title=("h1.title-detail",),
        stamp=(".post-date", ".article-date"),
        sapo=(".article-brief", ".common-brief"),
        content=(".article-content", ".common-content"),
        author=(".article-author",),
        source=("div.source",),
    ),
    pager=_page,
    listing=Listing(
        title=("a.article-title.common-title", "a.article-title"),
        summary=("div.article-brief",),
        # "09/07/2020 | 2522": the second number counts views.
        date=("span.article-date",),
    ),
)
