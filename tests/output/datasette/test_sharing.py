"""An article is found by any copy of its address, told to other sites, and whole as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from output.datasette.addresses import variants
from tests.output.datasette import sample
from tests.output.datasette.test_truth import Pages

URL = "https://ninhbinh-btg.example.vn/tin/giao-ban-quy-1.html"
ARTICLE = sample.ident(sample.KEY)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    found = Pages(sample.build(tmp_path_factory.mktemp("mau") / "mau.db"), is_published=False)
    yield found
    found.close()


@pytest.mark.parametrize(
    "typed",
    [
        URL,
        URL.replace("https", "http"),
        URL.replace("https://", "HTTPS://www."),
        URL.removeprefix("https://"),
        f"  {URL}#binh-luan",
        f"{URL}?utm_source=zalo&utm_medium=x&fbclid=abc",
        f"{URL}/",
        f"https://web.archive.org/web/20240501083000/{URL}",
        f"http://web.archive.org/web/20240501083000id_/http://web.archive.org/web/2024/{URL}",
        f"https://archive.ph/20240501/{URL}",
        URL.replace("://", ":/"),
        URL.replace("https:", "https%3A"),
        URL.replace("example.vn", "example.vn:443"),
    ],
)
def test_a_copied_address_finds_the_article(pages: Pages, typed: str) -> None:
    answer = pages.get("/bai", url=typed)
    assert answer.status_code == 200 and str(answer.url).endswith(f"/articles/{ARTICLE}")


@pytest.mark.parametrize("typed", ["", "x", "http://[x", "://", "https://", "a b", "%"])
def test_what_is_no_address_is_not_found(pages: Pages, typed: str) -> None:
    assert pages.get("/bai", url=typed).status_code == 404


def test_a_query_that_names_the_article_is_kept() -> None:
    typed = "http://cong.example.vn/tin.aspx?id=5&utm_source=x&b=%C3%A1"
    assert "http://cong.example.vn/tin.aspx?id=5&b=%C3%A1" in variants(typed)
    assert all("id=5" in address for address in variants(typed))


def test_an_address_outlives_any_copy(pages: Pages) -> None:
    assert str(pages.get(f"/bai/{ARTICLE}").url).endswith(f"/{pages.name}/articles/{ARTICLE}")
    assert pages.get("/bai/khongco").status_code == 404


def test_an_article_is_one_record_of_all_its_facts(pages: Pages) -> None:
    record = pages.get(f"/bai/{ARTICLE}.json").json()
    assert record["title"] == "Hội nghị giao ban công tác tuyên giáo quý I năm 2024"
    assert record["meeting"]["held_on"] == "2024-04-05"
    assert [chair["name"] for chair in record["meeting"]["chairs"]] == [sample.CHAIR]
    assert {c["number"] for c in record["citations"]} == {"12-CT/TU", "118/KH-UBND"}
    assert {e["fact"] for e in record["evidence"]} >= {"held_on", "chairs.1"}
    assert record["portal"]["id"] == "ninhbinh_btg" and record["is_giao_ban"] is True
    assert len(record["revisions"]) == len(record["images"]) == len(record["attachments"]) == 1
    assert record["address"].endswith(f"/bai/{ARTICLE}")
    assert pages.get("/bai/khongco.json").status_code == 404


def test_other_sites_are_told_what_a_page_is(pages: Pages) -> None:
    page = pages.get(f"/{pages.name}/articles/{ARTICLE}").text
    told = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert told["title"].startswith("Hội nghị giao ban") and told["description"].startswith("Sáng")
    assert told["url"].startswith("http") and told["url"].endswith(f"/bai/{ARTICLE}")
    assert f'<link rel="canonical" href="{told["url"]}">' in page
    hostile = pages.get(f"/{pages.name}/articles/{sample.ident('hostile')}").text
    assert "<script" not in hostile
