"""The extraction pool: one bad page costs itself only, and no worker outlives its parent."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crawler.items import Report
from crawler.pool import LOOP_BYTES, ExtractionPool, PageFailed, PageUnreadable, read_page
from tests.forked import HANG, ROOT
from tests.misbehaviour import hears_ctrl_c, misbehave, page
from tests.tables import table


def outcome(result: Report | BaseException) -> str | None:
    return result.article.title if isinstance(result, Report) else type(result).__name__


# The pages beside it are tried again where its process dies under them.
@pytest.mark.parametrize(
    ("bad", "processes", "failure"),
    [
        ("kill", 2, "PageUnreadable"),
        pytest.param("loop", 1, "PageTooSlow", marks=pytest.mark.slow),
        pytest.param("deaf", 1, "PageUnreadable", marks=pytest.mark.slow),
    ],
)
def test_a_bad_page_costs_itself_only(bad: str, processes: int, failure: str) -> None:
    async def crawl() -> list[Report | BaseException]:
        pool = ExtractionPool(processes, page_seconds=0.2, reader=misbehave)
        texts = ["một", bad, "hai", "ba"]
        try:
            runs = (pool.run(page(text)) for text in texts)
            return await asyncio.gather(*runs, return_exceptions=True)
        finally:
            pool.close()

    results = [outcome(result) for result in asyncio.run(crawl())]
    assert results == ["một", failure, "hai", "ba"]


def test_a_busy_machine_loses_no_page() -> None:
    async def crawl() -> list[Report | BaseException]:
        pool = ExtractionPool(2, page_seconds=0.3, reader=misbehave)
        try:
            runs = (pool.run(page("load")) for _ in range(2))
            return await asyncio.gather(*runs, return_exceptions=True)
        finally:
            pool.close()

    assert [outcome(result) for result in asyncio.run(crawl())] == ["load"] * 2


def test_a_page_dropped_for_load_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[Report | Exception] = [TimeoutError(), misbehave(page("một")), TimeoutError()]

    async def submit(pool: ExtractionPool, *given: object) -> Report:
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(ExtractionPool, "_submit", submit)
    assert outcome(asyncio.run(ExtractionPool(2).run(page("một")))) == "một"
    with pytest.raises(PageFailed, match="did not answer") as raised:
        asyncio.run(ExtractionPool(2).run(page("một")))
    assert not isinstance(raised.value, PageUnreadable)  # another night it may be read


@table(
    "bad, lasting, why",
    [
        ("loop", True, "more than 0.05 seconds of CPU time"),
        ("regex", True, "more than 0.05 seconds of CPU time"),
        ("error", True, "the rules failed on it at misbehaviour.py:"),
        ("memory", False, "not memory enough"),
    ],
)
def test_the_limit_holds_where_there_are_no_processes(bad: str, lasting: bool, why: str) -> None:
    with pytest.raises(PageFailed, match=why) as raised:
        asyncio.run(ExtractionPool(0, 0.05, misbehave).run(page(bad)))
    assert isinstance(raised.value, PageUnreadable) == lasting
    assert len(str(raised.value)) < 300
    with pytest.raises(PageFailed, match=why):
        read_page(page(bad), misbehave, 0.05)


def test_inline_is_the_same_without_processes() -> None:
    assert outcome(asyncio.run(ExtractionPool(0, reader=misbehave).run(page("một")))) == "một"
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.parametrize("processes", [0, 2])
def test_what_takes_a_moment_needs_no_process(processes: int) -> None:
    pool = ExtractionPool(processes, page_seconds=0.3)
    assert outcome(asyncio.run(pool.brief(1000, misbehave, page("một")))) == "một"
    with pytest.raises(PageUnreadable, match="the rules failed on it"):
        asyncio.run(pool.brief(1000, misbehave, page("error")))
    assert pool._executor is None


@pytest.mark.parametrize(("size", "text"), [(1000, "loop"), (LOOP_BYTES + 1, "một")])
def test_what_takes_longer_or_is_large_is_handed_to_a_process(
    size: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: list[object] = []

    async def call(pool: ExtractionPool, work: object, *given: object) -> Report:
        handed.extend(given)
        return misbehave(page("hai"))

    monkeypatch.setattr(ExtractionPool, "call", call)
    pool = ExtractionPool(2, page_seconds=0.1)
    assert outcome(asyncio.run(pool.brief(size, misbehave, page(text)))) == "hai"
    assert handed == [page(text)]


PARENT = """
import asyncio, os, sys
from crawler.items import Page
from crawler.pool import ExtractionPool

async def main():
    pool = ExtractionPool(2)
    await pool.run(Page(url=None, body=b"<p>x</p>"))
    print(*pool._executor._processes, flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def test_workers_never_hear_ctrl_c_and_the_parent_does() -> None:
    """Not even while they start: what they import then would tell of it in forty lines."""

    async def ask() -> bool:
        pool = ExtractionPool(1)
        try:
            return await pool.call(hears_ctrl_c)
        finally:
            pool.close()

    assert not asyncio.run(ask())
    assert hears_ctrl_c()


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
@pytest.mark.slow
def test_workers_do_without_the_script_that_was_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, trace = tmp_path / "scrapy", tmp_path / "it-ran"
    script.write_text(f"open({str(trace)!r}, 'w').close()")
    main = sys.modules["__main__"]
    monkeypatch.setattr(main, "__spec__", None)
    monkeypatch.setattr(main, "__file__", str(script), raising=False)

    async def crawl() -> Report:
        pool = ExtractionPool(1, reader=misbehave)
        try:
            return await pool.run(page("một"))
        finally:
            pool.close()

    assert outcome(asyncio.run(crawl())) == "một"
    assert not trace.exists()
    assert main.__file__ == str(script)


def test_workers_end_when_the_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    parent = subprocess.Popen(
        [sys.executable, str(script)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    workers = [int(pid) for pid in parent.stdout.readline().split()]
    assert workers
    assert all(alive(pid) for pid in workers)
    parent.kill()
    parent.communicate()
    for _ in range(HANG * 20):  # ends a hang; a slow machine has time enough
        if not any(alive(pid) for pid in workers):
            break
        time.sleep(0.05)
    assert not any(alive(pid) for pid in workers)
