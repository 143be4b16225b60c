"""SharePoint as built by Tân Dân."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="sharepoint_tandan",
    tokens=frozenset(
        {
            "tandan-p-article-news-title",
            "tandan-p-article-news-main",
            "tandan-p-article-news-summary",
            "tandan-span-date-publish",
        }
    ),
    signature=re.compile(r"tandan", re.IGNORECASE),
    article=re.compile(
        r"[?&]ItemID=(?P<key>\d+)|"
        r"^/(?:[^?#]*/)?pages/\d{4}-\d{1,2}-\d{1,2}/(?P<name>[^/?#]+?)(?:\.aspx)?(?:[?#]|$)|"
        r"^(?![^#]*[?&]ItemID=)[^?#]*/(?P<slug>[^/?#]+-\d+)(?:\.aspx|\.html?)?(?:[?#]|$)",
        re.IGNORECASE,
    ),
    fields=Fields(
        title=(".tandan-p-article-news-title",),
        stamp=(".tandan-span-date-publish",),
        sapo=(".tandan-p-article-news-summary",),
        content=(".tandan-p-article-news-main", ".ms-rtestate-field"),
        author=(".tandan-p-article-news-author", ".tandan-span-author"),
        source=(".tandan-p-article-news-source",),
    ),
    listing=Listing(
        title=(".tandan-p-article-news-title a", ".tandan-p-article-news-title"),
        summary=(".tandan-p-article-news-summary",),
        date=(".tandan-span-date-publish",),
    ),
)
