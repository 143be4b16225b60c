"""The portals of Sóc Trăng and Trà Vinh: mDefault.aspx?sid=&pageid=&catid=&id=&catname=."""

import re

from crawler.families.base import Family

FAMILY = Family(
    name="mdefault",
    signature=re.compile(r"mDefault\.aspx", re.IGNORECASE),
    article=re.compile(r"mDefault\.aspx\?(?:[^#]*&)?id=(?P<key>\d+)(?:[&#]|$)", re.IGNORECASE),
)
