"""Static copies of Lạc Việt pages (districts of Đắk Nông, 2019): flat slugs, /<cat>/page/N.

Dozens of articles bear one stamp, the moment of the import; a slug may be a category's name.
"""

import re

from crawler.families import sharepoint_lacviet
from crawler.families.base import Family, Listing, PageCount

FAMILY = Family(
    name="easywebhub",
    signature=re.compile(r"easywebhub"),
    article=re.compile(r"^/(?!tin-tuc$|trang-chu$|gioi-thieu$)(?P<slug>[^/?#.]+-[^/?#.]+)/?$"),
    fields=sharepoint_lacviet.FAMILY.fields,
    pages=PageCount("/page/{}"),
    listing=Listing(title=("h3 a", "h4 a")),
)
