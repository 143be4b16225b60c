"""WordPress."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="wordpress",
    tokens=frozenset({"entry-title", "entry-content", "wp-block-post-title"}),
    signature=re.compile(r"/wp-(?:content|includes)/|wordpress", re.IGNORECASE),
    article=re.compile(r"^/(?:[^?#]*/)?(?P<key>[^/?#.]+-[^/?#.]+)/?(?:\.html)?(?:[?#]|$)"),
    fields=Fields(
        title=("h1.entry-title", ".entry-title", ".wp-block-post-title"),
        stamp=("time.entry-date", ".entry-date", ".posted-on", ".entry-meta"),
        content=(".entry-content", ".wp-block-post-content"),
        sapo=(".entry-summary",),
        author=(".entry-meta .byline", ".byline", ".author.vcard", ".entry-author"),
        furniture=(".entry-footer", ".sharedaddy", ".jp-relatedposts"),
    ),
    listing=Listing(
        row=("article.post", "article.hentry", "article"),
        title=(".entry-title a", ".entry-title"),
        summary=(".entry-summary", ".entry-content"),
        date=("time.entry-date", ".entry-date", ".posted-on"),
    ),
)
