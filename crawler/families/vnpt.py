"""VNPT Portal (ninhbinh, sonla, cantho, communes of Hải Phòng)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="vnpt",
    tokens=frozenset(
        {"ArticleHeader", "ArticleSummary", "ArticleContent", "UIListNews_Default", "ArticleInMenu"}
    ),
    signature=re.compile(r"/DesktopModule/UI|vnptportal|VNPT ?Portal", re.IGNORECASE),
    article=re.compile(r"^/(?:[^?#]*/)?(?P<key>[^/?#]+-\d+)(?:\.html?|\.aspx)?/?(?:[?#]|$)"),
    fields=Fields(
        title=(".ArticleHeader",),
        stamp=(".PostDate", ".ArticleDate"),
        sapo=(".ArticleSummary",),
        content=(".ArticleContent",),
        author=(".ArticleAuthor", ".Author"),
        source=(".ArticleSource", ".Source"),
    ),
    listing=Listing(
        row=(".UIListNews_Default .item", ".ArticleInMenu .item", ".ArticleInMenu li"),
        title=(".title a", "h3 a", ".ArticleTitle"),
        summary=(".summary", ".ArticleSummary", ".Summary"),
        date=(".PostDate", ".date", ".time"),
    ),
)
