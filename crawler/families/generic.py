"""A portal of no known family: articles are told by the shape of their addresses alone."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="generic",
    article=re.compile(
        # a number in the query names the item of a page that shows any of them
        r"\?(?:[^#]*&)?(?:id|itemid|newsid|articleid|tid|nid|news_id|idtin|bai|tin|p)=(?P<number>\d+)|"
        # a slug with a number behind or before it
        r"^/(?:[^?#]*/)?(?:[^/?#]+[-_.](?P<key>[a-z]{0,5}\d{3,})|(?P<front>\d{3,})[-_/][^/?#]+)"
        r"(?:\.\w{2,5})?/?(?:[?#]|$)|"
        # a long slug
        r"^/(?:[^?#]*/)?(?P<slug>[^/?#.]+(?:[-_][^/?#.]+){3,})(?:\.\w{2,5})?/?(?:[?#]|$)",
        re.IGNORECASE,
    ),
)
