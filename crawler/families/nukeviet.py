"""NukeViet 4.5, the Vietnamese open-source CMS."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="nukeviet",
    tokens=frozenset({"news-bodyhtml", "bodytext", "hometext", "stringrating", "news_column"}),
    signature=re.compile(
        r"nukeviet|/assets/js/language/vi|/themes/[^/]+/js/news\.js", re.IGNORECASE
    ),
    # Modules made of "news" count their articles each for itself: the module's name is of the
    # identity, where there is one before the category.
    article=re.compile(
        r"^/(?:index\.php/)?(?:(?:vi|en)/)?(?:news/)?"
        r"(?:(?P<module>[^/?#]+)/(?=[^/?#]+/[^/?#]+-\d+\.html?))?"
        r"(?:[^/?#]+/)?[^/?#]*?-(?P<key>\d+)\.html?(?:[?#]|$)|"
        r"[?&]nv=(?!news\b)?(?P<named>(?!news\b)\w+)?[^#]*?&op=[^&#]*?-(?P<op>\d+)(?:[&#]|$)",
        re.IGNORECASE,
    ),
    search=("/search/?q={}", "/news/search/?q={}"),
    feeds=("/rss/",),
    feed_times_lie=True,  # minutes are the month's number (4.5.05)
    fields=Fields(
        title=(
            "h1.title[itemprop=headline]",
            "h1.title",
            "[itemprop=headline]",
        ),
        stamp=("[itemprop=datePublished]", ".news_column .h5", ".news_column .pull-left"),
        sapo=(".hometext",),
        content=("#news-bodyhtml", ".bodytext"),
        furniture=(
            "#idcomment",
            "#stringrating",
            "ul.related",
        ),
    ),
    listing=Listing(
        row=(
            ".news_column .panel-body",
            ".news_column ul.related > li",
            ".viewcat-list .item",
            ".list-group > a",
            ".thumbnail",
            ".panel-body > .clearfix",
        ),
        title=("h2 a", "h3 a", "h4 a", "h4"),
        summary=(".hometext", ".text-justify"),
        date=(".text-muted", "time"),
    ),
)
