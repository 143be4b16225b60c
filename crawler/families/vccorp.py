"""VCCorp portals: Hà Nội, its communes and departments."""

import re
from urllib.parse import urljoin

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.base import Family, Fields, Listing

_TOKEN = re.compile(
    r"""\b(PageSize|Catname|LanguageId|Site)["']?\s{0,9}[:=,]\s{0,9}["']([^"'<>\s]{1,200})["']"""
)


def _page(answer: Answer, page: int) -> Ask | None:
    """Ask for the fragment of a page, counted from 0, with the tokens that the page's script holds.

    A fragment holds none: those it was asked with go on.
    """
    tokens = dict(_TOKEN.findall(answer.text)) or {
        name: value for name, value in answer.ask.form if name != "PageIndex"
    }
    if "Catname" not in tokens:
        return None
    return Ask(
        url=urljoin(answer.url, "/api/NewsZone/NewsZone"),
        method="POST",
        form=(("PageIndex", str(page - 1)), *sorted(tokens.items())),
        headers=AJAX,
    )


FAMILY = Family(
    name="vccorp",
    tokens=frozenset({"afcbc-body", "VCSortableInPreviewMode", "PhotoCMS_Caption", "news-sapo"}),
    signature=re.compile(r"/api/NewsZone/|\.mediacdn\.vn/"),
    # The number is the site's, then YYMMDDHHMMSS and one to three digits of milliseconds.
    article=re.compile(r"-(?P<key>\d{14,20})\.html?(?:[?#]|$)"),
    fields=Fields(
        stamp=(".news-info .time", ".detail-time", ".news-info .date"),
        content=(".detail-content.afcbc-body", ".detail-content"),
    ),
    pager=_page,
    listing=Listing(
        row=(".news-item[data-id]",),
        title=(".news-title a", ".news-title"),
        summary=(".news-sapo",),
        date=(".news-time",),
    ),
)
