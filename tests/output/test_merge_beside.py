"""A merge that is killed, and one beside a crawl: each leaves what it would have left alone."""

from __future__ import annotations

import multiprocessing
import threading
import time
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlite_utils import Database

from output import merge as merging
from output.merge import merge
from output.merge_history import merge_pages
from tests.forked import HANG
from tests.output.machines import Machine, content, rows


@pytest.fixture
def node(tmp_path: Path) -> Path:
    with Machine(tmp_path, "node") as machine:
        machine.run(1)
        for number in range(20):
            machine.land(1, key=f"bai-{number}", body=f"Chữ {number}.")
    return machine.path


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    with Machine(tmp_path, "ours", "khac") as machine:
        machine.land(1, "khac")
    return machine.path


def _merge_until_killed(ours: Path, node: Path, half_way: Event) -> None:
    def stop(db: Database) -> int:
        half_way.set()
        time.sleep(HANG)
        return 0

    pytest.MonkeyPatch().setattr(merging, "merge_pages", stop)
    merge(ours, node)


@pytest.mark.slow
def test_a_merge_that_is_killed_leaves_nothing_and_can_be_done_again(
    ours: Path, node: Path
) -> None:
    before = content(ours)
    fork = multiprocessing.get_context("spawn")
    half_way = fork.Event()
    process = fork.Process(target=_merge_until_killed, args=(ours, node, half_way))
    process.start()
    assert half_way.wait(HANG)
    process.kill()
    process.join()
    assert content(ours) == before
    assert merge(ours, node).articles == 20
    once = content(ours)
    assert merge(ours, node).articles == 0
    assert content(ours) == once


def test_a_crawl_that_writes_meanwhile_waits_and_loses_nothing(
    ours: Path, node: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes = threading.Event()
    landed: list[str] = []

    def crawl() -> None:
        with Machine(ours.parent, ours.stem, "khac") as machine:
            writes.set()
            landed.append(machine.land(2, "khac", key="moi", body="Mới."))

    crawling = threading.Thread(target=crawl)

    def beside(db: Database) -> int:
        # Opening the database writes, too: it waits as landing does.
        crawling.start()
        writes.wait(0.2)
        assert landed == []
        return merge_pages(db)

    monkeypatch.setattr(merging, "merge_pages", beside)
    assert merge(ours, node).articles == 20
    crawling.join(HANG)
    assert landed == ["new"]
    counted = rows(ours, "SELECT portal, count(*) AS articles FROM articles GROUP BY portal")
    assert counted == [{"portal": "khac", "articles": 2}, {"portal": "mau", "articles": 20}]
