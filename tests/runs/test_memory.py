"""What a run remembers does not grow with what it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from crawler.items import Article, SeenTeaser, Teaser
from crawler.runs.frequent import Frequent
from crawler.runs.quality import Quality
from crawler.runs.teasers import words
from output.history import History
from output.store import Store
from tests.output.reports import PORTAL
from tools.bench.endurance import landing, night

AT = "2026-11-20T01:00:00+07:00"


def test_a_line_of_many_articles_is_found_among_any_number_of_others() -> None:
    lines = Frequent(most=50)
    for number in range(1000):
        lines.add([f"dòng {number}", "Chung tay vì người nghèo"])
        if number % 10 == 0:
            lines.add(["Đọc thêm"])
    assert len(lines._counts) <= 50
    assert [line for line, _ in lines.commonest(2)] == ["Chung tay vì người nghèo", "Đọc thêm"]
    assert lines.commonest(1)[0][1] == 1000


def test_where_all_lines_repeat_the_commonest_stay() -> None:
    lines = Frequent(most=10)
    lines.add(["hay gặp"] * 9)
    for number in range(40):
        lines.add([f"dòng {number}"] * 2)
    assert len(lines._counts) <= 10
    assert lines.commonest(1) == [("hay gặp", 9)]


def test_furniture_is_a_suspect_whatever_the_number_of_articles() -> None:
    quality = Quality()
    for number in range(3000):
        body = f"Đoạn {number} một.\n\nĐoạn {number} hai.\n\nTin, ảnh: Ban Biên tập"
        quality.add(Article(title="Giao ban", body=body))
    assert quality.figures()["suspects"] == [["Tin, ảnh: Ban Biên tập", 3000]]


def test_pages_never_read_come_in_order_though_there_are_many() -> None:
    store = Store(":memory:")
    store.register([PORTAL])
    urls = [f"https://mau.gov.vn/tin/giao-ban-{n}.html" for n in range(1000)]
    teasers = [Teaser(url=url, title="Giao ban") for url in urls]
    store.see(PORTAL.id, [SeenTeaser(t.url, t.url, None, words(t)) for t in teasers], AT)
    store.fail(PORTAL.id, urls[3], urls[3], AT, 0)  # failed once: it comes last
    unread = History(store.db, PORTAL.id).unread()
    first = next(unread)
    assert first.url != urls[3]
    store.check(PORTAL.id, urls[1], urls[1], AT, "giao_ban")  # read while the others are asked for
    rest = [page.url for page in unread]
    assert rest[-1] == urls[3]
    assert sorted([first.url, *rest]) == sorted(urls)
    store.close()


@pytest.mark.slow
def test_the_simulations_run(tmp_path: Path) -> None:
    assert night(tmp_path, 40).start >= 0
    landed, megabytes = zip(*landing(tmp_path, 60, every=20), strict=True)
    assert landed == (20, 40, 60)
    assert 0 < megabytes[0] <= megabytes[-1] + 1
