"""VNPT Portal (ninhbinh, sonla, cantho, communes of Hải Phòng).

The pager is a script: what it posts stands in it (`article_category_id: 54, site_id: 4, …`), the
answer is an HTML fragment.
"""

import re
from urllib.parse import urljoin

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.base import Family, Fields, Listing

_LOAD = "/DesktopModule/UIArticleInMenu/ArticleInMenuPagination.aspx/LoadArticle"
# What the script posts, and what it is where the script does not print it as a constant.
_POSTED = {
    "article_category_id": "",
    "categoryIds": "",
    "site_id": "",
    "page_size": "15",
    "keyword": "",
    "date_begin": "",
    "date_end": "",
    "show_no": "False",
    "show_post_date": "True",
    "num_of_text": "200",
    "show_view_count": "False",
    "filter_order_in_list": "False",
    "is_default": "False",
    "new": "False",
    "number_of_day": "3",
    "articlelang": "vi-VN",
}
_PAIR = re.compile(
    rf"""\b({"|".join(_POSTED)})["']?\s{{0,9}}[:=]\s{{0,9}}(?:["']([^"'<>]{{0,200}})["']|(-?\d+|[Tt]rue|[Ff]alse))"""
)
_LAST = re.compile(r"maxPage\s{0,9}=\s{0,9}parseInt\((\d{1,6})\)")


def _page(answer: Answer, page: int) -> Ask | None:
    """Ask for the fragment of a page, by the page's script or by what was posted before."""
    sent = dict(answer.ask.form)
    if not sent:
        last = _LAST.search(answer.text)
        printed = {name: quoted or bare for name, quoted, bare in _PAIR.findall(answer.text)}
        if not (printed.get("article_category_id") and printed.get("site_id")):
            return None
        if last and page > int(last[1]):
            return None
        sent = {**_POSTED, **printed}
        sent["no"] = f"-{sent['page_size']}"
    form = tuple({**sent, "page": str(page)}.items())
    return Ask(url=urljoin(answer.url, _LOAD), method="POST", form=form, headers=AJAX)


FAMILY = Family(
    name="vnpt",
    tokens=frozenset(
        {"ArticleHeader", "ArticleSummary", "ArticleContent", "UIListNews_Default", "ArticleInMenu"}
    ),
    signature=re.compile(r"/DesktopModule/UI|vnptportal|VNPT ?Portal", re.IGNORECASE),
    article=re.compile(r"^/(?:[^?#]*/)?[^/?#]+-(?P<key>\d{5,})(?:\.html?|\.aspx)?/?(?:[?#]|$)"),
    pager=_page,
    fields=Fields(
        title=(".ArticleHeader",),
        stamp=(".PostDate",),
        sapo=(".ArticleSummary",),
        content=(".ArticleContent",),
    ),
    listing=Listing(
        row=(".UIListNews_Default .item", ".ArticleInMenu .item", ".ArticleInMenu li"),
        title=(".title a", "h3 a", ".ArticleTitle"),
        summary=(".summary", ".ArticleSummary", ".Summary"),
        date=(".PostDate", ".date", ".time"),
    ),
)
