"""A fact leads to the words it was read from; what the portal says is not shown as the text's."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from tests.output.datasette import sample
from tests.output.datasette.asked import Pages

LED = re.compile(r'<a class="read-from" href="#([^"]+)"[^>]*>([^<]+)</a>')


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    path = sample.build(tmp_path_factory.mktemp("mau") / "mau.db")
    db = Database(path)
    evidence = db.table("evidence")
    # The sapo prints "05/4": its year is that of the publication, and so is said after the words.
    evidence.insert(
        {"article": sample.ident(sample.KEY), "fact": "held_on", "source": "published_at"}
    )
    reprint = sample.ident("reprint")
    db.table("meetings").update(reprint, {"place": "Nam Định", "held_on": "2024-04-05"})
    for fact in ("level", "place", "held_on"):
        evidence.insert({"article": reprint, "fact": fact, "source": "url"})
    db.close()
    site = Pages(path, is_published=False)
    yield site
    site.close()


def test_every_fact_leads_to_its_own_words(pages: Pages) -> None:
    page = pages.get(f"/{pages.name}/articles/{sample.ident(sample.KEY)}").text
    led = {}
    for anchor, _ in LED.findall(page):
        words = re.search(rf'id="{anchor}"></span>(?:<span[^>]*></span>)*<mark[^>]*>([^<]+)', page)
        assert words, anchor
        led[anchor] = words[1]
    assert led == {
        "tu-chairs-1": "Đinh Thị Hoài Thu, Phó Bí thư Thường trực Tỉnh ủy",
        "tu-held_on": "05/4/2024",
        "tu-session": "Sáng",
        "tu-period_kind": "quý I",
        "tu-level": "Ban Tuyên giáo",
        "tu-convenor": "Ban Tuyên giáo",
        "tu-place": "Trung tâm Hội nghị tỉnh",
        "tu-citations-12-CT_TU": "12-CT/TU",
        "tu-citations-118_KH-UBND": "118/KH-UBND",
    }
    assert 'buổi sáng</a> <span class="office">(năm theo ngày đăng)' in page


def test_what_only_the_portal_says_is_told_as_the_portals(pages: Pages) -> None:
    page = pages.get(f"/{pages.name}/articles/{sample.ident('reprint')}").text
    remark = '</a> <span class="office">(theo cổng đăng bài, bài không nói)</span>'
    for words in ("Sở, ngành", "Nam Định"):
        assert f'<a class="read-from" href="#ban-goc" title="Đọc từ đâu">{words}{remark}' in page
    assert 'href="#ban-goc" title="Đọc từ đâu">05/04/2024</a>' in page
    assert "(năm theo địa chỉ bài)" in page
