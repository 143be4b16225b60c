"""Feeds as portals write them: not quite XML, titles with mark-up, addresses that are none."""

from __future__ import annotations

import pytest

from crawler.families.generic import FAMILY
from crawler.families.sources import read_source
from crawler.items import Teaser
from crawler.markup.times import machine_time

URL = "https://mau.gov.vn/rss/tin.xml"
LINK = "<link>https://mau.gov.vn/tin/giao-ban-81207.html</link>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://mau.gov.vn/tin/"><entry>'


def rows(item: str) -> list[Teaser]:
    return read_source(f"<rss><channel><item>{item}</item></channel></rss>", URL, FAMILY).teasers


@pytest.mark.parametrize(
    ("title", "means"),
    [
        ("Họp giao ban th&aacute;ng&nbsp;5", "Họp giao ban tháng 5"),
        ("Họp <b>giao ban</b> tháng 5", "Họp giao ban tháng 5"),
        ("<![CDATA[Sở A &amp; B họp giao ban]]>", "Sở A & B họp giao ban"),
        ("Sở A & B họp giao ban", "Sở A & B họp giao ban"),
        ("Sở A &amp; B họp giao ban", "Sở A & B họp giao ban"),
        ("Họp giao ban &ldquo;quý I&rdquo; &x;", "Họp giao ban “quý I”"),
    ],
)
def test_a_title_is_read_whole(title: str, means: str) -> None:
    (row,) = rows(f"<title>{title}</title>{LINK}")
    assert row.title == means


def test_the_title_of_a_picture_is_not_the_articles() -> None:
    media = '<media:title xmlns:media="http://search.yahoo.com/mrss/">anh-1.jpg</media:title>'
    (row,) = rows(f"{media}<title>Họp giao ban</title>{LINK}")
    assert row.title == "Họp giao ban"


@pytest.mark.parametrize(
    ("link", "leads_to"),
    [
        (
            "<link>https://mau.gov.vn/a?c=1&id=5&amp;l=vi</link>",
            "https://mau.gov.vn/a?c=1&id=5&l=vi",
        ),
        ("<link><![CDATA[https://mau.gov.vn/a?c=1&id=5]]></link>", "https://mau.gov.vn/a?c=1&id=5"),
        ("<guid>https://mau.gov.vn/a-5.html</guid>", "https://mau.gov.vn/a-5.html"),
    ],
)
def test_addresses_keep_their_parameters(link: str, leads_to: str) -> None:
    (row,) = rows(f"<title>Họp giao ban</title>{link}")
    assert row.url == leads_to


def test_a_number_that_names_an_item_is_no_address() -> None:
    assert not rows('<title>Họp giao ban</title><guid isPermaLink="false">12345</guid>')


def test_atom_with_mark_up_and_a_base() -> None:
    title = (
        '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Họp <i>giao ban</i></div>'
    )
    feed = f'{ATOM}{title}</title><link href="giao-ban-5.html"/></entry></feed>'
    (row,) = read_source(feed, URL, FAMILY).teasers
    assert (row.url, row.title) == ("https://mau.gov.vn/tin/giao-ban-5.html", "Họp giao ban")


def test_a_date_as_vietnamese_write_it() -> None:
    (row,) = rows(f"<title>Họp giao ban</title>{LINK}<pubDate>05/11/2026 08:00:00</pubDate>")
    assert row.published_at == "2026-11-05T08:00:00+07:00"


def test_an_offset_of_hours_alone() -> None:
    assert machine_time("Thu, 05 Nov 2026 23:00:00 +07") == "2026-11-05T23:00:00+07:00"


def test_the_number_of_a_story_is_no_session() -> None:
    one, other = (f"https://mau.gov.vn/modules.php?name=News&sid={n}" for n in (123, 124))
    assert FAMILY.identity(one) != FAMILY.identity(other)
    long = "https://mau.gov.vn/tin.php?sid=4f1c9a2be77d41aa"
    assert FAMILY.identity(long) == FAMILY.identity("https://mau.gov.vn/tin.php")
