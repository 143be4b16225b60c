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
    # One article answers at several addresses; of a page that shows any, the query names it.
    article=re.compile(
        r"/-/view_content/(?P<key>\d+)"
        r"|/-/asset_publisher/[^?#]*/?content/id/(?P<entry>\d+)"
        r"|/-/asset_publisher/[^?#]*/?content/[^/?#]*\?(?P<bare>\d+)$"
        r"|/-/asset_publisher/[^?#]*/?content/(?P<slug>[^/?#]+)"
        r"|[?&]_101_urlTitle=(?P<title>[^&#]+)"
        r"|/-/view-article/\d+/(?:[^/?#]+/)?(?P<article>\d+)"
        r"|/chi-tiet[\w-]*/?\?(?:/[^/?#]+/(?P<tail>\d+)|(?:[^#]*&)?(?:id|dinhdanh)=(?P<id>\d+))"
        r"|/(?:w|-)/(?P<page>[^/?#]+)/?(?:[?#]|$)",
        re.IGNORECASE,
    ),
    fields=Fields(
        title=(
            ".portlet-asset-publisher .asset-title",
            "h1.header-title",
            ".asset-title",
        ),
        stamp=(".news-date", ".metadata-publish-date"),
        sapo=(".asset-summary", ".sapo"),
        content=(
            ".journal-content-article",
            ".asset-full-content .asset-content",
            ".asset-content",
        ),
        author=(".metadata-author",),
    ),
    listing=Listing(
        row=(".asset-abstract",),
        title=(".asset-title a", ".asset-title"),
        summary=(".asset-summary", ".sapo", ".summary"),
        date=(".metadata-publish-date", ".news-date", ".date"),
    ),
)
