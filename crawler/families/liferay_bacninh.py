"""Liferay as built for Bắc Ninh (thuanthanh): JSON listing, ids in the detail page.

The page's script names the address of the list (`loadPageURL = '…'`); it takes `pageNum` (from 1),
`recordPerPage` and `keyword`, and answers `{items: […], totalPageNum}`.
"""

import json
import re

from w3lib.url import add_or_replace_parameters

from crawler.families.address import resolve
from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.base import Family, Fields

_ROWS_A_PAGE = "20"
_LOAD_PAGE = re.compile(r"""loadPageURL["']?\s*[:=]\s*["']([^"']+)["']""")


def pager(answer: Answer, page: int) -> Ask | None:
    """Ask for the rows where the page's script would; `totalPageNum` says when there are none."""
    address: str | None = answer.url
    if answer.text.lstrip()[:1] == "{":
        try:
            total = json.loads(answer.text).get("totalPageNum")
        except (ValueError, RecursionError):
            return None
        if isinstance(total, int) and page > total:
            return None
    else:
        address = _load_page_address(answer)
    if address is None:
        return None
    counted = {"recordPerPage": _ROWS_A_PAGE, "keyword": "", "pageNum": str(page)}
    return Ask(url=add_or_replace_parameters(address, counted), headers=AJAX)


def _load_page_address(answer: Answer) -> str | None:
    match = _LOAD_PAGE.search(answer.text)
    if not match:
        return None
    address = match[1].replace("&amp;", "&").replace(r"\/", "/").replace(r"\x26", "&")
    return resolve(answer.url, address)


FAMILY = Family(
    name="liferay_bacninh",
    tokens=frozenset({"contentDetailTitleId", "sapoDetailId", "contentDetail"}),
    signature=re.compile(r"/news/-/details/\d+/"),
    article=re.compile(r"/-/details/\d+/(?:[^/?#]*-)?(?P<key>\d+)(?:[?#/]|$)"),
    pager=pager,
    rows_apart=True,
    fields=Fields(
        title=("#contentDetailTitleId",),
        sapo=("#sapoDetailId",),
        content=("#contentDetail",),
    ),
)
