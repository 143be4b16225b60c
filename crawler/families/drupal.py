"""Drupal (An Giang and its communes, Phú Thọ, departments of Lạng Sơn)."""

import re

from crawler.families.base import Family, Fields, Listing, PageCount

FAMILY = Family(
    name="drupal",
    tokens=frozenset({"views-row", "field--name-body", "field-name-body", "node__content"}),
    signature=re.compile(r"Drupal \d|/sites/(?:default|all)/|/core/misc/drupal", re.IGNORECASE),
    # "/node/447" or a bare slug, in a language or not; pages of the system and copies are none.
    article=re.compile(
        r"^/(?:vi/)?(?:node/(?P<key>\d+)"
        r"|(?!(?:node|user|users|taxonomy|search|sites|print|printpdf|admin|rss)(?:[/.?#]|$))"
        r"(?P<slug>[^/?#.]+(?:-[^/?#.]+){3,}))/?(?:[?#]|$)"
    ),
    fields=Fields(
        title=("h1.page-header", "h1.page-title", "#page-title", "h1.title"),
        stamp=(".node__submitted", ".submitted", ".field--name-created"),
        content=(".field--name-body", ".field-name-body", ".node__content"),
    ),
    pages=PageCount("page", first=0),
    listing=Listing(
        row=(".view-content .views-row", ".views-row"),
        title=(".views-field-title a", "h2 a", "h3 a"),
        summary=(".views-field-body", ".field--name-body"),
        date=(".views-field-created", ".submitted", "time"),
    ),
)
