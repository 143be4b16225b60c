"""A server on loopback that answers as web.archive.org documents its CDX server and replays.

Now and then it answers 429 with Retry-After. Documentation: the Wayback CDX server's README.
"""

from __future__ import annotations

import bisect
import json
import re
import threading
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, quote_plus, unquote_plus, urlsplit

from tests.archives.past import Kept, Past
from tests.archives.serving import Served

NAMES = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")


def surt(url: str) -> str:
    """Return the key an index sorts by: host backwards, no www, no port, all small."""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    host = re.sub(r"^www\d*\.", "", (parts.hostname or "").lower())
    query = f"?{parts.query}" if parts.query else ""
    return f"{','.join(reversed(host.split('.')))}){(parts.path or '/').lower()}{query.lower()}"


class Archive(Served):
    """Serves a past. `asked` is the log of targets, `busy_every` the rate of 429s (0 = never)."""

    def __init__(self, past: Past, busy_every: int = 0, **options: Any) -> None:
        self.past, self.busy_every = past, busy_every
        self.retry_after: str | None = "0"
        self.always: int | None = None  # a status that everything is answered with
        self.log: list[tuple[str, int]] = []
        self.options = options
        self._count = 0
        self._lock = threading.Lock()

    @property
    def asked(self) -> list[str]:
        """What was asked for and answered, refusals aside."""
        with self._lock:
            return [target for target, status in self.log if status not in (429, 503)]

    @property
    def replays(self) -> list[str]:
        """The replays among them."""
        return [target for target in self.asked if "/cdx" not in target]

    def clear(self) -> None:
        """Forget the log."""
        with self._lock:
            self.log.clear()

    def respond(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        with self._lock:
            self._count += 1
            busy = self.busy_every and self._count % self.busy_every == 0
        target = handler.path
        if self.always or busy:
            headers = {"Retry-After": self.retry_after} if self.retry_after else {}
            self._send(
                handler, target, self.always or 429, b"<h1>429 Too Many Requests</h1>", headers
            )
            return
        parts = urlsplit(target)
        if parts.path == "/cdx/search/cdx":
            query = parse_qsl(parts.query, keep_blank_values=True)
            self._send(
                handler, target, 200, self.index(query), {"Content-Type": "application/json"}
            )
            return
        match = re.match(r"^/web/(\d{1,14})id_/(.+)$", target)
        if not match:
            self._send(handler, target, 404, b"<h1>not here</h1>", {})
            return
        self._replay(handler, target, match[1], match[2])

    def _replay(self, handler: BaseHTTPRequestHandler, target: str, at: str, url: str) -> None:
        same = sorted(
            (k for k in self.past.kept if surt(k.url) == surt(url)), key=lambda k: k.timestamp
        )
        if not same:
            self._send(
                handler, target, 404, b"<h1>The page cannot be found in the archive</h1>", {}
            )
            return
        exact = [k for k in same if k.timestamp == at]
        if not exact:
            near = min(same, key=lambda k: abs(int(k.timestamp) - int(at)))
            place = f"{self.url}/web/{near.timestamp}id_/{near.url}"
            self._send(handler, target, 302, b"", {"Location": place})
            return
        kept = exact[0]
        headers = {n: v for n, v in kept.headers.items() if n not in ("Location", "Etag", "Date")}
        headers |= {f"x-archive-orig-{n.lower()}": v for n, v in kept.headers.items()}
        if (location := kept.headers.get("Location")) and kept.status in (301, 302):
            headers["Location"] = f"{self.url}/web/{kept.timestamp}id_/{location}"
        headers["x-archive-src"] = "double.warc.gz"
        headers["memento-datetime"] = kept.timestamp
        self._send(handler, target, kept.status, kept.body, headers)

    def _send(
        self,
        handler: BaseHTTPRequestHandler,
        target: str,
        status: int,
        body: bytes,
        headers: dict[str, str],
    ) -> None:
        with self._lock:
            self.log.append((target, status))
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        try:
            handler.wfile.write(body)
        except OSError:
            handler.close_connection = True

    def index(self, query: list[tuple[str, str]]) -> bytes:
        """Answer a question to the CDX server."""
        asked = dict(query)
        rows = [row for row in self._sorted() if _matches(row, asked)]
        for name, value in query:
            if name == "filter":
                rows = [row for row in rows if _passes(row, value)]
        for name, value in query:
            if name == "collapse":
                rows = _collapsed(rows, value)
        if "resumeKey" in asked:
            rows = rows[bisect.bisect(_keys(rows), unquote_plus(asked["resumeKey"])) :]
        limit = int(asked.get("limit") or 0)
        # A server may give fewer than it was asked for.
        most = min(limit or 10**9, self.options.get("most", 10**9))
        resume = None
        if len(rows) > most:
            rows = rows[:most]
            if asked.get("showResumeKey") == "true" and self.options.get("resumes", True):
                resume = quote_plus(_keys(rows)[-1])
        names = [n for n in asked.get("fl", ",".join(NAMES)).split(",") if n]
        table = [[row[name] for name in names] for row in rows]
        if asked.get("output") == "json" and self.options.get("json", True):
            head = [names] if self.options.get("header", True) and table else []
            tail = [[], [resume]] if resume else []
            return json.dumps([*head, *table, *tail]).encode()
        lines = [" ".join(row) for row in table] + (["", resume] if resume else [])
        return "".join(f"{line}\n" for line in lines).encode()

    def _sorted(self) -> list[dict[str, str]]:
        kept = sorted(self.past.kept, key=lambda k: (surt(k.url), k.timestamp))
        return [_row(capture) for capture in kept]


def _row(kept: Kept) -> dict[str, str]:
    values = (surt(kept.url), kept.timestamp, kept.url, kept.media, str(kept.status), kept.digest)
    return dict(zip(NAMES, (*values, str(len(kept.body))), strict=True))


def _keys(rows: list[dict[str, str]]) -> list[str]:
    return [f"{row['urlkey']} {row['timestamp']}" for row in rows]


def _matches(row: dict[str, str], asked: dict[str, str]) -> bool:
    wanted = surt(asked.get("url", ""))
    how = asked.get("matchType", "exact")
    host = wanted.partition(")")[0]
    key = row["urlkey"]
    fits = {
        "exact": key == wanted,
        "prefix": key.startswith(wanted),
        "host": key.startswith(f"{host})"),
        "domain": key.startswith((f"{host})", f"{host},")),
    }[how]
    after = row["timestamp"] >= asked.get("from", "")
    until = asked.get("to", "")
    return fits and after and (not until or row["timestamp"][: len(until)] <= until)


def _passes(row: dict[str, str], rule: str) -> bool:
    negated = rule.startswith("!")
    name, _, pattern = rule.lstrip("!").partition(":")
    return (re.fullmatch(pattern, row.get(name, "")) is not None) != negated


def _collapsed(rows: list[dict[str, str]], rule: str) -> list[dict[str, str]]:
    name, _, length = rule.partition(":")
    kept: list[dict[str, str]] = []
    for row in rows:
        value = row[name][: int(length)] if length else row[name]
        before = kept[-1][name] if kept else None
        if before is None or (before[: int(length)] if length else before) != value:
            kept.append(row)
    return kept
