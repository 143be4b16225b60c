"""SharePoint as others built it: Quảng Ninh, Bắc Kạn, Vĩnh Phúc, Đồng Nai, Yên Bái and more.

An article is a page of its own in a library (/Pages/<slug>.aspx) or an item of a list that one
page shows (…/chi-tiet.aspx?ItemID=12).
"""

import re

from crawler.families.base import Family, Fields

_ITEM = r"(?:ItemID|NewsID|ArticleID|idtin)"

FAMILY = Family(
    name="sharepoint",
    signature=re.compile(r"Microsoft SharePoint|/_layouts/|/PublishingImages/", re.IGNORECASE),
    # Two lists of a site, and two sites of a host, count their items each from one.
    article=re.compile(
        rf"^(?P<site>/(?:[^?#]*/)?)(?:lists/[^?#]*|pages/[^?#]*|[^/?#]*)\.aspx\?"
        rf"(?:(?=[^#]*\b(?:l|list)=(?P<list>[^&#]+)))?(?:[^#]*&)?{_ITEM}=(?P<key>\d+)(?:[&#]|$)"
        r"|^/(?:[^?#]*/)?pages/(?!(?:default|home|index|print|search|chi-?tiet|danh-?sach|news|tin)"
        r"[^/?#]*\.aspx)(?P<slug>[^/?#]+?)\.(?:aspx|html)(?:[?#]|$)",
        re.IGNORECASE,
    ),
    fields=Fields(content=(".ms-rtestate-field", "div[class^=ExternalClass]")),
)
