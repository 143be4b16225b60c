"""thuanthanh.bacninh.gov.vn, the town of Thuận Thành: Liferay, Bắc Ninh build, a JSON list."""

from __future__ import annotations

import json

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.pages import paged, pages, stamp
from tests.sample_portals.portal import SamplePortal

GROUP = "22340"
LIST_URL = (
    "https://thuanthanh.bacninh.gov.vn/news?p_p_id=newsbycategory_WAR_bacninhportlet"
    "&p_p_lifecycle=2&p_p_state=normal&p_p_mode=view&p_p_resource_id=loadPage"
    "&p_p_cacheability=cacheLevelPage&p_p_col_id=column-2&p_p_col_count=1"
)


class ThuanThanh(SamplePortal):
    """The page holds no rows, only the address of the list; `recordPerPage` is capped."""

    name = "thuanthanh"
    host = "thuanthanh.bacninh.gov.vn"
    validators = True

    def paths(self, article: SampleArticle) -> list[str]:
        return [f"/news/-/details/{GROUP}/{article.slug}-{article.key}"]

    def old_path(self, article: SampleArticle) -> str:
        return f"/news/-/details/{GROUP}/tin-{article.slug}-{article.key}"

    def listing(self, request: Request) -> Response | None:
        if request.path not in ("/", "/news", "/web/thuan-thanh"):
            return None
        if request.query.get("p_p_resource_id") == "loadPage":
            return self._list(request.query | request.form)
        return self.render("thuanthanh_listing.html", list_url=LIST_URL, size=self.page_size)

    def article_page(self, article: SampleArticle, path: str) -> Response:
        return self.render_article("thuanthanh_article.html", article)

    def _list(self, query: dict[str, str]) -> Response:
        number, size = (
            int(v) if (v := query.get(n, "")).isdecimal() else 0
            for n in ("pageNum", "recordPerPage")
        )
        size = min(size or self.page_size, self.page_size)
        keyword = query.get("keyword", "").casefold()
        rows = [a for a in self.shown() if keyword in a.title.casefold()]
        items = [
            {
                "id": article.key,
                "title": article.teaser_title or article.title,
                "urlDetail": article.url,
                "summary": article.summary,
                "content": "",
                "createdDate": f"{stamp(article.published_at):%d/%m/%Y %H:%M}",
                "imageUrl": f"/documents/{GROUP}/0/{article.key}.jpg",
            }
            for article in (paged(rows, number, size) if number > 0 else [])
        ]
        answer = {"items": items, "totalPageNum": pages(rows, size), "pageNum": number}
        body = json.dumps(answer, ensure_ascii=False).encode()
        return Response(body=body, content_type="application/json; charset=utf-8")
