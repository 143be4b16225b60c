"""Báo Phú Thọ: unfilled templates ("{title}", "{name} - {time}") stand around the text."""

import re

from crawler.families.base import Family, Fields

FAMILY = Family(
    name="baophutho",
    tokens=frozenset({"pTitle", "pHead", "dcontent"}),
    article=re.compile(r"^/(?:[^?#]*/)?[^/?#]+-(?P<key>\d+)\.htm(?:[?#]|$)"),
    fields=Fields(title=("h1.pTitle",), sapo=("p.pHead",), content=("#dcontent",)),
)
