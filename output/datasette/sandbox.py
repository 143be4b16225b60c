"""Visitors' own SQL, asked in processes that are ended when its time is up.

Whatever a query does within one step of SQLite, its process ends it; the server's own threads,
which the pages are made in, never wait for it.
"""

from __future__ import annotations

import asyncio
import atexit
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import parse_qsl

from datasette.database import QueryInterrupted, Results

from output.datasette.headers import App, Message, Receive, Send
from output.datasette.sandbox_worker import Answer, Question

PROCESSES = 2
MOST_WAITING = 20  # questions; more are turned away at once
PATIENCE = 8.0  # seconds; a question that had to wait longer is turned away
_GRACE = 1.0  # seconds a process has to say itself that its time is up
_START = 30.0  # seconds it may take to come up on a busy machine
# Parameters that hold SQL or a full-text expression as the visitor wrote it.
_WRITTEN = frozenset({"sql", "_where", "_searchmode"})
# By its full name, so that what goes through the pipe has the same types at both ends.
_RUN = "import sys; from output.datasette import sandbox_worker as w; w.main(int(sys.argv[1]))"
_BUSY = "too many questions at once, ask again in a moment"
_ROOT = Path(__file__).resolve().parents[2]

_processes: set[subprocess.Popen[bytes]] = set()
_ending = threading.Event()
_is_written: ContextVar[bool] = ContextVar("is_written", default=False)


def watch(app: App) -> App:
    """Wrap an ASGI application: note whether a request brings SQL of its own."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            _end_with_server()
        query = scope.get("query_string", b"").decode("latin-1")
        given = {name for name, _ in parse_qsl(query, keep_blank_values=True)}
        _is_written.set(not given.isdisjoint(_WRITTEN))
        await app(scope, receive, send)

    return wrapped


def is_written() -> bool:
    """Tell whether the request in hand brings SQL of its own."""
    return _is_written.get()


@atexit.register
def _end_all() -> None:
    for process in list(_processes):
        process.kill()
        process.wait()


def _end_with_server() -> None:
    """End the questions in hand when the server is told to end: it waits for their answers."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)
        if not callable(before):
            continue

        def handle(got: int, frame: FrameType | None, then: Callable[..., Any] = before) -> None:
            _ending.set()
            for process in list(_processes):
                process.kill()
            then(got, frame)

        signal.signal(number, handle)


def address(path: Path, is_immutable: bool) -> str:
    """Return the URI that opens a database only to read it."""
    return f"{path.absolute().as_uri()}?{'immutable=1' if is_immutable else 'mode=ro'}"


class Sandbox:
    """Answers questions about one database in processes of its own, started when first needed."""

    def __init__(self, path: Path, is_immutable: bool) -> None:
        self.address = address(path, is_immutable)
        self._threads = ThreadPoolExecutor(PROCESSES, thread_name_prefix="sandbox")
        self._own = threading.local()
        self._waiting = 0

    async def ask(
        self,
        sql: str,
        params: Mapping[str, Any] | Sequence[Any],
        seconds: float,
        most: int | None,
        version: str,
    ) -> Results:
        """Return the rows of a query, at most so many; `version` names the file that is there now.

        Raises `QueryInterrupted` when the time is up, `sqlite3.OperationalError` for bad SQL.
        """
        if self._waiting >= MOST_WAITING:
            raise sqlite3.OperationalError(_BUSY)
        given = dict(params) if isinstance(params, Mapping) else list(params)
        question = Question(self.address, version, sql, given, seconds, most)
        asked_at = time.monotonic()
        self._waiting += 1
        try:
            answer, cursor = await asyncio.get_running_loop().run_in_executor(
                self._threads, self._ask, question, asked_at
            )
        finally:
            self._waiting -= 1
        if answer.error == "interrupted":
            raise QueryInterrupted(sqlite3.OperationalError("interrupted"), sql, params)
        if answer.error is not None:
            raise sqlite3.OperationalError(answer.error)
        rows = [sqlite3.Row(cursor, row) for row in answer.rows]
        return Results(rows, answer.is_truncated, cursor.description)

    def _ask(self, question: Question, asked_at: float) -> tuple[Answer, sqlite3.Cursor]:
        if _ending.is_set() or time.monotonic() > asked_at + PATIENCE:
            return Answer((), [], False, _BUSY), _described(())
        worker = getattr(self._own, "worker", None)
        if worker is None or not worker.is_alive():
            worker = self._own.worker = _Worker()
        answer = worker.ask(question)
        return answer, _described(answer.columns)


class _Worker:
    """One process, and the pipe to it; used by one thread."""

    def __init__(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _RUN, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                cwd=_ROOT,
            )
        _processes.add(self._process)
        _receive(self._pipe, _START)

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: Question) -> Answer:
        """Return the answer; a process that does not give one in time is ended."""
        answer = None
        try:
            self._pipe.send(question)
            answer = _receive(self._pipe, question.seconds + _GRACE)
        except OSError:
            pass  # it is gone
        if not isinstance(answer, Answer):
            self._process.kill()
            self._process.wait()
            _processes.discard(self._process)
            self._pipe.close()
            return Answer((), [], False, "interrupted")
        return answer


def _receive(pipe: Connection, seconds: float) -> Any:
    """Return what comes through the pipe within so many seconds, None when nothing does."""
    try:
        return pipe.recv() if pipe.poll(seconds) else None
    except EOFError:
        return None


def _described(columns: tuple[str, ...]) -> sqlite3.Cursor:
    """Return a cursor whose rows have these columns: rows are made of one."""
    quoted = ", ".join('NULL AS "{}"'.format(name.replace('"', '""')) for name in columns)
    db = sqlite3.connect(":memory:", check_same_thread=False)
    return db.execute(f"SELECT {quoted or 'NULL'}")
