"""la34.com.vn, the broadcaster of Long An: MediaTech, numbered pager, validators."""

from __future__ import annotations

import datetime as dt

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.pages import WEEKDAYS, paged, pages, stamp
from tests.sample_portals.portal import SamplePortal

CATEGORIES = {
    "chinh-tri": "Chính trị",
    "thoi-su": "Thời sự",
    "kinh-te": "Kinh tế",
    "van-hoa-xa-hoi": "Văn hóa - Xã hội",
}


class LA34(SamplePortal):
    """`/chinh-tri?page=N`; beyond the last page 301 to the first."""

    name = "la34"
    host = "la34.com.vn"
    hosts = ("media.la34.com.vn",)
    validators = True
    redirect_past_end = True

    def clock(self, now: dt.datetime) -> str:
        return f"{WEEKDAYS[now.weekday()]}, {now:%d/%m/%Y %H:%M} (GMT +7)"

    def paths(self, article: SampleArticle) -> list[str]:
        return [f"/{article.slug}-{article.key}.html"]

    def old_path(self, article: SampleArticle) -> str:
        return f"/{article.slug}-tin-nhanh-{article.key}.html"

    def listing(self, request: Request) -> Response | None:
        category = request.path.strip("/") or "thoi-su"
        if category not in CATEGORIES:
            return None
        rows = [a for a in self.shown() if category in (a.categories or ("chinh-tri",))]
        page = request.query.get("page", "1")
        number = int(page) if page.isdecimal() else 1
        last = pages(rows, self.page_size)
        if number > last and self.redirect_past_end:
            return Response.redirect(f"https://{self.host}/{category}")
        return self.render(
            "la34_listing.html",
            categories=CATEGORIES,
            category=category,
            rows=paged(rows, number, self.page_size),
            number=number,
            last=last,
            hot=[a.printed() for a in rows if a.is_giao_ban][:2],
        )

    def article_page(self, article: SampleArticle, path: str) -> Response:
        day = stamp(article.published_at).weekday()
        weekday = "Chủ nhật" if day == 6 else f"Thứ {day + 2}"
        return self.render_article(
            "la34_article.html", article, categories=CATEGORIES, weekday=weekday
        )
