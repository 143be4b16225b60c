"""WordPress."""

import re

from crawler.families.base import Family, Fields, Listing, PageCount

FAMILY = Family(
    name="wordpress",
    tokens=frozenset({"entry-title", "entry-content", "wp-block-post-title"}),
    signature=re.compile(r"/wp-(?:content|includes)/|wordpress", re.IGNORECASE),
    # Slugs are unique within a site, whatever the permalinks put before them.
    article=re.compile(
        r"^/(?:archives/|(?:index\.php)?/?\?(?:[^#]*&)?p=)(?P<number>\d+)|"
        r"^/(?!(?:[^?#]*/)?(?:category|tag|author|page|chuyen-muc|wp-\w+|feed|comments)/)"
        r"(?:[^?#]*/)?(?P<key>[^/?#.]+-[^/?#.]+)(?:\.html)?/?(?:[?#]|$)",
        re.IGNORECASE,
    ),
    search=("/?s={}",),
    feeds=("/feed/?s={}", "/feed/"),
    feed_pages=PageCount("paged"),
    fields=Fields(
        title=("h1.entry-title", ".entry-title", ".wp-block-post-title"),
        stamp=("time.entry-date", ".entry-date", ".posted-on", ".entry-meta"),
        content=(".entry-content", ".wp-block-post-content"),
        sapo=(".entry-summary",),
        author=(
            ".entry-meta .byline",
            ".byline",
            ".author.vcard",
        ),
        furniture=(
            ".entry-footer",
            ".sharedaddy",
            ".jp-relatedposts",
        ),
    ),
    listing=Listing(
        row=("article.post", "article.hentry", "article", "li.wp-block-post"),
        title=(".entry-title a", ".entry-title", ".wp-block-post-title a", ".wp-block-post-title"),
        summary=(".entry-summary", ".entry-content", ".wp-block-post-excerpt__excerpt"),
        date=("time.entry-date", ".entry-date", ".posted-on", ".wp-block-post-date"),
    ),
)
