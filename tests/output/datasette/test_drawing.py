"""The pure parts of the pages: evidence, differences, charts, the map, names."""

from __future__ import annotations

import re
from typing import Any

from output.datasette import charts, differences, facts, health, names, vietnam
from output.datasette.atom import stamp
from output.datasette.cells import show


def row(fact: str, start: int | None, end: int | None, source: str = "body") -> dict[str, Any]:
    return {"fact": fact, "source": source, "start": start, "end": end}


def test_overlapping_evidence_keeps_every_letter_and_anchor() -> None:
    text = "Đồng chí Lê Hà, Bí thư\n\nkết luận"
    pieces = facts.cut(text, [row("chairs.1", 9, 22), row("place", 16, 22), row("level", 11, 18)])
    assert ["".join(p.text for p in paragraph) for paragraph in pieces] == text.split("\n\n")
    anchors = [name for p in pieces[0] for name in p.anchors]
    assert sorted(anchors) == ["tu-chairs-1", "tu-level", "tu-place"]
    assert [p.text for p in pieces[0] if not p.is_fact] == ["Đồng chí "]


def test_evidence_beyond_the_text_is_left_out() -> None:
    assert facts.cut("ngắn", [row("level", 2, 90), row("place", None, None)]) == [
        [facts.Piece("ngắn", (), False)]
    ]
    assert facts.cut(None, []) == []


def test_a_fact_read_from_the_date_leads_to_the_date() -> None:
    stamped = row("held_on", None, None, "published_at")
    assert facts.anchors([stamped], set()) == {"held_on": "ngay-dang"}
    # Words go before the stamp that only gave them their year, in whatever order they come.
    printed = row("held_on", 0, 4)
    for evidence in ([printed, stamped], [stamped, printed]):
        assert facts.anchors(evidence, {"tu-held_on"}) == {"held_on": "tu-held_on"}
        assert facts.beyond(evidence) == {"held_on": "published_at"}
    assert facts.anchors([printed, stamped], set()) == {"held_on": "ngay-dang"}
    assert facts.anchors([printed], set()) == {}


def test_differences_show_words_and_skip_what_stayed() -> None:
    before = "một\n\nhai ba bốn\n\nnăm"
    after = "một\n\nhai 3 bốn\n\nnăm\n\nsáu"
    kinds = [[(p.kind, p.text) for p in ps] for ps in differences.compare(before, after)]
    assert kinds == [
        [("same", "…")],
        [("same", "hai "), ("del", "ba"), ("ins", "3"), ("same", " bốn")],
        [("same", "…")],
        [("ins", "sáu")],
    ]
    assert differences.compare(before, before) == []
    assert differences.compare(None, "x") == [[differences.Piece("ins", "x")]]


def test_the_map_has_the_34_provinces_and_the_islands() -> None:
    drawn = str(vietnam.draw({"Ninh Bình": 5}, [("<Cổng>", 20.25, 105.97)], lambda n: f"/?p={n}"))
    assert drawn.count("<path") == len(names.PROVINCES) == 34
    assert "Hoàng Sa" in drawn and "Trường Sa" in drawn
    assert "&lt;Cổng&gt;" in drawn and "<Cổng>" not in drawn
    assert 'aria-label="Ninh Bình: 5 hội nghị"' in drawn


def test_63_provinces_became_34() -> None:
    assert len(vietnam.PROVINCES_THEN) == len(set(vietnam.PROVINCES_THEN)) == 63


def test_places_lie_on_their_province() -> None:
    for name, latitude, longitude in (("Hà Nội", 21.0, 105.7), ("Cà Mau", 9.1, 105.2)):
        point = vietnam.middle(name)
        assert abs(point[0] - latitude) < 0.5 and abs(point[1] - longitude) < 0.5


def test_months_without_meetings_leave_a_gap() -> None:
    drawn = str(
        charts.months({"2024-11": 2, "2025-02": 4}, "2025-02", lambda month: f"/tim?month={month}")
    )
    xs = [float(x) for x in re.findall(r'<rect x="([\d.]+)"', drawn)]
    assert len(xs) == 2 and xs[1] - xs[0] == 3 * 18
    assert charts.months({}, "2025-02", str) == ""


def test_a_mistyped_year_does_not_empty_the_months() -> None:
    def columns(*months: str, last: str = "2026-11") -> list[str]:
        drawn = str(charts.months(dict.fromkeys(months, 1), last, lambda month: f"/{month}/"))
        return re.findall(r'href="/(.*?)/"', drawn)

    assert columns("2026-09", "2098-05", "0206-01", "hôm qu", "2026-1") == ["2026-09"]
    assert columns("2022-11", "2022-12", "2026-11") == ["2022-12", "2026-11"]
    assert columns("2098-05") == []
    assert columns("2011-03", "2011-05") == ["2011-03", "2011-05"]  # all of it long ago


def test_the_most_meetings_have_the_darkest_shade() -> None:
    for many in range(1, 12):
        counts = {name: index + 1 for index, name in enumerate(names.PROVINCES[:many])}
        shades = [vietnam.shades(counts)[name] for name in names.PROVINCES]
        assert shades[many - 1] == vietnam.SHADES
        assert shades[:many] == sorted(shades[:many]) and 0 not in shades[:many]
        assert len(set(shades[:many])) == min(many, vietnam.SHADES) and not any(shades[many:])


def test_every_reason_to_leave_something_out_has_a_name() -> None:
    assert set(names.DROPPED) == {
        "teaser_not_giao_ban",
        "page_not_giao_ban",
        "no_summary",
        "duplicate",
        "outside_window",
        "robots",
        "offsite",
        "error",
    }


def test_provinces_are_known_by_any_spelling() -> None:
    for name in ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "ho chi minh"):
        assert names.province(name) == "Hồ Chí Minh"
    assert names.province("Nam Định") == "Nam Định"
    assert names.province(None) is None


def test_only_web_addresses_become_links() -> None:
    assert names.web("https://a.vn/b?c=d") and names.web("http://a.vn")
    for bad in ("javascript:alert(1)", "data:text/html,x", " https://a.vn", "//a.vn", "", None):
        assert names.web(bad) is None
    assert names.web('https://a.vn/"onclick=') is None
    assert show(None, {"url": "javascript:x"}, "javascript:x", "url", None) == "javascript:x"  # type: ignore[arg-type]


def test_days_and_moments_are_vietnamese() -> None:
    assert names.day("2024-05-17T08:30:00+07:00") == "17/05/2024"
    assert names.moment("2024-05-17T08:30:00+07:00") == "08:30 17/05/2024"
    assert names.moment("2024-05-17") == "17/05/2024"
    assert names.day("hôm qua") == "hôm qua"
    assert names.day(None) == ""


def test_feeds_have_moments_with_an_offset() -> None:
    assert stamp("2024-05-17") == "2024-05-17T00:00:00+07:00"
    assert stamp("2024-05-17T08:30:00+07:00") == "2024-05-17T08:30:00+07:00"
    assert stamp(None) == stamp("không rõ") == "1970-01-01T00:00:00+07:00"


def test_statistics_of_any_shape_do_not_break_the_health_page() -> None:
    for text in (None, "", "{", "[]", '{"cut": 3, "suspects": {}, "coverage": []}'):
        assert health.statistics(text) == {
            "coverage": {},
            "cut": [],
            "suspects": [],
            "dropped_by": {},
        }
