"""VHV (laichau, hungyen, moit, many communes)."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="vhv",
    tokens=frozenset(
        {
            "news-detail-layout-type-2",
            "section-list",
            "article-news",
            "frame-tinlquan",
            "block_share",
        }
    ),
    signature=re.compile(r"module=Content\.Listing|\bvhv\b"),
    # No id: the slug alone, because one article hangs under several categories.
    article=re.compile(r"^/(?:[^?#]*/)?(?P<key>[^/?#]+)\.html?(?:[?#]|$)"),
    fields=Fields(
        title=(".title-detail", "h1.article-title", ".news-detail-layout-type-2 h1"),
        stamp=(".post-date", ".article-date", ".news-detail-layout-type-2 .date"),
        # Rows of related lists carry the same class: the one in the article itself counts.
        sapo=(
            ".news-detail-layout-type-2 .article-brief",
            "article > .article-brief",
            ".article-detail .article-brief",
            ".article-brief",
        ),
        content=(
            ".article-content .article-content.font-size-text",
            ".article-content.font-size-text",
            ".content-detail[itemprop=articleBody]",
            ".content-detail",
            ".article-content",
        ),
        author=("div.author", ".article-author", ".news-author"),
        source=("div.source", ".article-source"),
        furniture=(
            ".article-tags",
            ".rating",
            ".block_share",
            ".frame-tinlquan",
            ".article-tool",
            ".comment-box",
        ),
    ),
    listing=Listing(
        scope=("section.section-list", ".section-list"),
        row=("article.article-news", ".article-news", ".post-item"),
        title=("a.article-title", ".article-title a", ".post-title h4 a", ".post-title a"),
        summary=(".article-brief", ".post-brief", ".post-summary"),
        date=(".article-date", ".post-date"),
    ),
)
