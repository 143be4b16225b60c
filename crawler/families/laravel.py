"""Commune sites built on Laravel: /posts/<slug>, some pages only a PDF in a frame."""

import re

from crawler.families.base import Family, Fields, Listing

FAMILY = Family(
    name="laravel",
    tokens=frozenset({"post-content", "post-detail", "post-title-detail"}),
    signature=re.compile(r"csrf-token|/livewire/|/build/assets/app-|/posts/", re.IGNORECASE),
    article=re.compile(r"/(?:posts?|bai-viet|tin-tuc)/(?P<key>[^/?#]+)/?(?:[?#]|$)"),
    fields=Fields(
        title=(
            "h1.post-title",
            ".post-title",
        ),
        stamp=(".post-date", ".post-meta"),
        sapo=(".post-excerpt",),
        content=(
            ".post-content",
            ".post-body",
            ".ck-content",
        ),
    ),
    listing=Listing(
        row=(".post-item", "article.post"),
        title=(".post-title a", ".post-title"),
        summary=(".post-excerpt", ".post-summary", ".post-description"),
        date=(".post-date", "time"),
    ),
)
