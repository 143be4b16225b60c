"""mojoPortal (huonghoa and the other Quảng Trị party portals): slugs at the root, no ids."""

import re

from crawler.families.base import Family, Fields, Listing, PageCount

FAMILY = Family(
    name="mojoportal",
    tokens=frozenset({"mojo-content", "article-viewlist", "mojo-tabs", "AspNet-Menu"}),
    signature=re.compile(
        r"/Data/Sites/\d+/|mojoportal|/ClientScript/|/Article/ViewList\.aspx", re.I
    ),
    # An article is one segment at the root that is no page of the system. Listings of the portal
    # are kept out by where their links stand, not by their shape.
    article=re.compile(
        r"^/(?P<key>(?!(?:Article|Data|Secure|Services|ClientScript|rss|sitemap|home|trang-chu|default"
        r"|search\w*|sitesearch\w*)\b(?:[/.?]|$))[^/?#.]+(?:-[^/?#.]*){2,})/?(?:\.aspx)?(?:[?#]|$)",
        re.IGNORECASE,
    ),
    # Past its end the listing shows its last page again, which ends the walk.
    pages=PageCount("pagenumber"),
    fields=Fields(
        title=(
            "h1.article-title",
            ".articletitle",
        ),
        stamp=(".article-date", ".date"),
        sapo=(".article-summary",),
        content=(
            ".article-body",
            ".article-content",
            ".article-detail",
            ".blogtext",
        ),
    ),
    listing=Listing(
        summary=(".article-summary", ".summary", ".sapo", ".description", ".desc"),
        date=(".article-date", ".date", ".time", ".datetime"),
    ),
)
