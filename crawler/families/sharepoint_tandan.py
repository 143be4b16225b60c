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
            "tandan-content-view",
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
        title=(".tandan-p-article-news-title", ".tandan-title-view"),
        stamp=(".tandan-span-date-publish", ".tandan-date-view"),
        sapo=(".tandan-p-article-news-summary",),
        content=(".tandan-p-article-news-main", ".tandan-content-view", ".ms-rtestate-field"),
    ),
    listing=Listing(
        title=(".tandan-p-article-news-title a", ".tandan-p-article-news-title"),
        summary=(".tandan-p-article-news-summary",),
        date=(".tandan-span-date-publish",),
    ),
)
