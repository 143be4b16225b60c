"""A portal of no known family: articles are told by the shape of their addresses alone."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="generic",
    article=re.compile(
        # a number in the query names the item of a page that shows any of them
        r"\?(?:[^#]*&)?(?:id|itemid|newsid|articleid|tid|nid|news_id|idtin|bai|tin)=(?P<number>\d+)|"
        # a slug with a number behind or before it; a short one may be a year, or a count of the
        # title ("…-thang-11-2026"): then the whole slug is the identity
        r"^/(?:[^?#]*/)?(?:[^/?#]+[-_.](?P<key>[a-z]{1,5}\d{3,}|\d{5,})|(?P<front>\d{5,})[-_/][^/?#]+"
        r"|(?P<named>[^/?#]+[-_.]\d{3,4}|\d{3,4}[-_/][^/?#]+))"
        r"(?:\.\w{2,5})?/?(?:[?#]|$)|"
        # a long slug, not right behind what says that it is a category, a tag or an author
        r"^/(?!(?:[^?#]*/)?(?:tags?|tu-khoa|the|author|tac-gia|category|danh-muc|chuyen-muc|user"
        r"|profile)/[^/?#]+/?(?:[?#]|$))(?:[^?#]*/)?(?P<slug>[^/?#.]+(?:[-_][^/?#.]+){3,})(?:\.\w{2,5})?/?(?:[?#]|$)",
        re.IGNORECASE,
    ),
)
