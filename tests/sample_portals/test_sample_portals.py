"""The sample portals behave as their families do: pagers, validators, redirects, modes."""

from __future__ import annotations

import base64
import html
import json
import re
import unicodedata
from urllib.parse import urljoin

import pytest

from tests.sample_portals import SamplePortals
from tests.sample_portals.client import Client

HUONGHOA = "https://huonghoa.tinhuyquangtri.vn/Article/ViewList.aspx?mid=8541&pageid=3446"
XHR = {"X-Requested-With": "XMLHttpRequest"}


def _links(world: SamplePortals, portal: str, page: str, base: str) -> set[str]:
    links = {urljoin(base, html.unescape(link)) for link in re.findall(r'href="([^"]+)"', page)}
    return {a.key for a in world[portal].articles if a.url in links}


def _hidden(page: str) -> dict[str, str]:
    fields = re.findall(r'<input type="hidden" name="([^"]+)" id="[^"]+" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in fields}


@pytest.mark.parametrize("full", [False, True])
def test_content_is_what_the_labels_say(full: bool) -> None:
    world = SamplePortals(full=full)
    articles = [a for portal in world.portals.values() for a in portal.articles]
    reports = [a for a in articles if a.is_giao_ban]
    assert {a.published_at[:4] for a in reports} == set(map(str, range(2020, 2027)))
    assert {a.level for a in reports} == {"central", "province", "district", "commune", "sector"}
    assert len({a.url for a in articles}) == len(articles)
    for article in reports:
        text = " ".join(filter(None, [article.title, article.sapo, *article.paragraphs]))
        assert text == unicodedata.normalize("NFC", " ".join(text.split()))
        for name, title in article.chairs:
            assert name in text
            assert title.split(",", maxsplit=1)[0] in text
        for citation in article.citations:
            assert citation["number"] in text
        assert (article.convenor or "").casefold() in text.casefold()
    for portal in world.portals.values():
        assert sum(a.is_giao_ban for a in portal.articles) >= (12 if full else 6)
        assert len({a.key for a in portal.articles}) == len(portal.articles)
        assert len(portal.articles) >= (36 if full else 10)
        assert len(portal.articles) > 2.5 * portal.page_size


def test_la34_pages_by_number_and_goes_back_to_the_first(
    world: SamplePortals, client: Client
) -> None:
    base = "https://la34.com.vn/chinh-tri"
    seen = set()
    for number in (1, 2, 3):
        status, page, _ = client.get(f"{base}?page={number}")
        assert status == 200
        seen |= _links(world, "la34", page, base)
        assert ('rel="next"' in page) == (number < 3)
    assert seen >= {a.key for a in world["la34"].articles if "chinh-tri" in a.categories}
    status, _, headers = client.get(f"{base}?page=4")
    assert (status, headers["Location"]) == (301, base)


def test_la34_answers_304_whatever_its_clock_says(world: SamplePortals, client: Client) -> None:
    for url in ("https://la34.com.vn/chinh-tri", world["la34"]["92418"].url):
        _, _, headers = client.get(url)
        assert client.get(url, If_None_Match=headers["ETag"])[0] == 304
    world["la34"].edit("92418", title="Giao ban khối nội chính (đính chính)")
    status, page, headers = client.get(url, If_None_Match=headers["ETag"])
    assert status == 200
    assert "đính chính" in page
    assert client.get(url, If_Modified_Since=headers["Last-Modified"])[0] == 304
    world["la34"].validators = False
    assert "ETag" not in client.get(url)[2]


def test_huonghoa_repeats_its_last_page_and_prints_no_date(
    world: SamplePortals, client: Client
) -> None:
    pages = [client.get(f"{HUONGHOA}&pagenumber={n}")[1] for n in (1, 2, 3, 4)]
    keys = [_links(world, "huonghoa", page, HUONGHOA) for page in pages]
    assert keys[2] == keys[3]
    assert set.union(*keys) == {a.key for a in world["huonghoa"].articles}
    assert "21:39 | 02/10/2024" in "".join(pages)
    article = next(a for a in world["huonghoa"].articles if "/-h%E1%BB%99i" in a.url)
    _, page, _ = client.get(article.url)
    assert article.title in page
    assert "21:39" not in page


def test_laichau_gives_fragments_for_the_posted_config(
    world: SamplePortals, client: Client
) -> None:
    base = "https://laichau.gov.vn/tin-tuc-su-kien"
    _, first, _ = client.get(base)
    _, ignored, _ = client.get(f"{base}?page=2")
    assert _links(world, "laichau", first, base) == _links(world, "laichau", ignored, base)
    configs = [
        json.loads(base64.b64decode(code)) for code in re.findall(r"decode64\('([^']+)'\)", first)
    ]
    assert {config["moduleId"] for config in configs} == {"1010", "1023"}
    config = next(c for c in configs if c["moduleId"] == "1010")
    redraw = (
        "https://laichau.gov.vn/?module=Content.Listing&moduleId=1010&cmd=redraw&site=2005021"
        "&url_mode=rewrite&submitFormId=1010&moduleId=1010&page=Article.News.list&site=2005021"
    )
    sizes = []
    for number in (1, 2, 3, 4):
        form = {name: str(value) for name, value in config.items()} | {"pageNo": str(number)}
        _, page, _ = client.get(redraw, form=form, **{"X_Requested_With": "XMLHttpRequest"})
        assert "<html" not in page
        sizes.append(len(_links(world, "laichau", page, base)))
    assert sizes == [4, 4, 2, 0]
    assert "<html" in client.get(redraw, form=form)[1]
    form["categoryId"] = configs[0]["categoryId"]
    assert "article-news" not in client.get(redraw, form=form, **XHR)[1]


def test_thuathienhue_pages_by_postback_with_whole_hidden_fields(
    world: SamplePortals, client: Client
) -> None:
    portal = world["thuathienhue"]
    base = client.get("https://thuathienhue.gov.vn/")[2]["Location"]
    _, page, _ = client.get(base)
    target = re.findall(r"__doPostBack\(&#39;(.+?)&#39;,&#39;Page\$2&#39;\)", page)[0]
    seen, number = _links(world, "thuathienhue", page, base), 1
    first = set(seen)
    for number in (2, 3, 9):
        form = _hidden(page) | {"__EVENTTARGET": target, "__EVENTARGUMENT": f"Page${number}"}
        status, page, _ = client.get(base, form=form)
        assert status == 200
        seen |= _links(world, "thuathienhue", page, base)
    assert _links(world, "thuathienhue", page, base) == first
    assert seen == {a.key for a in portal.articles if a.categories != ("tin-tuc",)}
    for name in ("__VIEWSTATE", "__VIEWSTATEGENERATOR", "__EVENTVALIDATION"):
        assert client.get(base, form=form | {name: form[name][::-1]})[0] == 500
        assert client.get(base, form={k: v for k, v in form.items() if k != name})[0] == 500
    other = next(
        urljoin(base, link)
        for link in re.findall(r'href="([^"]+)"', page)
        if "Tin-tuc-su-kien/cid/" in link
    )
    assert re.search(r"/newsid/6F0C2F0E[^/]+/cid/3D1F2A60", client.get(other)[1])
    assert client.get(base)[1] != client.get(base)[1]  # tokens of their own in every page


def test_thuanthanh_lists_in_json_from_page_one(world: SamplePortals, client: Client) -> None:
    _, page, _ = client.get("https://thuanthanh.bacninh.gov.vn/news")
    url = re.findall(r"loadPageURL = '([^']+)'", page)[0]
    answers = [
        json.loads(client.get(f"{url}&pageNum={n}&recordPerPage=50&keyword=")[1]) for n in range(5)
    ]
    assert [len(a["items"]) for a in answers] == [0, 4, 4, 3, 0]
    assert {a["totalPageNum"] for a in answers} == {3}
    keys = {item["id"] for a in answers for item in a["items"]}
    assert keys == {a.key for a in world["thuanthanh"].articles}
    row = answers[1]["items"][0]
    _, page, headers = client.get(row["urlDetail"])
    assert "Số lượt xem: 312" in page
    assert client.get(row["urlDetail"], If_None_Match=headers["ETag"])[0] == 304


def test_articles_misbehave_as_their_traits_say(world: SamplePortals, client: Client) -> None:
    for portal in world.portals.values():
        for article in portal.articles:
            if not article.url.startswith(f"https://{portal.host}/"):
                continue
            status, page, headers = client.get(article.url)
            if "hiccup" in article.traits:
                assert status == 500
                status, page, headers = client.get(article.url)
            if "moved" in article.traits:
                assert status == 301
                status, page, headers = client.get(headers["Location"])
            assert status == 200
            charset = headers.get_content_charset()
            if "windows-1258" in article.traits:
                assert charset == "windows-1258"
            elif "utf-16" in article.traits:
                assert charset == "utf-16"
            elif not {"nfd", "nbsp"} & article.traits:
                assert html.escape(article.title).replace("&#x27;", "&#39;") in page
                assert all(html.escape(p) in page for p in article.paragraphs)
