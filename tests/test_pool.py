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

from crawler import pool as module
from crawler.items import Article, Page, Reading, Report
from crawler.pool import ExtractionPool

ROOT = Path(__file__).parent.parent


def page(text: str) -> Page:
    return Page(url=f"https://mau.gov.vn/{text}", body=text.encode())


def misbehave(given: Page) -> Report:
    """Stands in for `understand` in the workers: does what the page says."""
    if given.body == b"kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if given.body == b"hang":
        time.sleep(60)
    article = Article(url=given.url, title=given.body.decode())
    return Report(
        page=given, article=article, reading=Reading(is_giao_ban=False), extractor_version=1
    )


@pytest.mark.parametrize("bad", ["kill", "hang"])
def test_a_bad_page_costs_itself_only(monkeypatch: pytest.MonkeyPatch, bad: str) -> None:
    monkeypatch.setattr(module, "understand", misbehave)

    async def crawl() -> list[Report | BaseException]:
        pool = ExtractionPool(2, page_seconds=5)
        await pool.run(page("warm"))
        texts = ["một", bad, "hai", "ba", bad, "bốn"]
        try:
            runs = (pool.run(page(text)) for text in texts)
            return await asyncio.gather(*runs, return_exceptions=True)
        finally:
            pool.close()

    results = asyncio.run(crawl())
    titles = [r.article.title if isinstance(r, Report) else type(r).__name__ for r in results]
    assert titles == ["một", "PageFailed", "hai", "ba", "PageFailed", "bốn"]


def test_inline_is_the_same_without_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "understand", misbehave)
    assert asyncio.run(ExtractionPool(0).run(page("một"))).article.title == "một"


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


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
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
    deadline = time.monotonic() + 10
    while any(alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in workers)
