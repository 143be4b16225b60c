"""`scrapy extract`: files, captures, live addresses, and what cannot be read."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crawler.commands.extract import has_text, is_list
from crawler.items import Page
from crawler.understand import understand
from tests.conftest import Base, Crawled
from tests.sample_portals import SamplePortals
from tests.tables import table

PAGES = Path(__file__).parents[1] / "portals" / "pages"
FIELDS = [
    *("url", "file", "portal", "family", "title", "sapo", "body", "published_at", "modified_at"),
    *("author", "source", "section", "views", "images", "attachments", "is_giao_ban", "meeting"),
    "citations",
    "directives",
]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def records(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_file_gives_one_record_with_every_field_of_the_contract(offline: Run) -> None:
    page = PAGES / "laichau" / "article.html"
    url = "https://laichau.gov.vn/tin-tuc-su-kien/chinh-tri/ubnd-tinh-hop-giao-ban-thang-5.html"
    (record,) = records(offline("extract", str(page), "--url", url))
    assert list(record) == FIELDS
    assert (record["url"], record["file"], record["portal"]) == (url, str(page), "laichau")
    assert (record["family"], record["is_giao_ban"]) == ("vhv", True)
    assert record["meeting"] == {
        "held_on": "2025-06-06",
        "session": "morning",
        "period": {"kind": "month", "value": 5, "year": 2025},
        "level": "province",
        "convenor": "UBND tỉnh",
        "place": None,
        "chairs": [{"name": "Nông Văn Sinh", "title": "Chủ tịch UBND tỉnh"}],
    }
    assert record["citations"] == [
        {
            "number": "412/QĐ-UBND",
            "kind": "quyết định",
            "issuer": "UBND tỉnh",
            "issued_on": "2025-03-15",
        }
    ]
    assert record["images"][0]["caption"] == "Quang cảnh cuộc họp"


def test_files_without_an_address_and_bad_ones_among_them(offline: Run, tmp_path: Path) -> None:
    empty, missing = tmp_path / "empty.html", tmp_path / "missing.html"
    empty.write_bytes(b"")
    good, other = PAGES / "la34" / "article.html", tmp_path / "notes.html"
    other.write_text("<p>Ghi chú của tôi, không có tiêu đề.</p>", encoding="utf-8")
    address = "laichau.gov.vn/tin/giao-ban"
    given = empty, missing, address, good, other
    done = offline("extract", *map(str, given), code=1)
    record, nothing = records(done)
    assert nothing["title"] is None
    assert record["title"] == "Giao ban công tác Mặt trận quý III năm 2025"
    assert (record["url"], record["portal"]) == (None, None)
    errors = done.stderr.splitlines()
    assert f"no article found in {other}" in errors
    assert f"error: {empty}: the file is empty" in errors
    assert f"error: {missing}: No such file or directory" in errors
    hint = "an address begins with https:// or http://"
    assert f"error: {address}: No such file or directory; {hint}" in errors
    assert len(errors) == 4


def test_url_goes_with_one_file_only(offline: Run) -> None:
    good = str(PAGES / "la34" / "article.html")
    done = offline("extract", good, good, "--url", "https://la34.com.vn/x-1.html", code=2)
    assert "--url goes with exactly one HTML file" in done.stdout + done.stderr


def test_a_capture_gives_one_record_a_page(crawled: Crawled) -> None:
    (name,) = {
        row["capture_file"]
        for row in crawled.rows("SELECT capture_file FROM articles WHERE portal = 'laichau'")
    }
    extracted = records(crawled.run("extract", str(crawled.captures / name)))
    stored = crawled.rows("SELECT url, title, body FROM articles WHERE portal = 'laichau'")
    by_url = {record["url"]: record for record in extracted}
    assert len(extracted) > len(stored)  # pages found to be no giao ban were captured too
    for row in stored:
        record = by_url[row["url"]]
        assert (record["title"], record["body"]) == (row["title"], row["body"])
        assert record["portal"] == "laichau"


def test_a_broken_capture_is_one_line(offline: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(b"\x1f\x8bnothing of the kind")
    done = offline("extract", str(broken), code=1)
    assert done.stdout == ""
    assert done.stderr.splitlines() == [f"error: {broken}: not a WARC file"]


def test_a_live_address_is_fetched_politely(base: Base, world: SamplePortals) -> None:
    article = next(a for a in world["la34"].articles if a.expect == "giao_ban" and not a.traits)
    gone = "https://la34.com.vn/khong-co-999999999.html"
    done = base.run("extract", article.url, gone, code=1)
    (record,) = records(done)
    assert (record["title"], record["portal"]) == (article.title, "la34")
    assert "file" not in record
    assert gone in done.stderr
    assert any(seen.url.endswith("/robots.txt") for seen in world.requests)


@table(
    "page, is_article",
    [
        *((f"families/pages/{name}/listing.html", False) for name in ("drupal", "hatinh", "vhv")),
        *((f"families/pages/{name}/article.html", True) for name in ("drupal", "hatinh", "vhv")),
        ("portals/pages/la34/article.html", True),
    ],
)
def test_a_list_of_articles_is_told_from_one(page: str, is_article: bool) -> None:
    report = understand(Page(url=None, body=(PAGES.parents[1] / page).read_bytes()))
    assert (has_text(report.article) and not is_list(report)) is is_article
