"""ePi, the CMS of several newspapers (Lào Cai, Gia Lai, Hà Tĩnh, Sài Gòn Giải Phóng)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="epi",
    tokens=frozenset({"zce-content-body", "cms-body", "story__heading", "story__thumb"}),
    article=re.compile(r"-post(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        title=("h1.article__title",),
        stamp=(".article__meta time",),
        sapo=(".article__sapo",),
        content=(".zce-content-body", ".article__body"),
        author=(".article__author",),
        furniture=(
            ".sda_middle",
            ".ads_middle",
            ".rennab",
            "[id^=sdaWeb_]",
            "[id^=adsWeb_]",
            ".article-relate",
            ".related-news",
            ".notebox",
            ".poll-box",
            ".article__tags",
        ),
    ),
    search=("/search/?q={}",),
    listing=Listing(
        row=("article.story",),
        title=(".story__heading a", ".story__title a"),
        summary=(".story__summary", ".story__desc"),
        date=(".story__meta time", "time"),
    ),
)
