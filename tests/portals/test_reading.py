"""One answer of a listing, read at once and within bounds whatever it holds."""

from __future__ import annotations

import gzip
import pickle
from dataclasses import replace

import pytest

from crawler.cpu import cpu_limit
from crawler.families import FAMILIES
from crawler.families.asking import Ask
from crawler.families.base import Habits, PageCount
from crawler.families.generic import FAMILY as GENERIC
from crawler.portals.reading import ListingAnswer, read_listing
from crawler.runs.walking import Walk
from tests.tables import table

LISTING = "https://mau.gov.vn/chinh-tri"
ROW = (
    '<article><h3><a href="/giao-ban-{n}-{n}.html">Giao ban công tác tháng, lần {n}</a></h3>'
    "<p>Sáng nay, Huyện ủy họp giao ban.</p></article>"
)
MOST_SECONDS = 15.0  # of CPU time, on any machine; the square would take many minutes


def listing(body: str | bytes, **changes: object) -> ListingAnswer:
    given = ListingAnswer(
        url=LISTING,
        body=body.encode() if isinstance(body, str) else body,
        label="utf-8",
        most=1_000_000,
        walk=Walk(listing=LISTING, ask=Ask(url=LISTING)),
        family=FAMILIES["mediatech"],
        is_declared=True,
        habits=Habits(),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def page(rows: str) -> str:
    return f'<html><body><div class="list-news">{rows}</div></body></html>'


def rows(*numbers: int) -> str:
    return "".join(ROW.format(n=81_000 + n) for n in numbers)


def test_rows_and_the_way_on_come_together() -> None:
    pager = '<div class="pager"><a href="/chinh-tri?page=2">2</a></div>'
    read = read_listing(listing(page(rows(1, 2) + pager)))
    assert [t.title for t in read.source.teasers] == [
        "Giao ban công tác tháng, lần 81001",
        "Giao ban công tác tháng, lần 81002",
    ]
    assert read.following == Ask(url="https://mau.gov.vn/chinh-tri?page=2")
    assert read.is_whole
    assert not read.cut
    assert read.family is None  # the spider names one


def test_a_portal_that_names_no_family_is_read_as_its_pages_show_it_in_its_own_way() -> None:
    body = (
        '<html><body><div class="article-viewlist mojo-content">'
        '<div class="article-item"><h3><a href="/hoi-nghi-giao-ban-thang-3">Hội nghị giao ban '
        'công tác tháng 3</a></h3><div class="summary">Sáng 3/3, Huyện ủy họp.</div></div></div>'
        "</body></html>"
    )
    habits = Habits(pages=PageCount("trang"))
    read = read_listing(listing(body, family=GENERIC, is_declared=False, habits=habits))
    assert read.family is FAMILIES["mojoportal"]
    assert len(read.source.teasers) == 1
    assert read.following == Ask(url=f"{LISTING}?trang=2")


def test_more_than_is_read_is_left_out_and_told() -> None:
    whole = page(rows(*range(100)))
    read = read_listing(listing(whole, most=len(whole.encode()) // 2))
    assert read.cut
    assert 40 <= len(read.source.teasers) <= 55
    assert not read_listing(listing(whole, most=len(whole.encode()))).cut


def test_a_sitemap_that_comes_packed_is_unpacked_no_further_than_it_is_read() -> None:
    entry = f"<url><loc>{LISTING}/giao-ban-thang-ba-lan-1-81001.html</loc></url>"
    sitemap = gzip.compress(f"<urlset>{entry}</urlset>".encode())
    read = read_listing(listing(sitemap))
    assert read.source.kind == "sitemap"
    assert len(read.source.teasers) == 1
    bomb = gzip.compress(f"<urlset>{entry}".encode() + b" " * 50_000_000, 1)
    read = read_listing(listing(bomb))
    assert read.cut
    assert len(read.source.teasers) == 1
    assert read_listing(listing(b"\x1f\x8b" + page(rows(1)).encode())).source.teasers  # no gzip


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        "<!DOCTYPE rss [<!ENTITY a 'giao'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!---->" * 200,
    ],
    ids=["old", "a file", "a bomb", "comments"],
)
def test_a_feed_is_read_without_what_it_declares(declared: str) -> None:
    item = f"<item><title>Giao ban &x;</title><link>{LISTING}/1.html</link></item>"
    feed = f'<?xml version="1.0"?>{declared}<rss version="2.0"><channel>{item}</channel></rss>'
    read = read_listing(listing(feed))
    assert [teaser.title for teaser in read.source.teasers] == ["Giao ban"]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<atom:link rel='next' href='/rss?trang=2'/>", "https://mau.gov.vn/rss?trang=2"),
        ("<atom:link rel='self' href='/rss?trang=1'/>", None),
        ("<atom:link rel='next' href='https://khac.vn/rss?trang=2'/>", None),
    ],
)
def test_a_feed_says_where_it_goes_on(link: str, address: str | None) -> None:
    item = f"<item><title>Giao ban</title><link>{LISTING}/1.html</link></item>"
    feed = (
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'>"
        f"<channel>{link}{item}</channel></rss>"
    )
    following = read_listing(listing(feed)).following
    assert (following.url if following else None) == address


@pytest.mark.parametrize(
    ("frame", "is_read"),
    [
        ("<iframe src='/mo-dun/ds.aspx?muc=3' width='100%'></iframe>", True),
        ("<iframe src='/mo-dun/ds.aspx' height='0'></iframe>", False),
        ("<iframe src='https://khac.vn/mo-dun/ds.aspx'></iframe>", False),
        ("<iframe src='/thoi-tiet.aspx'></iframe>", False),
    ],
)
def test_the_rows_of_a_page_stand_in_its_frame(frame: str, is_read: bool) -> None:
    asked = read_listing(listing(page(frame), family=GENERIC)).rows_at
    assert (asked is not None) == is_read


def test_numbers_of_thousands_of_digits_spoil_no_rows() -> None:
    rows = f'{{"total": {"9" * 5000}, "items": [{{"title": "Giao ban", "url": "/a-1.html"}}]}}'
    assert len(read_listing(listing(rows, family=GENERIC)).source.teasers) == 1


@pytest.mark.parametrize(
    "body",
    [
        page("".join(f'<div><a href="/giao-ban-{n}-8{n}.html">Giao ban ' for n in range(600))),
        page("".join(f'<a href="/giao-ban-{n}-8{n}.html"><span>Giao ban ' for n in range(600))),
        page("".join('<div class="item">' + rows(n) for n in range(300))),
        page("<div>" * 20_000 + rows(1)),
        page("".join(f'<a href="/chinh-tri?page={n}">{n}</a>' for n in range(3_000))),
        page(f'<a title="{"Giao ban " * 90_000}" href="/giao-ban-1-81001.html">x</a>'),
        page(f"<a {' '.join(f'a{n}=x' for n in range(3_000))} href='/x-81001.html'>Giao ban</a>"),
        page(f"<p>Ngày {'1' * 5000}/1/2020 <a href='?page={'9' * 1900}'>{'9' * 5000}</a></p>"),
        page("<h3><time datetime='2025-10-03'>x" * 5_000 + rows(1)),
        "<" * 300_000,
        "<!---->" * 700,
        "giao ban " * 100_000,
        '{"a":' * 100_000,
        '{"items": [{"title": "Giao ban", "url": "/a", "n": ' + "9" * 5000 + "}]}",
    ],
    ids=lambda body: body[:90],
)
@pytest.mark.parametrize("family", [FAMILIES["mediatech"], GENERIC], ids=lambda f: str(f.name))
@pytest.mark.slow
def test_hostile_listings_are_read_in_time(body: str, family: object) -> None:
    with cpu_limit(MOST_SECONDS):
        read_listing(listing(body, family=family, is_declared=family is not GENERIC))


@table("name", FAMILIES)
def test_every_family_goes_to_another_process_and_back(name: str) -> None:
    given = listing(page(rows(1)), family=FAMILIES[name])
    assert pickle.loads(pickle.dumps(given)) == given
    read = read_listing(given)
    assert pickle.loads(pickle.dumps(read)) == read
