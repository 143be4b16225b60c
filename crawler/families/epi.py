"""ePi, the CMS of several newspapers (Lào Cai, Gia Lai, Hà Tĩnh, Sài Gòn Giải Phóng).

Its button "Xem thêm" says the zone whose news its script asks for, as crawlers of Tiền Phong and
Nhân Dân do: `/api/morenews-zone-<zone>-<page>.html` answers JSON, its rows or their mark-up.
"""

import re
from dataclasses import replace
from urllib.parse import parse_qs, quote_plus, urljoin, urlsplit

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.base import Family, Fields, Listing
from crawler.markup.selecting import select

_PAGE = re.compile(r"(?<=/api/morenews-)(?P<kind>\w+-\w+-)(?P<page>\d{1,5})(?=\.html)")
_HAS_NO_MORE = re.compile(r'"hasMoreContent"\s{0,9}:\s{0,9}false')


def _page(answer: Answer, page: int) -> Ask | None:
    """Ask for what the button loads next, or for the page after the one it brought."""
    if match := _PAGE.search(answer.ask.url):
        if _HAS_NO_MORE.search(answer.text):
            return None
        url = _PAGE.sub(f"{match['kind']}{int(match['page']) + 1}", answer.ask.url)
        return replace(answer.ask, url=url, unsure=False)
    if page == 1 or answer.tree is None:
        return None
    buttons = select(answer.tree, ".control__loadmore, .more-news")
    if not buttons:
        return None
    names = ("data-type", "data-zone", "data-page")
    kind, zone, number = (re.sub(r"\W", "", buttons[0].get(name) or "") for name in names)
    words = parse_qs(urlsplit(answer.url).query).get("q", [""])[0]
    if not zone and not words:
        return None
    kind = kind or ("zone" if zone else "search")
    address = f"/api/morenews-{kind}-{zone or 0}-{number or 1}.html?phrase={quote_plus(words)}"
    return Ask(url=urljoin(answer.url, address), headers=AJAX, unsure=True)


FAMILY = Family(
    name="epi",
    tokens=frozenset({"zce-content-body", "cms-body", "story__heading", "story__thumb"}),
    article=re.compile(r"-post(?P<key>\d+)\.html(?:[?#]|$)"),
    fields=Fields(
        title=("h1.article__title",),
        stamp=(".article__meta time",),
        sapo=(".article__sapo",),
        content=(".zce-content-body", ".article__body"),
        author=(".article__author",),
        furniture=(
            ".sda_middle",
            ".ads_middle",
            ".rennab",
            "[id^=sdaWeb_]",
            "[id^=adsWeb_]",
            ".article-relate",
            ".related-news",
            ".notebox",
            ".poll-box",
            ".article__tags",
        ),
    ),
    pager=_page,
    search=("/search/?q={}",),
    listing=Listing(
        row=("article.story",),
        title=(".story__heading a", ".story__title a"),
        summary=(".story__summary", ".story__desc"),
        date=(".story__meta time", "time"),
    ),
)
