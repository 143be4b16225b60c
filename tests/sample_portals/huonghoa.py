"""huonghoa.tinhuyquangtri.vn, the party committee of huyện Hướng Hóa: mojoPortal."""

from __future__ import annotations

from urllib.parse import quote, unquote

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.pages import paged, pages, stamp
from tests.sample_portals.portal import SamplePortal

LISTING = "/Article/ViewList.aspx"
QUERY = {"mid": "8541", "pageid": "3446"}


class HuongHoa(SamplePortal):
    """`…&pagenumber=N`; beyond the last page the last one again; articles print no date."""

    name = "huonghoa"
    host = "huonghoa.tinhuyquangtri.vn"

    def paths(self, article: SampleArticle) -> list[str]:
        return [f"/{quote(article.slug, safe='-')}"]

    def old_path(self, article: SampleArticle) -> str:
        return f"/{quote(article.slug, safe='-')}-1"

    def listing(self, request: Request) -> Response | None:
        home = request.path == "/"
        if not home and unquote(request.path).lower() != LISTING.lower():
            return None
        query = {name.lower(): value for name, value in request.query.items()}
        if not home and any(query.get(name) != value for name, value in QUERY.items()):
            return None
        rows = self.shown()
        last = pages(rows, self.page_size)
        asked = query.get("pagenumber", "1")
        number = min(max(int(asked), 1), last) if asked.isdecimal() else 1
        return self.render(
            "huonghoa_listing.html",
            rows=[(row, stamp(row.published_at)) for row in paged(rows, number, self.page_size)],
            number=number,
            last=last,
        )

    def article_page(self, article: SampleArticle, path: str) -> Response:
        return self.render_article("huonghoa_article.html", article)
