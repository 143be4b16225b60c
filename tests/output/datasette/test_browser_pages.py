"""A real browser on the pages of people, places, documents and directives, odd rows and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from output.datasette import slugs
from tests.output.datasette import cases, sample
from tests.output.datasette.conftest import Site
from tests.output.datasette.test_browser import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("cases_site", ["live"], indirect=True),
]
HA = "/nguoi/" + quote("Trần_Văn_Hà")


@pytest.fixture(params=[(1440, "light"), (360, "dark")], ids=["desk", "phone"])
def window(browser: Any, cases_site: Site, request: pytest.FixtureRequest) -> Iterator[Window]:
    view = Window(browser, cases_site, *request.param)
    yield view
    view.context.close()
    assert view.complaints == []


def test_every_page_fits_and_has_no_serious_fault(window: Window, axe: Any) -> None:
    articles = f"/{window.site.name}/articles/"
    for path in (
        *("/", HA, f"{HA}/ninh-binh", f"/nguoi/{slugs.segment(cases.HOSTILE)}/hue"),
        *("/tinh/nam-dinh", "/tinh/ha-noi", "/so-sanh", "/so-sanh?a=hue&b=ninh+binh"),
        *("/van-ban/35-CT%2FTW", "/van-ban/35-CT%2FTW/trung-uong-2024"),
        *("/cong/namdinh_cu", "/cong/hue", "/suc-khoe?q=hue"),
        *("/chi-dao?when=all", "/chi-dao?addressee=khong", "/con-thieu", "/theo-doi"),
        f"/doi-chieu/{sample.ident('nb4')}",
        *(articles + sample.ident(key) for key in ("nb4", "hue2", "nd1")),
        "/chi-dao?when=all&lang=en",
    ):
        page = window.open(path)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{path} scrolls sideways by {wide}"
        faults = [
            (v["id"], v["impact"], [n["html"][:200] for n in v["nodes"][:3]])
            for v in axe.run(page).response["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        assert faults == [], path


def test_what_the_chair_of_a_meeting_demanded_is_one_click_from_home(window: Window) -> None:
    page = window.open("/")
    window.follow(page.get_by_role("link", name="Giao ban nb4").first)
    region = page.get_by_role("region", name="Chỉ đạo")
    assert "15/07/2024" in region.inner_text() and "Sở Tài chính" in region.inner_text()
    window.follow(region.get_by_role("link", name="báo cáo nợ đọng"))
    assert page.locator("#tu-directives-1 + mark").inner_text() == "báo cáo nợ đọng"
    window.follow(page.get_by_role("link", name="Chỉ đạo 1"))
    assert page.url.endswith("#chi-dao-1")


def test_every_office_of_a_person_is_two_clicks_from_home(window: Window) -> None:
    page = window.open("/")
    window.follow(page.get_by_role("link", name="Giao ban nb4").first)
    window.follow(page.get_by_role("link", name="trang của người này").first)
    offices = page.get_by_role("region", name="Chức vụ theo thời gian").inner_text()
    assert offices.index("Bí thư Tỉnh ủy") < offices.index("Phó Chủ tịch UBND tỉnh")


def test_a_year_of_a_province_is_a_sheet_three_clicks_from_home(window: Window) -> None:
    page = window.open("/")
    window.follow(page.get_by_role("link", name=re.compile("^Ninh Bình: ")).first)
    window.follow(page.get_by_role("link", name="Mọi bài của năm 2022"))
    with page.expect_download() as download:
        page.get_by_role("link", name="Excel").click()
    assert download.value.suggested_filename == "giao-ban-ninh-binh-2022.xlsx"


def test_who_has_not_reported_and_what_was_edited_stand_on_the_first_screen(
    window: Window,
) -> None:
    page = window.open("/")
    asked = page.get_by_role("navigation", name="Hay hỏi")
    for question in asked.get_by_role("link").all():
        assert question.bounding_box()["y"] < page.viewport_size["height"]
    window.follow(asked.get_by_role("link", name="Tỉnh, thành chưa có tin trong quý này"))
    silent = page.locator("tbody").inner_text()
    assert "Ninh Bình" in silent and re.search(r"Quý (I|II|III|IV)/20\d\d", silent)
    page = window.open("/")
    window.follow(asked.get_by_role("link", name="Bài bị sửa sau khi đăng"))
    window.follow(page.locator("tbody").get_by_role("link", name="Giao ban nb4").first)
    assert page.locator(".edits del").first.is_visible()


def test_a_name_typed_on_the_first_page_leads_to_the_person(window: Window) -> None:
    page = window.open("/")
    page.get_by_role("searchbox").fill("Trần Văn Hạnh")
    window.follow(page.get_by_role("button", name="Tìm", exact=True))
    window.follow(page.locator(".about").get_by_role("link", name="Trần Văn Hạnh"))
    assert page.get_by_role("heading", level=1).inner_text() == "Trần Văn Hạnh"
    assert page.get_by_role("region", name="Chức vụ theo thời gian").is_visible()


def test_what_changed_in_an_article_stands_side_by_side(window: Window) -> None:
    page = window.open(f"/{window.site.name}/articles/{sample.ident('nb4')}")
    window.follow(page.get_by_role("link", name="Hai bản cạnh nhau"))
    assert page.locator("del").first.is_visible()
    before, after = page.locator("tr.is-changed").first.locator("td").all()
    labels = [e.evaluate("e => getComputedStyle(e, '::before').content") for e in (before, after)]
    if page.viewport_size["width"] < 600:  # one above the other, and told apart
        assert "Trước" in labels[0] and "Sau" in labels[1]
        assert after.bounding_box()["width"] > 300
        assert not page.locator("tr:not(.is-changed) td + td").first.is_visible()
    else:
        assert labels == ["none", "none"]
    window.follow(page.get_by_role("link", name="Lần sửa trước"))
    assert page.locator("ins", has_text="hai.").is_visible()


def test_directives_are_asked_for_by_addressee_and_place(window: Window) -> None:
    page = window.open("/chi-dao?when=all")
    page.get_by_label("Giao cho").fill("so tai chinh")
    page.get_by_role("combobox", name="Tỉnh, thành").select_option("Ninh Bình")
    window.follow(page.get_by_role("button", name="Xem"))
    window.follow(page.get_by_role("link", name="Đã quá ngày hạn"))
    assert [item.inner_text() for item in page.locator(".directive .order").all()] == [
        "báo cáo nợ đọng"
    ]
    assert page.locator(".tabs [aria-current]").inner_text() == "Đã quá ngày hạn 1"


def test_the_language_stays_switched(window: Window) -> None:
    page = window.open("/chi-dao?when=all")
    window.follow(page.get_by_role("link", name="English"))
    assert page.get_by_role("heading", level=1).inner_text() == "Directives"
    assert "when=all" in page.url
    window.follow(page.get_by_role("navigation").get_by_role("link", name="State of the data"))
    assert page.locator("html").get_attribute("lang") == "en"
    window.follow(page.get_by_role("link", name="Tiếng Việt"))
    assert page.locator("html").get_attribute("lang") == "vi"


def test_the_keyboard_reaches_the_newest_article_at_once(window: Window) -> None:
    page = window.open("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#moi-nhat")
    page.keyboard.press("Tab")
    assert "/articles/" in (page.evaluate("document.activeElement.href") or "")


def test_rows_are_cards_on_a_phone_and_a_table_on_a_desk(window: Window) -> None:
    page = window.open("/con-thieu")
    head, cell = page.locator("thead"), page.locator("tbody td[data-label]").first
    before = cell.evaluate("e => getComputedStyle(e, '::before').content")
    if page.viewport_size["width"] < 600:
        assert not head.is_visible() and "Bài gần nhất" in before
    else:
        assert head.is_visible() and before == "none"


def test_paper_is_white_and_names_its_source(window: Window) -> None:
    page = window.open(f"/{window.site.name}/articles/{sample.ident('nb4')}")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(252, 252, 250)"
    )
    assert not page.locator("header.top").is_visible()
    source = page.locator("p.print-only").inner_text()
    assert "https://ninhbinh.example.vn/tin/nb4.html" in source
    assert "thu thập lúc 02:10 01/03/2025" in source and "bản lưu: http" in source
    facts = page.locator(".facts")
    assert facts.nth(0).is_visible() and "Chủ trì" in facts.nth(0).inner_text()
    assert facts.nth(1).is_visible() and "báo cáo nợ đọng" in facts.nth(1).inner_text()


def test_marks_in_headings_leave_the_line_above_alone(window: Window) -> None:
    page = window.open("/tim?q=giao+ban")
    mark = page.locator("h2 mark").first
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert "58%" in mark.evaluate("e => getComputedStyle(e).backgroundImage")
