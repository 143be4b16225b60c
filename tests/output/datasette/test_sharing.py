"""An article is found by any copy of its address, told to other sites, and whole as JSON."""

from __future__ import annotations

import html
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from output.datasette import indexing, picture, serve
from output.datasette.addresses import variants
from tests.output.datasette import sample
from tests.output.datasette.asked import Pages

URL = "https://ninhbinh-btg.example.vn/tin/giao-ban-quy-1.html"
PUBLIC = serve.HERE / "metadata-public.json"
ARTICLE = sample.ident(sample.KEY)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    site = Pages(sample.build(tmp_path_factory.mktemp("mau") / "mau.db"), is_published=False)
    yield site
    site.close()


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
    answer = pages.ask(f"/bai/{ARTICLE}", {})  # itself, not a redirect into this copy
    assert answer.status_code == 200 and sample.CHAIR in answer.text
    assert pages.get("/bai/khongco").status_code == 404


def test_a_paragraph_has_an_address_and_an_article_a_citation(pages: Pages) -> None:
    ident = sample.ident(sample.KEY)
    page = pages.get(f"/{pages.name}/articles/{ident}").text
    paragraphs = re.findall(r'<p lang="vi" id="(doan-\d+)">', page)
    assert paragraphs == [f"doan-{n}" for n in range(1, len(paragraphs) + 1)] != []
    for paragraph in paragraphs:
        assert f'href="/bai/{ident}#{paragraph}"' in page
    cited = re.search(r'<p class="cite">(.*?)</p>', page, re.DOTALL)
    assert cited
    ((title, url),) = pages.sql("SELECT title, url FROM articles WHERE id = ?", ident)
    for part in (f"“{title}”", url, f"http://localhost/bai/{ident}"):
        assert part in html.unescape(cited[1])


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
    properties = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert properties["title"].startswith("Hội nghị giao ban") and properties[
        "description"
    ].startswith("Sáng")
    assert properties["url"].startswith("http") and properties["url"].endswith(f"/bai/{ARTICLE}")
    assert f'<link rel="canonical" href="{properties["url"]}">' in page
    assert properties["image"] == f"{properties['url']}.png"
    hostile = pages.get(f"/{pages.name}/articles/{sample.ident('hostile')}").text
    assert "<script" not in hostile


def drawn(answer: Any) -> Image.Image:
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    return Image.open(io.BytesIO(answer.content))


def test_a_link_has_a_picture(pages: Pages) -> None:
    answer = pages.get(f"/bai/{ARTICLE}.png")
    assert drawn(answer).size == (1200, 630)
    assert len(answer.content) < 60_000 and "max-age=86400" in answer.headers["cache-control"]
    for key in ("hostile", "bare"):
        assert drawn(pages.get(f"/bai/{sample.ident(key)}.png")).size == (1200, 630)
    assert pages.get("/bai/khongco.png").status_code == 404


def test_every_letter_of_vietnamese_has_a_glyph() -> None:
    font = picture._font(64)
    unknown = bytes(font.getmask("\uffff"))
    letters = "aăâeêioôơuưyđ"
    for letter in letters + letters.upper():
        for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            whole = unicodedata.normalize("NFC", letter + mark)
            if len(whole) == 1:
                assert bytes(font.getmask(whole)) != unknown, whole


def test_a_title_of_any_length_fits() -> None:
    for title in ("", "Giao ban", "Hội nghị giao ban " * 60, "x" * 5000, "\u202eđảo\u202c"):
        size, lines = picture._fitted(title[:400])
        assert len(lines) <= 6
        assert all(picture._font(size).getlength(line) <= 1200 - 144 for line in lines)
        assert picture.draw(title, ["a" * 3000, "", "c"], title).startswith(b"\x89PNG")


def public(path: Path) -> Pages:
    return Pages(path, is_published=False, metadata=json.loads(PUBLIC.read_text()))


def test_nothing_is_open_to_search_engines_unless_the_operator_says_so(pages: Pages) -> None:
    assert pages.get("/robots.txt").text == "User-agent: *\nDisallow: /"
    assert pages.get("/sitemap.xml").status_code == 404
    assert pages.get("/sitemap-1.xml").status_code == 404
    assert serve.arguments(pages.path, "h", 1)[3].endswith("metadata.json")
    assert serve.arguments(pages.path, "h", 1, is_public=True)[3] == str(PUBLIC)


def test_public_opens_the_articles_alone(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    site = public(pages.path)
    robots = site.get("/robots.txt").text.splitlines()
    assert robots[:2] == ["User-agent: *", "Disallow: /"]
    assert {"Allow: /$", "Allow: /bai/", f"Allow: /{site.name}/articles/"} <= set(robots)
    assert robots[-1] == "Sitemap: http://localhost/sitemap.xml"
    listed = re.findall("<loc>([^<]+)</loc>", site.get("/sitemap.xml").text)
    ((articles,),) = pages.sql("SELECT count(*) FROM articles WHERE is_giao_ban = 1")
    assert len(listed) == len(set(listed)) == articles > 40
    assert f"http://localhost/bai/{ARTICLE}" in listed
    assert site.get(listed[0].removeprefix("http://localhost")).status_code == 200
    # The edit of the sample's article is older than its first sight here.
    assert f"{ARTICLE}</loc><lastmod>2025-03-01</lastmod>" in site.get("/sitemap.xml").text
    site.close()
    monkeypatch.setattr(indexing, "MOST", 15)
    site = public(pages.path)
    parts = re.findall("<sitemap><loc>http://localhost([^<]+)", site.get("/sitemap.xml").text)
    assert parts == [f"/sitemap-{n}.xml" for n in range(1, -(-articles // 15) + 1)]
    each = [re.findall("<loc>([^<]+)", site.get(part).text) for part in parts]
    assert (
        sorted(loc for part in each for loc in part) == sorted(listed) and max(map(len, each)) == 15
    )
    assert site.get("/sitemap-99.xml").status_code == 404
    site.close()
