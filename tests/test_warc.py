"""Captures: as received, readable after a kill, and back again."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import brotli
import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from crawler.items import Page, Redirect
from crawler.warc import CaptureWriter, NotWarc, WarcPages, read_capture, writer
from crawler.warc.coding import Undecodable, dechunk, unpack
from tests.tables import table

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


def written(folder: Path, *pages: Page) -> list[tuple[str, int]]:
    capture = CaptureWriter(folder, "mau")
    places = [capture.write(page) for page in pages]
    capture.close()
    return places


def test_the_record_is_the_response_as_received(tmp_path: Path) -> None:
    [(name, offset)] = written(tmp_path, PAGE)
    with (tmp_path / name).open("rb") as file:
        info, response = (
            (
                r.rec_type,
                r.rec_headers.protocol,
                r.rec_headers.get_header("WARC-Date"),
                r.raw_stream.read(),
            )
            for r in ArchiveIterator(file)
        )
    assert info[:2] == ("warcinfo", "WARC/1.1")
    assert b"format: WARC File Format 1.1" in info[3]
    assert response[:3] == ("response", "WARC/1.1", "2024-04-01T18:00:00Z")
    assert response[3] == PAGE.raw
    back = read_capture(tmp_path, name, offset)
    assert back is not None
    assert (back.url, back.body, back.fetched_at) == (PAGE.url, BODY, PAGE.fetched_at)


def test_redirects_are_captured_under_their_own_addresses(tmp_path: Path) -> None:
    moved = Redirect(url="https://mau.gov.vn/cu.html", status=301, headers=(("Location", "/x"),))
    [(name, offset)] = written(tmp_path, replace(PAGE, redirects=(moved,)))
    with (tmp_path / name).open("rb") as file:
        records = [
            (r.rec_headers.get_header("WARC-Target-URI"), r.http_headers.get_statuscode())
            for r in ArchiveIterator(file)
            if r.rec_type == "response"
        ]
    assert records == [("https://mau.gov.vn/cu.html", "301"), (PAGE.url, "200")]
    back = read_capture(tmp_path, name, offset)
    assert back is not None
    assert back.url == PAGE.url
    assert [page.url for page in WarcPages(tmp_path / name)] == [PAGE.url]


def test_an_archived_page_is_dated_by_its_capture_and_filed_by_the_run(tmp_path: Path) -> None:
    page = replace(
        PAGE,
        raw=None,
        archive="wayback",
        archive_url="https://web.archive.org/web/20190305010203/https://mau.gov.vn/tin.html",
        captured_at="2019-03-05T08:02:03+07:00",
    )
    [(name, offset)] = written(tmp_path, page)
    assert name == "mau-20240402-001.warc.gz"
    with (tmp_path / name).open("rb") as file:
        kinds = {
            r.rec_type: (r.rec_headers.get_header("WARC-Date"), r.content_stream().read())
            for r in ArchiveIterator(file)
        }
    assert kinds["response"] == ("2019-03-05T01:02:03Z", BODY)
    assert kinds["metadata"][0] == "2019-03-05T01:02:03Z"
    assert (
        b"archive: wayback\r\narchive-url: https://web.archive.org/web/2019" in kinds["metadata"][1]
    )
    back = read_capture(tmp_path, name, offset)
    assert back is not None
    assert back.fetched_at == page.captured_at


def test_warcio_finds_nothing_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moved = Redirect(url="https://mau.gov.vn/cu.html", status=302, raw=b"<a>Moved</a>")
    odd = replace(PAGE, raw=None, headers=(("X-Tên", "giá trị"),), archive="warc")
    [(name, _), _] = written(tmp_path, replace(PAGE, redirects=(moved,)), odd)

    class Arguments:
        inputs = (str(tmp_path / name),)
        verbose = True

    checker = Checker(Arguments())
    checker.process_all()
    assert checker.exit_value == 0
    assert "digest pass" in capsys.readouterr().out


def test_each_record_is_found_by_its_offset(tmp_path: Path) -> None:
    pages = [replace(PAGE, body=f"bài {n}".encode(), raw=None, headers=()) for n in range(5)]
    places = written(tmp_path, *pages)
    assert [read_capture(tmp_path, *place).body for place in places] == [p.body for p in pages]  # type: ignore[union-attr]


def test_what_a_kill_leaves_is_readable(tmp_path: Path) -> None:
    (name, _), (_, second) = written(tmp_path, PAGE, PAGE)
    path = tmp_path / name
    whole = path.read_bytes()
    for end in range(second + 20, len(whole) - 24, 7):  # the last bytes hold no content
        path.write_bytes(whole[:end])
        pages = WarcPages(path)
        assert [page.body for page in pages] == [BODY]
        assert pages.unread
    assert read_capture(tmp_path, name, second) is None
    path.write_bytes(whole[:second])
    assert len(list(WarcPages(path))) == 1


def test_a_new_run_a_new_day_and_a_full_file_begin_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = CaptureWriter(tmp_path, "mau"), CaptureWriter(tmp_path, "mau")
    names = [first.write(PAGE)[0], other.write(PAGE)[0]]
    names.append(first.write(replace(PAGE, fetched_at="2024-04-03T00:00:00+07:00"))[0])
    monkeypatch.setattr(writer, "ROLL_BYTES", 10)
    names.append(other.write(PAGE)[0])
    first.close()
    other.close()
    assert names == [
        "mau-20240402-001.warc.gz",
        "mau-20240402-002.warc.gz",
        "mau-20240403-001.warc.gz",
        "mau-20240402-003.warc.gz",
    ]


@table(
    "content, message",
    [
        (b"not a warc file at all\n" * 9, "not a WARC file"),
        (b"", "not a WARC file"),
        (gzip.compress(b"something else"), "not a WARC file"),
        (b"\x1f\x8b\x08nothing of the kind", "not a WARC file"),
        (b"filedesc://a.arc 0.0.0.0 20080101 text/plain 70\n", "an ARC file"),
        (gzip.compress(b"filedesc://a.arc 0.0.0.0 20080101 text/plain 70\n"), "an ARC file"),
        (b"\x28\xb5\x2f\xfd" + bytes(50), "packed by zstd"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_name(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    with pytest.raises(NotWarc, match=message):
        list(WarcPages(path))


def test_a_missing_file_is_no_capture(tmp_path: Path) -> None:
    assert read_capture(tmp_path, "gone.warc.gz", 0) is None


# How bodies are packed


def deflated(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@table(
    "packed, codings",
    [
        (BODY, []),
        (gzip.compress(BODY), ["gzip"]),
        (gzip.compress(BODY), ["x-gzip"]),
        (gzip.compress(gzip.compress(BODY)), ["gzip, gzip"]),
        (gzip.compress(gzip.compress(BODY)), ["gzip", "GZIP"]),
        (gzip.compress(BODY[:9]) + gzip.compress(BODY[9:]), ["gzip"]),
        (gzip.compress(BODY) + b"\0\0\0", ["gzip"]),
        (zlib.compress(BODY), ["deflate"]),
        (deflated(BODY), ["deflate"]),
        (brotli.compress(BODY), ["br"]),
        (gzip.compress(brotli.compress(BODY)), ["br, gzip"]),
        (BODY, ["gzip"]),  # undone on the way, the header left
        (BODY, ["br"]),
        (BODY, ["deflate"]),
        (BODY, ["utf-8"]),  # no coding at all
        (gzip.compress(BODY), []),  # not announced
        (gzip.compress(gzip.compress(BODY)), ["gzip"]),  # once more than announced
        (BODY, ["identity"]),
    ],
)
def test_any_packing_is_undone(packed: bytes, codings: list[str]) -> None:
    assert unpack(packed, codings) == BODY


def test_what_breaks_off_gives_what_came() -> None:
    body = BODY * 400
    assert body.startswith(unpack(gzip.compress(body)[:-12], ["gzip"]))
    assert len(unpack(gzip.compress(body, 0)[:9000], ["gzip"])) > 8000


def not_undone() -> Iterator[tuple[bytes, list[str]]]:
    yield gzip.compress(bytes(30_000_000), 1), ["gzip"]
    yield brotli.compress(bytes(30_000_000), quality=1), ["br"]
    yield zlib.compress(bytes(30_000_000), 1), ["deflate"]
    yield b"\x01\x02\x03" * 40, ["br"]
    yield b"\x01\x02\x03" * 40, ["compress"]
    yield BODY, ["gzip"] * 9
    yield gzip.compress(b"") * 10_001, ["gzip"]


@table("packed, codings", not_undone)
def test_what_cannot_be_undone_says_so(packed: bytes, codings: list[str]) -> None:
    with pytest.raises(Undecodable):
        unpack(packed, codings)


@table(
    "chunked, body",
    [
        (b"5\r\nHello\r\n6;x=y\r\n world\r\n0\r\n\r\n", b"Hello world"),
        (b"5\nHello\n0\n\n", b"Hello"),
        (b"<html>not in chunks", b"<html>not in chunks"),
        (b"5\r\nHello\r\n99\r\ncut", b"Hellocut"),
        (b"5\r\nHello\r\n-A\r\n world\r\n", b"Hello"),
        (b"-5\r\nHello\r\n0\r\n\r\n", b"-5\r\nHello\r\n0\r\n\r\n"),
        (b"", b""),
    ],
)
def test_chunks_are_joined(chunked: bytes, body: bytes) -> None:
    assert dechunk(chunked) == body


def test_more_chunks_than_any_server_makes_are_refused() -> None:
    with pytest.raises(Undecodable, match="200000 chunks"):
        dechunk(b"1\na\n" * 200_001)


# Files that others wrote, or that mean harm


def record(
    url: str,
    body: bytes = BODY,
    *,
    kind: str = "response",
    media: str = "text/html",
    length: int | str | None = None,
    head: bytes = b"",
) -> bytes:
    """Return one record in plain; `length` what it claims, `head` more lines of its headers."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: " + media.encode() + b"\r\n\r\n" + body
    if kind == "resource":
        block = body
    claimed = len(block) if length is None else length
    fields = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: {media}\r\nContent-Length: {claimed}\r\n"
    )
    return fields.encode() + head + b"\r\n" + block + b"\r\n\r\n"


FIRST, LAST = record("http://a.vn/1"), record("http://a.vn/9")


def hostile() -> dict[str, bytes]:
    """Records that mean harm, by what they claim or hold."""
    return {
        "a length too long": record("http://a.vn/5", length=100_000),
        "a length far too long": record("http://a.vn/5", length=40_000_000_000),
        "a length too short": record("http://a.vn/5", length=60),
        "a negative length": record("http://a.vn/5", length=-5),
        "a length of 5 000 digits": record("http://a.vn/5", length="9" * 5000),
        "headers without an end": b"WARC/1.0\r\nWARC-Type: response\r\n" + b"X: y\r\n" * 100_000,
        "one line without an end": b"WARC/1.0\r\nX: " + b"y" * 3_000_000,
        "no newlines at all": b"WARC/1.0" + b"z" * 3_000_000,
        "bytes between records": b"\xff\xfe" * 5000,
        "a page too large": record("http://a.vn/5", b"<p>" + b"a" * 21_000_000),
        "no HTTP inside": b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.vn/5\r\n"
        b"Content-Length: 5\r\n\r\nhello\r\n\r\n",
        "HTTP headers without an end": record("http://a.vn/5").replace(
            b"html\r\n\r\n", b"html\r\nX:"
        ),
        "a block of zeros too large": record("http://a.vn/5", bytes(21_000_000), media=""),
        "zeros where a record might be": bytes(3_000_000),
        "a body that unpacks to 30 MB": record(
            "http://a.vn/5",
            gzip.compress(bytes(30_000_000), 1),
            media="text/html\r\nContent-Encoding: gzip",
        ),
    }


@table("name, harm", lambda: hostile().items())
@table("packing", ["plain", "a member a record", "one member"])
def test_a_hostile_record_hides_no_other(
    tmp_path: Path, name: str, harm: bytes, packing: str
) -> None:
    records = [FIRST, harm, LAST, LAST]
    if packing == "a member a record":
        content = b"".join(gzip.compress(r, 1) for r in records)
    else:
        content = b"".join(records)
        content = content if packing == "plain" else gzip.compress(content, 1)
    path = tmp_path / "a.warc"
    path.write_bytes(content)
    pages = WarcPages(path)
    assert [p.url for p in pages if p.url != "http://a.vn/5"] == [
        "http://a.vn/1",
        "http://a.vn/9",
        "http://a.vn/9",
    ]
    assert pages.unread


@table(
    "between",
    [bytes(3_000_000), b"\x1f\x8b\x08" * 200_000, b"\x1f\x8b\x08" + bytes(7) + b"\xff" * 99],
)
def test_what_is_no_member_is_named_and_hides_nothing(tmp_path: Path, between: bytes) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(FIRST) + between + gzip.compress(LAST))
    pages = WarcPages(path)
    assert [page.url for page in pages] == ["http://a.vn/1", "http://a.vn/9"]
    assert pages.unread


def test_large_records_of_other_media_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    video = record("http://a.vn/5", b"v" * 21_000_000, media="video/mp4")
    path.write_bytes(FIRST + video + LAST)
    pages = WarcPages(path)
    assert [page.url for page in pages] == ["http://a.vn/1", "http://a.vn/9"]
    assert pages.unread is None


@pytest.mark.slow
def test_a_bomb_is_leapt_over(tmp_path: Path) -> None:
    bomb = BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb", compresslevel=1) as file:
        file.write(record("http://a.vn/5", length=2_000_000_000)[:-4])
        for _ in range(400):
            file.write(bytes(1_000_000))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(FIRST) + bomb.getvalue() + gzip.compress(LAST))
    pages = WarcPages(path)
    assert [page.url for page in pages] == ["http://a.vn/1", "http://a.vn/9"]
    assert pages.unread == "not read: 1 × larger than 20 MB"


def test_a_damaged_beginning_hides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(FIRST)[:12] + bytes(40) + gzip.compress(LAST))
    pages = WarcPages(path)
    assert [page.url for page in pages] == ["http://a.vn/9"]
    assert pages.unread


@table("where", [3, 30, 120])
def test_damaged_gzip_costs_its_record(tmp_path: Path, where: int) -> None:
    members = [gzip.compress(record(f"http://a.vn/{n}", BODY * n)) for n in range(1, 5)]
    hurt = bytearray(members[1])
    hurt[where] ^= 0xFF
    path = tmp_path / "a.warc.gz"
    for broken in (bytes(hurt), members[1][:where], b"junk" * where):
        path.write_bytes(members[0] + broken + members[2] + members[3])
        pages = WarcPages(path)
        assert [page.url for page in pages] == ["http://a.vn/1", "http://a.vn/3", "http://a.vn/4"]
        assert pages.unread


@table(
    "name, content, urls",
    [
        ("an XHTML page", record("http://a.vn/2", media="application/xhtml+xml"), 1),
        ("no useful type", record("http://a.vn/2", media="application/octet-stream"), 1),
        ("a page called XML", record("http://a.vn/2", media="text/xml"), 1),
        ("a feed", record("http://a.vn/2", b"<?xml?><rss><item/></rss>", media="text/xml"), 0),
        ("a picture", record("http://a.vn/2", media="image/png"), 0),
        ("a request", record("http://a.vn/2", kind="request"), 0),
        ("a resource", record("http://a.vn/2", kind="resource"), 1),
        ("a resource that is no page", record("urn:thumbnail:x", kind="resource"), 0),
        ("brackets around the address", record("<http://a.vn/2>"), 1),
        ("long white space between", b"\r\n" * 400_000 + record("http://a.vn/2"), 1),
        ("a film", record("http://a.vn/2", bytes(22_000_000), media="video/mp4"), 0),
    ],
)
def test_pages_of_any_writer_are_read(tmp_path: Path, name: str, content: bytes, urls: int) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(FIRST + content + LAST)
    pages = WarcPages(path)
    assert [p.url for p in pages] == ["http://a.vn/1", *["http://a.vn/2"] * urls, "http://a.vn/9"]
    assert pages.unread is None


@pytest.mark.parametrize("coding", ["Chunked", "gzip, chunked"])
def test_chunks_are_undone_whatever_their_name_looks_like(tmp_path: Path, coding: str) -> None:
    body = b"<html><body><h1>Giao ban</h1></body></html>"
    packed = gzip.compress(body) if "gzip" in coding else body
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: {coding}\r\n\r\n"
    block = head.encode() + chunked
    fields = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mau.gov.vn/a.html\r\n"
        f"WARC-Date: 2026-11-05T01:00:00Z\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(fields.encode() + block + b"\r\n\r\n")
    (page,) = WarcPages(tmp_path / "a.warc")
    assert page.body == body
