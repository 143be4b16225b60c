"""Captures: as received, readable after a kill, and back again."""

from __future__ import annotations

import gzip
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler import warc
from crawler.items import Page
from crawler.warc import CaptureWriter, CutShort, read_capture, read_pages

BODY = "<html><p>Hội nghị giao ban</p></html>".encode()
PAGE = Page(
    url="https://mau.gov.vn/tin.html",
    body=BODY,
    raw=gzip.compress(BODY),
    headers=(
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
    ),
    fetched_at="2024-04-02T01:00:00+07:00",
)


def test_the_record_is_the_response_as_received(tmp_path: Path) -> None:
    writer = CaptureWriter(tmp_path, "mau")
    name, offset = writer.write(PAGE)
    writer.close()
    with (tmp_path / name).open("rb") as file:
        info, response = (
            (r.rec_type, r.rec_headers.get_header("WARC-Date"), r.raw_stream.read())
            for r in ArchiveIterator(file)
        )
    assert info[0] == "warcinfo"
    assert response[:2] == ("response", "2024-04-01T18:00:00Z")
    assert response[2] == PAGE.raw
    back = read_capture(tmp_path, name, offset)
    assert back is not None
    assert (back.url, back.body, back.fetched_at) == (PAGE.url, BODY, PAGE.fetched_at)


def test_each_record_is_found_by_its_offset(tmp_path: Path) -> None:
    writer = CaptureWriter(tmp_path, "mau")
    pages = [replace(PAGE, body=f"bài {n}".encode(), raw=None, headers=()) for n in range(5)]
    places = [writer.write(page) for page in pages]
    writer.close()
    assert [read_capture(tmp_path, *place).body for place in places] == [p.body for p in pages]  # type: ignore[union-attr]
    assert len(list(read_pages(tmp_path / places[0][0]))) == 5


def test_what_a_kill_leaves_is_readable(tmp_path: Path) -> None:
    writer = CaptureWriter(tmp_path, "mau")
    name, _ = writer.write(PAGE)
    _, second = writer.write(PAGE)
    writer.close()
    path = tmp_path / name
    whole = path.read_bytes()
    for end in range(second, len(whole) - 24, 7):  # the last bytes hold no content
        path.write_bytes(whole[:end])
        pages = read_pages(path)
        assert next(pages).body == BODY
        with suppress(CutShort):  # a few bytes of a record do not even say that there was one
            assert list(pages) == []
    path.write_bytes(whole[: len(whole) - 60])
    with pytest.raises(CutShort):
        list(read_pages(path))
        assert read_capture(tmp_path, name, second) is None


def test_a_new_run_a_new_day_and_a_full_file_begin_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = CaptureWriter(tmp_path, "mau"), CaptureWriter(tmp_path, "mau")
    names = [first.write(PAGE)[0], other.write(PAGE)[0]]
    names.append(first.write(replace(PAGE, fetched_at="2024-04-03T00:00:00+07:00"))[0])
    monkeypatch.setattr(warc, "ROLL_BYTES", 10)
    names.append(other.write(PAGE)[0])
    first.close()
    other.close()
    assert names == [
        "mau-20240402-001.warc.gz",
        "mau-20240402-002.warc.gz",
        "mau-20240403-001.warc.gz",
        "mau-20240402-003.warc.gz",
    ]


def test_no_warc_at_all_is_an_error(tmp_path: Path) -> None:
    for name, content in (("a.warc", b"not a warc file at all\n" * 9), ("b.warc.gz", b"")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ValueError, match="not a WARC file"):
            list(read_pages(tmp_path / name))


def test_a_missing_file_is_no_capture(tmp_path: Path) -> None:
    assert read_capture(tmp_path, "gone.warc.gz", 0) is None
