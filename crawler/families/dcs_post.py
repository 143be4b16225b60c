"""DotNetNuke as the Party of Bình Thuận runs it: /Tin-tức/post/<number>/<slug>.aspx.

The category is spelled with diacritics or without, the ending is there or not: the number counts.
"""

import re

from crawler.families import dotnetnuke
from crawler.families.base import Family

FAMILY = Family(
    name="dcs_post",
    article=re.compile(r"/post/(?P<key>\d+)/"),
    fields=dotnetnuke.FAMILY.fields,
    listing=dotnetnuke.FAMILY.listing,
)
