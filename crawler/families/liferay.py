"""Liferay as it comes (asset publisher, journal content)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="liferay",
    tokens=frozenset(
        {
            "journal-content-article",
            "portlet-asset-publisher",
            "lfr-pagination-buttons",
            "portlet-boundary",
        }
    ),
    signature=re.compile(r"/o/frontend-|liferay|/html/js/|/-/asset_publisher/", re.IGNORECASE),
    article=re.compile(
        r"/-/view_content/(?P<key>\d+)|/-/asset_publisher/[^?#]*/content/(?P<slug>[^/?#]+)"
    ),
    fields=Fields(
        title=(
            ".portlet-asset-publisher .asset-title",
            "h1.header-title",
            ".asset-title",
            ".title-news",
        ),
        stamp=(".asset-full-content .date", ".news-date", ".metadata-publish-date"),
        sapo=(".asset-summary", ".news-summary", ".sapo"),
        content=(
            ".journal-content-article",
            ".asset-full-content .asset-content",
            ".asset-content",
        ),
        author=(".news-author", ".metadata-author"),
    ),
    listing=Listing(
        row=(".asset-abstract",),
        title=(".asset-title a", ".asset-title"),
        summary=(".asset-summary", ".sapo", ".summary"),
        date=(".metadata-publish-date", ".news-date", ".date"),
    ),
)
