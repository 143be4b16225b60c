"""`-n N`: the tests in N processes, all forks of the one that has imported and collected them.

To import Scrapy, trafilatura and Datasette and to collect thousands of tests costs seconds, which
pytest-xdist pays anew in every process. What a test reports goes through a pipe to the first
process, where pytest counts and prints it as if it had been run there.

Each process takes the tests of one file after another, so a fixture of a module is made once.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from itertools import groupby
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from typing import NoReturn

import pytest

_WORD = 4  # bytes of a number in the pipe of jobs


def add_option(parser: pytest.Parser) -> None:
    """Know `-n`: pytest keeps short options for itself, xdist's users type this one."""
    parser.getgroup("workers")._addoption(
        "-n", dest="workers", default="0", metavar="N", help="processes that test; auto: all cores"
    )


def number(config: pytest.Config) -> int:
    """Return how many processes are asked for; 0: this one."""
    asked = str(config.getoption("workers"))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (cores or 1) if asked == "auto" else int(asked)


def run(
    session: pytest.Session,
    before: Callable[[], object],
    is_long: Callable[[pytest.Item], bool],
) -> None:
    """Run what was collected; each process calls `before`. Files with the most long tests go first.

    So the last file of one process does not keep the others waiting.
    """
    files = [list(items) for _, items in groupby(session.items, key=lambda item: item.path)]
    files.sort(key=lambda items: (sum(map(is_long, items)), len(items)), reverse=True)
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]  # one for all
    jobs, to_do = os.pipe()
    for place in range(len(files)):
        os.write(to_do, place.to_bytes(_WORD))
    os.close(to_do)
    gc.freeze()  # what is shared stays shared
    workers = dict(
        _fork(session, files, jobs, before) for _ in range(min(number(session.config), len(files)))
    )
    _listen(session, workers, jobs)
    for pid in workers.values():
        os.waitpid(pid, 0)
    os.close(jobs)
    if session.shouldfail:
        raise session.Failed(session.shouldfail)


def _fork(
    session: pytest.Session, files: list[list[pytest.Item]], jobs: int, before: Callable[[], object]
) -> tuple[Connection, int]:
    """Return the end of the pipe on which a new process reports, and the process."""
    reading, writing = Pipe(duplex=False)
    pid = os.fork()
    if not pid:
        reading.close()
        _work(session, files, jobs, writing, before)
    writing.close()
    return reading, pid


def _work(
    session: pytest.Session,
    files: list[list[pytest.Item]],
    jobs: int,
    pipe: Connection,
    before: Callable[[], object],
) -> NoReturn:
    """Be a process that tests: say which test begins, then send its reports; None at the end."""
    code = 1
    try:
        _be_quiet(session.config)
        before()
        sender = _Sender(session.config)
        session.config.pluginmanager.register(sender)
        items = _items(files, jobs)
        item = next(items, None)
        while item is not None:
            # Known beforehand: what the next one needs as well stays. It may be of the next file.
            following = next(items, None)
            pipe.send(item.nodeid)
            item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            pipe.send(sender.taken())
            item = None if session.shouldfail or session.shouldstop else following
        pipe.send(None)
        code = 0
    finally:
        os._exit(code)


def _be_quiet(config: pytest.Config) -> None:
    """Let the first process print, and have files of one's own to catch what tests print."""
    config.pluginmanager.unregister(name="terminalreporter")
    capture = config.pluginmanager.getplugin("capturemanager")
    if capture is not None:
        capture.stop_global_capturing()
        capture.start_global_capturing()


def _items(files: list[list[pytest.Item]], jobs: int) -> Iterator[pytest.Item]:
    """Yield the tests of the files that this process takes."""
    while word := os.read(jobs, _WORD):
        yield from files[int.from_bytes(word)]


class _Sender:
    """A plugin that keeps the reports of one test."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._reports: list[dict[str, object]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        hook = self._config.hook.pytest_report_to_serializable
        self._reports.append(hook(config=self._config, report=report))

    def taken(self) -> list[dict[str, object]]:
        """Return what was kept, and forget it."""
        reports, self._reports = self._reports, []
        return reports


def _listen(session: pytest.Session, workers: dict[Connection, int], jobs: int) -> None:
    """Hand on what the processes report until all have ended."""
    hook = session.config.hook
    at_work: dict[object, str] = {}
    pipes = set(workers)
    while pipes:
        for pipe in wait(pipes):
            assert isinstance(pipe, Connection)
            try:
                message = pipe.recv()
            except EOFError:
                message = None
                if pipe in at_work:
                    _report_death(session, at_work[pipe])
            if message is None:
                pipes.remove(pipe)
                pipe.close()
            elif isinstance(message, str):
                at_work[pipe] = message
            else:
                nodeid = at_work.pop(pipe)
                for data in message:
                    report = hook.pytest_report_from_serializable(config=session.config, data=data)
                    hook.pytest_runtest_logreport(report=report)
                hook.pytest_runtest_logfinish(nodeid=nodeid, location=message[-1]["location"])
        if session.shouldfail:
            while os.read(jobs, _WORD):  # nobody begins another file
                pass


def _report_death(session: pytest.Session, nodeid: str) -> None:
    """Count the test in which a process died as failed."""
    report = pytest.TestReport(
        nodeid=nodeid,
        location=(nodeid, None, nodeid),
        keywords={},
        outcome="failed",
        longrepr=f"{nodeid}: the process that ran it died",
        when="call",
    )
    session.config.hook.pytest_runtest_logreport(report=report)
