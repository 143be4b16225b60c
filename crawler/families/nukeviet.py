"""NukeViet 4.5, the Vietnamese open-source CMS."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="nukeviet",
    tokens=frozenset({"news-bodyhtml", "bodytext", "hometext", "stringrating", "news_column"}),
    signature=re.compile(
        r"nukeviet|/assets/js/language/vi|/themes/[^/]+/js/news\.js", re.IGNORECASE
    ),
    article=re.compile(r"^/(?:[^?#]*/)?[^/?#]*?-(?P<key>\d+)\.html?(?:[?#]|$)"),
    fields=Fields(
        title=(
            "h1.title[itemprop=headline]",
            "[itemprop=headline]",
            ".news_column h1.title",
            "h1.title",
        ),
        stamp=("[itemprop=datePublished]", ".news_column .h5", ".news_column .pull-left"),
        sapo=(".hometext",),
        content=("#news-bodyhtml", ".bodytext"),
        furniture=("#idcomment", "#stringrating", "ul.related", ".newsrelated"),
    ),
    listing=Listing(
        row=(".news_column .panel-body", ".viewcat-list .item"),
        title=("h2 a", "h3 a", "h4 a"),
        summary=(".hometext", ".text-justify"),
        date=(".text-muted", "time"),
    ),
)
