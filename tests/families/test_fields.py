"""Every selector of every family on a page of it: each finds what no selector before it finds."""

# ruff: noqa: E501  (mark-up is kept as portals print it)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

from lxml.html import HtmlElement

from crawler.families import FAMILIES
from crawler.families.base import Fields
from crawler.families.index import Index
from crawler.families.recognising import recognise
from crawler.markup.decode import decode, parse
from tests.tables import table

HERE = Path(__file__).parent
PAGES = (
    *HERE.glob("pages/*/article.html"),
    *(HERE.parent / "extraction").glob("*/*.html"),
    *(HERE.parent / "portals" / "pages").glob("*/article*.html"),
)
# What none of the pages kept here prints, as the families' sites do.
SNIPPETS = {
    "vhv_hungyen": """<h1 class="title-detail">Giao ban</h1><div class="post-date">09/07/2020</div>
        <div class="article-content">Sáng 9/7 …</div><div class="source">Báo Mẫu</div>
        <div class="article-author">Lê Na</div>""",
    "vhv": """<article class="news-detail-layout-type-2"><h1>Giao ban</h1><p class="date">20:36</p>
        </article><h1 class="article-title">Giao ban</h1>
        <article><div class="article-brief">Sáng 9/7 …</div></article>
        <div class="content-detail" itemprop="articleBody">Tại hội nghị …</div>""",
    "sharepoint_lacviet": """<b class="lv_description_mode2">Sáng 9/7 …</b>
        <div class="ms-rtestate-field">Tại hội nghị …</div>""",
    "nukeviet": """<h1 class="title">Giao ban</h1><h2 itemprop="headline">Giao ban</h2>""",
    "press_hash": """<h2 id="title">Giao ban</h2>""",
    "press_a": """<div class="detail-desc"><p>Sáng 9/7 …</p></div><form id="frmComment">Gửi</form>
        <div class="content-fck">Sáng 9/7 …</div>""",
    "epi": """<div class="article__body">Sáng 9/7 …</div><div class="ads_middle">Quảng cáo</div>
        <div id="sdaWeb_Top">Quảng cáo</div><div id="adsWeb_Top">Quảng cáo</div>
        <div class="poll-box">Thăm dò</div>""",
    "onecms": """<article class="entry">Sáng 9/7 …</article>""",
    "vccorp": """<div class="news-info"><span class="date">15:28 28/08/2026</span></div>
        <div class="detail-content">Sáng 9/7 …</div>""",
    "dotnetnuke": """<span id="dnn_ctr412_View_lblDate">09/07/2020</span>
        <span id="dnn_ctr412_View_lblTrichdan">Sáng 9/7 …</span>
        <span id="dnn_ctr412_View_lblNoidung">Tại hội nghị …</span>
        <span id="dnn_ctr9_ViewTin_lblTieuDe">Giao ban</span>
        <span id="dnn_ctr9_ViewTin_lblNgayDang">09/07/2020</span>
        <p id="dnn_ctr9_ViewTin_pTomtat">Sáng 9/7 …</p><p id="dnn_ctr8_Tin_pTomTat">Sáng 9/7 …</p>
        <div id="dnn_ctr9_ViewTin_pnlNoiDung">Tại hội nghị …</div>
        <span id="dnn_ctr9_ViewTin_lblTacGia">Lê Na</span>
        <ul id="dnn_ctr9_ViewTin_ulLienquan"><li>Tin khác</li></ul>
        <ul id="dnn_ctr9_ViewTin_ulLienQuan"><li>Tin khác</li></ul>""",
    "mojoportal": """<h2 class="articletitle">Giao ban</h2><p class="article-date">09/07/2020</p>""",
    "liferay": """<h1 class="header-title">Giao ban</h1><h3 class="asset-title">Giao ban</h3>
        <div class="asset-summary">Sáng 9/7 …</div><p class="sapo">Sáng 9/7 …</p>
        <div class="asset-content">Tại hội nghị …</div>
        <span class="metadata-author">Lê Na</span>""",
    "wordpress": """<h2 class="entry-title">Giao ban</h2><span class="entry-date">09/07/2020</span>
        <div class="entry-summary">Sáng 9/7 …</div><span class="byline">Lê Na</span>
        <span class="author vcard">Lê Na</span>
        <div class="wp-block-post-content">Tại hội nghị …</div>
        <div id="jp-relatedposts" class="jp-relatedposts">Tin khác</div>""",
    # K2 of Joomla 3, Joomla 4's article, Joomla 2.5's
    "joomla": """<h2 class="itemTitle">Giao ban</h2><span class="itemDateCreated">09/07/2020</span>
        <div class="itemIntroText">Sáng 9/7 …</div><div class="itemFullText">Tại hội nghị …</div>
        <span class="itemAuthor">Lê Na</span>
        <div class="item-page"><h1 itemprop="headline">Giao ban</h1></div>
        <div class="com-content-article__body">Tại hội nghị …</div>
        <div class="item-page"><h2>Giao ban</h2></div><dl><dd class="create">09/07/2020</dd></dl>""",
    "drupal": """<h1 class="page-title">Giao ban</h1>""",
    "laravel": """<div class="post-meta">09/07/2020</div>
        <div class="ck-content">Tại hội nghị …</div>""",
}


@cache
def pages() -> dict[str, list[Index]]:
    """The pages of each family."""
    known: dict[str, list[Index]] = {name: [] for name in FAMILIES}
    for path in PAGES:
        tree = parse(decode(path.read_bytes()))
        assert tree is not None
        index = Index(tree)
        if family := recognise(index):
            known[family.name].append(index)
    for name, html in SNIPPETS.items():
        tree = parse(f"<html><body>{html}</body></html>")
        assert tree is not None
        known[name].append(Index(tree))
    return known


def needless(selectors: tuple[str, ...], indexes: list[Index]) -> Iterator[str]:
    """The selectors that find nothing readable on any page that those before them do not."""
    for number, css in enumerate(selectors):
        if not any(_adds(index, selectors[:number], css) for index in indexes):
            yield css


def _adds(index: Index, before: tuple[str, ...], css: str) -> bool:
    known = {element for earlier in before for element in index.select(earlier)}
    return any(_has_text(e) for e in index.select(css) if e not in known)


def _has_text(element: HtmlElement) -> bool:
    return any(text.strip() for text in element.itertext())


def declared() -> dict[Fields, list[str]]:
    """The fields that families declare, several of them together."""
    shared: dict[Fields, list[str]] = {}
    for family in FAMILIES.values():
        shared.setdefault(family.fields, []).append(family.name)
    return shared


@table("own, names", declared().items(), ids=map(" ".join, declared().values()))
def test_no_selector_is_needless(own: Fields, names: list[str]) -> None:
    indexes = [index for name in names for index in pages()[name]]
    whose, folders = " ".join(names), ", ".join(f"tests/families/pages/{name}/" for name in names)
    idle = [
        f"{whose}: no page in {folders} has what {css} ({field.name}) alone finds"
        for field in fields(Fields)
        for css in needless(getattr(own, field.name), indexes)
    ]
    assert not idle, "\n".join(idle)
