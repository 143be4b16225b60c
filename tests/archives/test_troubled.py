"""Archives in trouble: what is not known is never taken for "there is nothing". No network."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest

from crawler.archives.captures import Capture
from crawler.archives.client import ArchiveAnswer
from crawler.archives.run import ArchiveRun
from crawler.archives.sources import CommonCrawl, Unavailable, Wayback

HEAD = ["timestamp", "original", "mimetype", "statuscode", "digest", "length"]
CAPTURE = Capture(
    url="https://la34.com.vn/a.html", timestamp="20200102030405", file="a.warc.gz", length=9
)


def index(number: int | None, resume: str | None = None) -> ArchiveAnswer:
    """Return an index's answer of one capture, or of none, and the key to the next."""
    rows: list[list[str]] = [HEAD]
    if number is not None:
        address = f"https://la34.com.vn/giao-ban-{number}.html"
        rows.append([f"2020010203040{number}", address, "text/html", "200", f"D{number}", "9"])
    return ArchiveAnswer(200, (), json.dumps(rows + ([[], [resume]] if resume else [])).encode())


def captures(answers: Sequence[ArchiveAnswer]) -> tuple[list[Capture], Counter[str], int]:
    """Read an index; returns its captures, what the run counted and how often was asked."""
    run = SimpleNamespace(
        portal=SimpleNamespace(host="la34.com.vn"),
        arguments=SimpleNamespace(since=None),
        counts=Counter[str](),
    )
    asked: list[str] = []

    async def get(url: str, **_: Any) -> ArchiveAnswer:
        asked.append(url)
        return answers[(len(asked) - 1) % len(answers)]

    archive = Wayback("https://archive.invalid")
    return asyncio.run(archive.captures(get, cast(ArchiveRun, run))), run.counts, len(asked)


def test_a_part_of_the_index_without_captures_is_not_its_end() -> None:
    found, counts, _ = captures([index(1, "a"), index(None, "b"), index(2)])
    assert [capture.url[-6:] for capture in found] == ["1.html", "2.html"]
    assert not counts


def test_keys_that_turn_in_a_circle_end_and_are_named() -> None:
    found, counts, asked = captures([index(1, "a"), index(2, "b")])
    assert (len(found), counts["index/unfinished"], asked) == (3, 1, 3)


def test_an_index_that_broke_off_is_named() -> None:
    whole = index(1).body
    _, counts, _ = captures([ArchiveAnswer(200, (), whole[:-20], cut=True)])
    assert counts["index/unfinished"] == 1


def test_a_page_for_people_is_no_empty_index() -> None:
    away = ArchiveAnswer(200, (), b"<!DOCTYPE html><h1>Temporarily offline</h1>")
    with pytest.raises(Unavailable):
        captures([away])


@pytest.mark.parametrize(
    ("status", "means"),
    [
        *((status, "failed") for status in (401, 403, 408, 502)),
        *((status, "missing") for status in (404, 410, 451)),
    ],
)
def test_a_refusal_says_nothing_of_the_capture(status: int, means: str) -> None:
    async def get(url: str, *_: Any, **__: Any) -> ArchiveAnswer:
        return ArchiveAnswer(status)

    for source in (Wayback("https://archive.invalid"), CommonCrawl("https://i", "https://d")):
        assert asyncio.run(source.fetch(get, CAPTURE)) == means
