"""A real browser opens the pages: they work, stay on this machine, fit the screen, are usable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.output.datasette import sample
from tests.output.datasette.conftest import Site

pytestmark = pytest.mark.slow


class Window:
    """A browser window that notes what goes wrong."""

    def __init__(self, browser: Any, site: Site, width: int, scheme: str) -> None:
        self.site = site
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=site.base
        )
        self.context.set_default_timeout(30_000)  # a busy machine is no fault
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda m: self.complaints.append(m.text))
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))
        self.page.on("request", self._watch)

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.site.base, "data:")):
            self.complaints.append(f"left the machine: {request.url}")

    def open(self, path: str) -> Any:
        """Go to a path; returns the page."""
        self.page.goto(path)
        return self.page

    def follow(self, link: Any) -> None:
        """Click what leads somewhere; returns when all of that page is there.

        A click alone returns at its first bytes, and what looks at once sees half a page.
        """
        with self.page.expect_navigation():
            link.click()


@pytest.fixture(params=[(1440, "light"), (360, "dark")], ids=["desk", "phone"])
def window(browser: Any, served_live: Site, request: pytest.FixtureRequest) -> Iterator[Window]:
    view = Window(browser, served_live, *request.param)
    yield view
    view.context.close()
    assert view.complaints == []


def paths(site: Site) -> list[str]:
    return [
        "/",
        "/tim?q=giao+ban+quy+i&province=Ninh+B%C3%ACnh",
        "/tim?q=%22",
        site.article,
        f"/{site.name}/articles/{sample.ident('hostile')}",
        f"/{site.name}/articles/{sample.ident('bare')}",
        "/suc-khoe",
        f"/{site.name}",
        f"/{site.name}/giao_ban?level=province",
        f"/{site.name}/chairs_most",
        f"/{site.name}?sql=select+*+from+giao_ban",
        f"/{site.name}/runs/1",
        "/nguoi/" + quote("Đinh_Thị_Hoài_Thu") + "/ninh-binh",
        "/nguoi/" + quote("Đinh_Thị_Hoài_Thu"),
        "/tinh/nam-dinh",
        "/so-sanh?a=Ninh+B%C3%ACnh&b=%C4%90%C3%A0+N%E1%BA%B5ng",
        "/van-ban/118%2FKH-UBND",
        "/van-ban/118%2FKH-UBND/ninh-binh-khong-nam",
        "/cong/danang",
        "/chi-dao?when=all",
        "/con-thieu",
        "/theo-doi?province=Ninh+B%C3%ACnh",
        f"/doi-chieu/{sample.ident(sample.KEY)}",
    ]


def test_every_page_fits_and_has_no_serious_fault(window: Window, axe: Any) -> None:
    for path in paths(window.site):
        page = window.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} scrolls sideways by {wide}"
        faults = [
            (v["id"], v["impact"], [n["html"][:200] for n in v["nodes"][:3]])
            for v in axe.run(page).response["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        assert faults == [], path


def test_the_chair_of_a_meeting_is_two_clicks_from_home(window: Window) -> None:
    page = window.open("/")
    window.follow(page.get_by_role("link", name=re.compile(r"^Bắc Ninh: \d+ hội nghị$")))
    window.follow(page.get_by_role("region", name="Mới nhất").get_by_role("link").first)
    card = page.get_by_role("region", name="Hội nghị")
    assert "Chủ trì" in card.inner_text()


def test_a_fact_leads_to_its_words(window: Window) -> None:
    page = window.open(window.site.article)
    window.follow(page.get_by_role("link", name=sample.CHAIR).first)
    assert page.url.endswith("#tu-chairs-1")
    mark = page.locator("#tu-chairs-1 + mark")
    assert mark.inner_text().startswith(sample.CHAIR)
    for _ in range(30):  # it scrolls there
        box = mark.bounding_box()
        if box is not None and 0 <= box["y"] <= 900:
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail("the words are not on the screen")


def test_searching_with_and_without_accents(window: Window) -> None:
    counts = []
    for words in ("hội nghị giao ban quý I", "hoi nghi giao ban quy i"):
        page = window.open("/")
        page.get_by_role("searchbox").fill(words)
        window.follow(page.get_by_role("button", name="Tìm", exact=True))
        assert "Hội nghị giao ban" in [m.inner_text() for m in page.locator("h2 mark").all()]
        assert page.get_by_role("link", name="Bỏ lọc Quý I").is_visible()
        counts.append(page.locator("ol.results > li").count())
    assert counts[0] == counts[1] > 0
    page.get_by_role("combobox", name="Tỉnh, thành").select_option("Ninh Bình")
    window.follow(page.get_by_role("button", name=re.compile("Lọc")))
    assert 0 < page.locator("ol.results > li").count() < counts[0]
    window.follow(page.get_by_role("link", name="Bỏ lọc Ninh Bình"))
    assert page.locator("ol.results > li").count() == counts[0]


def test_a_facet_narrows_the_table(window: Window) -> None:
    page = window.open(f"/{window.site.name}/giao_ban")
    before = page.locator("tbody tr").count()
    window.follow(
        page.get_by_role("region", name="Cấp").get_by_role("link", name="Tỉnh", exact=True)
    )
    assert 0 < page.locator("tbody tr").count() < before
    window.follow(page.locator("td.is-title a").first)
    assert page.locator("article.text h1").count() == 1


def test_an_edit_is_shown(window: Window) -> None:
    page = window.open(f"/{window.site.name}/edited")
    window.follow(page.locator("td.is-title a").first)
    window.follow(page.get_by_role("link", name="xem chỗ khác nhau"))
    assert page.locator("del").first.is_visible()
    assert page.locator("ins").count() >= 2


def test_a_question_is_asked_with_a_parameter(window: Window) -> None:
    page = window.open(f"/{window.site.name}/meetings_by_quarter")
    page.get_by_label("Tỉnh, thành").fill("Nam Định")
    window.follow(page.get_by_role("button", name=re.compile("Xem")))
    assert page.locator("tbody tr").count() > 1
    assert "province=Nam" in page.url


def test_hostile_text_stays_text(window: Window) -> None:
    page = window.open(f"/{window.site.name}/articles/{sample.ident('hostile')}")
    assert page.locator("h1").inner_text() == sample.HOSTILE_TITLE
    assert "Giao Ban" in page.title()
    for link in page.get_by_role("link").all():
        assert re.match(r"/|#|https?://", link.get_attribute("href") or "")


def test_the_keyboard_reaches_the_content(window: Window) -> None:
    page = window.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#noi-dung")


def test_a_missing_page_says_so(browser: Any, served_live: Site) -> None:
    window = Window(browser, served_live, 360, "light")
    page = window.open("/khong-co")
    assert page.get_by_role("heading", name=re.compile("Không có trang này")).is_visible()
    assert all("404" in complaint for complaint in window.complaints)
    window.context.close()


def test_every_page_is_the_same_on_a_published_copy(browser: Any, served: Site) -> None:
    window = Window(browser, served, 360, "light")
    for path in paths(served):
        window.open(path)
    window.context.close()
    assert window.complaints == []
