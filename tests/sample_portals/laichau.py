"""laichau.gov.vn, the province of Lai Châu: VHV, whose pager is a script that posts."""

from __future__ import annotations

import base64
import json
from typing import Any

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.pages import CLOCK, TOKEN, paged
from tests.sample_portals.portal import SamplePortal

SITE = "2005021"
SIDEBAR = "thong-bao"
# moduleId → (category, widget): the list in the middle of the page, and the box beside it.
WIDGETS = {"1010": ("tin-tuc-su-kien", "Article"), "1023": (SIDEBAR, "ArticleBox")}
CATEGORY_IDS = {"tin-tuc-su-kien": "5e9e7a2b8d1f4c0016a4b7c1", SIDEBAR: "5e9e7a2b8d1f4c0016a4b7f8"}
STRICT = ("layout", "service", "categoryId", "orderBy", "widgetCode")


class LaiChau(SamplePortal):
    """`?page=N` is ignored; the redraw POST gives a fragment, beyond the last page an empty one."""

    name = "laichau"
    host = "laichau.gov.vn"

    def paths(self, article: SampleArticle) -> list[str]:
        folders = article.categories or ("tin-tuc-su-kien/chinh-tri",)
        return [f"/{folder}/{self.cut(article.slug)}.html" for folder in folders]

    def cut(self, slug: str) -> str:
        return slug[:60].rstrip("-")

    def old_path(self, article: SampleArticle) -> str:
        return f"/tin-tuc/{self.cut(article.slug)}.html"

    def listing(self, request: Request) -> Response | None:
        if request.method == "POST" and request.query.get("module") == "Content.Listing":
            return self._redraw(request)
        if request.path not in ("/", "/tin-tuc-su-kien"):
            return None
        widgets = {
            module: {
                "config": base64.b64encode(json.dumps(self._config(module)).encode()).decode(),
                "rows": self._rows(module, 1),
                "total": self._config(module)["totalItems"],
            }
            for module in WIDGETS
        }
        return self.render("laichau_listing.html", widgets=widgets, site=SITE, size=self.page_size)

    def article_page(self, article: SampleArticle, path: str) -> Response:
        return self.render_article("laichau_article.html", article, site=SITE)

    def _all(self, module: str) -> list[SampleArticle]:
        side = WIDGETS[module][0] == SIDEBAR
        return [a for a in self.shown() if side == bool(a.categories and SIDEBAR in a.categories)]

    def _rows(self, module: str, number: int) -> list[SampleArticle]:
        return paged(self._all(module), number, self.page_size) if number > 0 else []

    def _config(self, module: str) -> dict[str, Any]:
        category, widget = WIDGETS[module]
        return {
            "layout": "Article.News.list" if module == "1010" else "Article.News.box",
            "itemsPerPage": self.page_size,
            "totalItems": len(self._all(module)),
            "orderBy": "publishTime DESC",
            "service": "Content.Article.selectAll",
            "categoryId": CATEGORY_IDS[category],
            "widgetCode": widget,
            "moduleId": module,
            "type": "Article.News",
            "path": "Content",
        }

    def _redraw(self, request: Request) -> Response:
        """What the pager's script fetches; fields that are not the widget's own give no rows."""
        query, form = request.query, request.form
        module = query.get("moduleId", "")
        number = form.get("pageNo", "1")
        if request.headers.get("x-requested-with") != "XMLHttpRequest":
            return self.render("laichau_shell.html", site=SITE)
        known = module in WIDGETS and query.get("cmd") == "redraw" and query.get("site") == SITE
        config = self._config(module) if known else {}
        right = known and all(form.get(name) == config[name] for name in STRICT)
        rows = self._rows(module, int(number)) if right and number.isdecimal() else []
        if not rows:
            return Response(body=f"<!-- {CLOCK} {TOKEN} -->".encode())
        return self.render("laichau_rows.html", rows=rows, side=module != "1010")
