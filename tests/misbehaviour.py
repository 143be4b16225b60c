"""Pages that harm whoever reads them: what workers of the pool are given in its tests.

Every worker imports this anew, so it imports next to nothing.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import signal
import time

from crawler.items import Article, Page, Reading, Report


def page(text: str) -> Page:
    return Page(url=f"https://mau.gov.vn/{text}", body=text.encode())


def misbehave(given: Page) -> Report:
    """Stands in for `understand` in the workers: does what the page says."""
    match given.body.decode():
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "loop":
            while True:  # as a library does that takes any error for its own
                with contextlib.suppress(Exception):
                    sum(range(1000))
        case "regex":
            re.match(r"(a|aa)+$", "a" * 60 + "b")
        case "deaf":  # C code that never looks up
            sum(itertools.repeat(0))
        case "error":
            raise KeyError("https://mau.gov.vn/" + "x" * 9999)
        case "memory":
            raise MemoryError
        case "load":  # a busy machine: long by the clock, nothing by the CPU
            time.sleep(0.5)
    article = Article(url=given.url, title=given.body.decode())
    return Report(
        page=given, article=article, reading=Reading(is_giao_ban=False), extractor_version=1
    )


def hears_ctrl_c() -> bool:
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])
