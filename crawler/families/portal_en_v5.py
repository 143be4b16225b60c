"""portal-en-v5, by VNPT Đắk Lắk: districts, communes and departments of the province."""

import re

from crawler.families.base import Family, Fields, Listing, PageCount

FAMILY = Family(
    name="portal_en_v5",
    tokens=frozenset({"publishupshow-right", "publishupshow-bottom", "PageDetail", "categoryList"}),
    signature=re.compile(r"/pdfviewer/web/viewer\.html"),
    # At the root; "/categories/<alias>-<number>.html" is a listing, "/rss/…" and "/api/…" feeds.
    article=re.compile(r"^/[^/?#]+-(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        title=("h1.heading-title",),
        stamp=("#publishupshow-right", "#publishupshow-bottom"),
        content=("#PageDetail", ".full-text.article-content"),
        author=(".AuthorName",),
        furniture=(".other-list",),
    ),
    pages=PageCount("CurrentPage"),
    search=("/Home/Search?keyword={}",),
    listing=Listing(
        row=(".categoryList .article-item", ".first-article-item"),
        title=("h4 > a", ".title a", ".title"),
        summary=(".text-justify", ".cat-desc"),
        date=("h4 ~ span", ".publish"),
    ),
)
