"""thuathienhue.gov.vn, the province of Thừa Thiên Huế: DotNetNuke, paged by postback."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from urllib.parse import quote, unquote

from tests.sample_portals.article import SampleArticle
from tests.sample_portals.exchange import Request, Response
from tests.sample_portals.pages import paged, pages, stamp
from tests.sample_portals.portal import SamplePortal

GENERATOR = "CA0B0334"
PAGER = "dnn$ctr5061$ViewDanhSachTin$grvTin"
SEARCH = "dnn$dnnSEARCH$cmdSearch"
CATEGORIES = {
    "bao-chi": (
        "Thông-tin-Kết-nối-Báo-chí-với-chính-quyền",
        "94C0EBC4-0DD8-4B86-9947-A9150104E98B",
        "Thông tin Kết nối Báo chí với chính quyền",
    ),
    "tin-tuc": (
        "Tin-tuc-su-kien",
        "3D1F2A60-7C4E-4E0B-9B51-A7C100A3F2D4",
        "Tin tức - Sự kiện",
    ),
}


class ThuaThienHue(SamplePortal):
    """`__doPostBack` with three hidden fields that must come back whole, else 500."""

    name = "thuathienhue"
    host = "thuathienhue.gov.vn"
    hosts = ("www.thuathienhue.gov.vn",)

    def __init__(self, *, full: bool = False) -> None:
        self._secret = b"a server keeps its machine key"
        super().__init__(full=full)

    def paths(self, article: SampleArticle) -> list[str]:
        return [self._path(article, category) for category in article.categories or ("bao-chi",)]

    def old_path(self, article: SampleArticle) -> str:
        return self.paths(article)[0].replace("/tid/", "/tid/Tin-")

    def category_url(self, category: str) -> str:
        """The address of a category's listing."""
        folder, guid, _ = CATEGORIES[category]
        return f"https://{self.host}/vi-vn/{quote(folder)}/cid/{guid}"

    def listing(self, request: Request) -> Response | None:
        if request.path in ("/", "/vi-vn"):
            return Response.redirect(self.category_url("bao-chi"), 302)
        matching = [
            category
            for category, (folder, guid, _) in CATEGORIES.items()
            if unquote(request.path).casefold() == f"/vi-vn/{folder}/cid/{guid}".casefold()
        ]
        if not matching:
            return None
        rows = [a for a in self.shown() if matching[0] in (a.categories or ("bao-chi",))]
        number = 1
        if request.method == "POST":
            if not self._valid(request.form, matching[0]):
                return Response(
                    500,
                    b"<h1>Server Error in '/' Application.</h1><h2><i>Validation of"
                    b" viewstate MAC failed.</i></h2>",
                )
            if SEARCH in request.form:
                rows = []
            number = self._page(request.form)
        last = pages(rows, self.page_size)
        number = number if 1 <= number <= last else 1
        links = {
            a.key: f"https://{self.host}{self._path(a, matching[0])}"
            for a in rows
            if not {"moved"} & a.traits and self.host in a.url
        }
        state = self._seal(
            {"category": matching[0], "page": number, "salt": secrets.token_hex(120)}
        )
        return self.render(
            "thuathienhue_listing.html",
            category=matching[0],
            categories=CATEGORIES,
            rows=[
                (row, links.get(row.key, row.url), stamp(row.published_at))
                for row in paged(rows, number, self.page_size)
            ],
            number=number,
            last=last,
            pager=PAGER,
            state=state,
            generator=GENERATOR,
            validation=self._sign("event" + state),
        )

    def article_page(self, article: SampleArticle, path: str) -> Response:
        when = stamp(article.published_at)
        half = "SA" if when.hour < 12 else "CH"
        printed = f"{when:%d/%m/%Y} {when.hour % 12 or 12}:{when:%M:%S} {half}"
        return self.render_article(
            "thuathienhue_article.html",
            article,
            categories=CATEGORIES,
            state=self._seal({"salt": secrets.token_hex(60)}),
            generator=GENERATOR,
            printed=printed,
        )

    def _path(self, article: SampleArticle, category: str) -> str:
        folder, guid, _ = CATEGORIES[category]
        slug = quote(article.slug, safe="-")
        return f"/vi-vn/{quote(folder)}/tid/{slug}/newsid/{article.key.upper()}/cid/{guid}"

    def _sign(self, text: str) -> str:
        mac = hmac.new(self._secret, text.encode(), hashlib.sha256).digest()
        return base64.b64encode(mac).decode()

    def _seal(self, state: dict[str, object]) -> str:
        text = base64.b64encode(json.dumps(state).encode()).decode()
        return base64.b64encode(f"{text}|{self._sign(text)}".encode()).decode()

    def _valid(self, form: dict[str, str], category: str) -> bool:
        """Whether the three hidden fields came back as they were sent, on their own page."""
        state = form.get("__VIEWSTATE", "")
        try:
            text, _, mac = base64.b64decode(state, validate=True).decode().partition("|")
            opened = json.loads(base64.b64decode(text)) if text else {}
        except ValueError:
            return False
        return (
            hmac.compare_digest(mac, self._sign(text))
            and opened.get("category") == category
            and form.get("__VIEWSTATEGENERATOR") == GENERATOR
            and form.get("__EVENTVALIDATION") == self._sign("event" + state)
            and "__EVENTTARGET" in form
        )

    @staticmethod
    def _page(form: dict[str, str]) -> int:
        target, argument = form.get("__EVENTTARGET"), form.get("__EVENTARGUMENT", "")
        number = argument.removeprefix("Page$")
        return int(number) if target == PAGER and number.isdecimal() else 1
