"""Liferay listings in the build of Bắc Ninh: JSON behind an address in the page's script."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import TextResponse

from crawler.families.paging import load_page_url, with_page
from crawler.portals.base import PortalSpider
from crawler.portals.walk import Walk

ROWS_A_PAGE = "20"


class LiferayBacNinhSpider(PortalSpider):
    """A portal of Bắc Ninh on Liferay. `listings` are the pages whose script loads the list."""

    family = "liferay_bacninh"

    def rows_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Ask for the first rows where the page's script would."""
        address = load_page_url(response.text, response.url)
        return self._rows_page(address, 1) if address else None

    def next_request(self, response: TextResponse, walk: Walk) -> Request | None:
        """Ask for the following rows; `totalPageNum` says when there are none."""
        try:
            answer = response.json()
        except ValueError:
            return None
        total = answer.get("totalPageNum") if isinstance(answer, dict) else None
        if isinstance(total, int) and walk.page >= total:
            return None
        return self._rows_page(response.url, walk.page + 1)

    @staticmethod
    def _rows_page(address: str, page: int) -> Request:
        address = with_page(address, "pageNum", page, recordPerPage=ROWS_A_PAGE, keyword="")
        return Request(address, headers={"X-Requested-With": "XMLHttpRequest"})
