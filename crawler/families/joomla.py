"""Joomla."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="joomla",
    tokens=frozenset(
        {"item-page", "com-content-article", "itemBody", "itemFullText", "article-info"}
    ),
    signature=re.compile(r"joomla|/media/system/js/|/components/com_", re.IGNORECASE),
    article=re.compile(r"/(?P<key>\d+)-[^/?#]+(?:\.html)?(?:[?#]|$)"),
    fields=Fields(
        title=(
            ".item-page h1[itemprop=headline]",
            ".item-page h2[itemprop=headline]",
            ".item-page .page-header",
            ".itemTitle",
            ".item-page h2",
        ),
        stamp=(".article-info .published", "dd.published", ".itemDateCreated", "dd.create"),
        content=(
            "[itemprop=articleBody]",
            ".com-content-article__body",
            ".itemFullText",
            ".item-page .articleBody",
        ),
        sapo=(".itemIntroText",),
        author=("dd.createdby", ".itemAuthor"),
        furniture=(".pager", ".article-info-term", ".tags"),
    ),
    listing=Listing(
        row=(".items-row .item", ".blog-item", ".itemContainer"),
        title=(".page-header a", "h2 a", ".itemTitle a"),
        date=(".published", ".create", ".itemDateCreated"),
    ),
)
