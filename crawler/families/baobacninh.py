"""Báo và Phát thanh, Truyền hình Bắc Ninh, on the former Bắc Giang's CMS: -postid<number>.bbg."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="baobacninh",
    tokens=frozenset({"news_detail_sapo", "news-details__content", "font-tin-doc"}),
    article=re.compile(r"-postid(?P<key>\d+)\.bbg(?:[?#]|$)"),
    fields=Fields(
        sapo=(".news_detail_sapo p", ".news_detail_sapo"),
        content=(".news-details__content.link_content",),
        furniture=(".news-related__list",),
    ),
    listing=Listing(title=("a.font-tin-doc",)),
)
