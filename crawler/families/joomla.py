"""Joomla."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="joomla",
    tokens=frozenset(
        {"item-page", "com-content-article", "itemBody", "itemFullText", "article-info"}
    ),
    signature=re.compile(r"joomla|/media/system/js/|/components/com_", re.IGNORECASE),
    # Joomla 4 leaves the number out: then the alias is the identity, which may begin with one
    # ("12-xa-giao-ban", "2026-nam-…").
    article=re.compile(
        r"/(?P<key>(?!(?:19|20)\d\d-)\d{3,})-[^/?#]+(?:\.html)?(?:[?#]|$)|"
        r"/(?P<numbered>\d{1,4}-[^/?#]+?)(?:\.html)?(?:[?#]|$)|"
        r"[?&]view=article[^#]*?&id=(?P<id>\d+)|"
        r"^/(?:[^?#]*/)(?P<alias>[^/?#.]+(?:-[^/?#.]+){3,})(?:\.html)?/?(?:[?#]|$)",
        re.IGNORECASE,
    ),
    # Joomla 4's smart search answers here whatever the menu and the rewriting; Joomla 3's own.
    search=(
        "/index.php/component/finder/search?q={}&o=date&od=desc",
        "/component/search/?searchword={}&ordering=newest",
    ),
    feed_times_lie=True,
    fields=Fields(
        title=(
            ".item-page h1[itemprop=headline]",
            ".item-page h2[itemprop=headline]",
            ".item-page .page-header",
            ".itemTitle",
            ".item-page h2",
        ),
        stamp=(".article-info .published", ".itemDateCreated", "dd.create"),
        content=(
            "[itemprop=articleBody]",
            ".com-content-article__body",
            ".itemFullText",
        ),
        sapo=(".itemIntroText",),
        author=("dd.createdby", ".itemAuthor"),
        furniture=(".pager", ".article-info-term", ".tags"),
    ),
    listing=Listing(
        row=(
            ".items-row .item",
            ".blog-item",
            ".itemContainer",
            ".com-content-category__articles tr",
            ".com-finder__results-list > li",
            ".search-results .result-title",
        ),
        title=(
            ".result__title-text",
            ".page-header a",
            ".page-header h2",
            "h2 a",
            ".itemTitle a",
            "th.list-title a",
            ".list-title a",
        ),
        summary=(".result__description", ".result-text"),
        date=(".published", ".create", ".itemDateCreated", ".list-date", ".result__date"),
    ),
)
