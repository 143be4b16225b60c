"""VCCorp portals: Hà Nội, its communes and departments."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="vccorp",
    tokens=frozenset({"afcbc-body", "VCSortableInPreviewMode", "PhotoCMS_Caption", "news-sapo"}),
    signature=re.compile(r"/api/NewsZone/|\.mediacdn\.vn/"),
    # The number is the site's, then YYMMDDHHMMSS and one to three digits of milliseconds.
    article=re.compile(r"-(?P<key>\d{14,20})\.html?(?:[?#]|$)"),
    fields=Fields(
        stamp=(".news-info .time", ".detail-time", ".news-info .date"),
        content=(".detail-content.afcbc-body", ".detail-content"),
    ),
    listing=Listing(
        row=(".news-item[data-id]",),
        title=(".news-title a", ".news-title"),
        summary=(".news-sapo",),
        date=(".news-time",),
    ),
)
