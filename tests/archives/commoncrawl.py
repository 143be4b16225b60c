"""A small Common Crawl on loopback: two crawls, their indexes, and WARC files read by ranges."""

from __future__ import annotations

import json
import re
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.archives.past import Past
from tests.archives.serving import Served
from tests.archives.warcs import write_warc
from tests.archives.wayback import surt


class CommonCrawl(Served):
    """Serves a past as two crawls; a third one, named in the list, answers 503."""

    def __init__(self, past: Past, folder: Path) -> None:
        self.log: list[tuple[str, str | None]] = []
        half = len(past.kept) // 2
        self._rows: dict[str, list[dict[str, str]]] = {}
        self._files: dict[str, bytes] = {}
        for name, kept in (
            ("CC-MAIN-2023-14", past.kept[:half]),
            ("CC-MAIN-2026-08", past.kept[half:]),
        ):
            part = Past()
            part.kept = kept
            path = folder / f"{name}.warc.gz"
            places = write_warc(path, part)
            file = f"crawl-data/{name}/segments/1/warc/{path.name}"
            self._files[f"/{file}"] = path.read_bytes()
            self._rows[name] = [
                {
                    "urlkey": surt(k.url),
                    "timestamp": k.timestamp,
                    "url": k.url,
                    "mime": k.media,
                    "status": str(k.status),
                    "digest": k.digest,
                    "length": str(length),
                    "offset": str(offset),
                    "filename": file,
                }
                for k, (offset, length) in zip(kept, places, strict=True)
            ]

    def respond(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request, whole or a range."""
        part = handler.headers.get("Range")
        self.log.append((handler.path, part))
        status, body = self.answer(handler.path, part)
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def answer(self, target: str, asked: str | None) -> tuple[int, bytes]:
        """Answer one request."""
        parts = urlsplit(target)
        if parts.path == "/collinfo.json":
            names = [*self._rows, "CC-MAIN-2020-01", "CC-MAIN-2019-51"]
            return 200, json.dumps(
                [{"id": n, "cdx-api": f"https://x/{n}-index"} for n in names]
            ).encode()
        if match := re.match(r"^/(CC-MAIN-\d+-\d+)-index$", parts.path):
            return self._index(match[1], parse_qs(parts.query))
        if parts.path in self._files and asked:
            first, last = (int(n) for n in asked.removeprefix("bytes=").split("-"))
            return 206, self._files[parts.path][first : last + 1]
        return 404, b"no such file"

    def _index(self, crawl: str, query: dict[str, list[str]]) -> tuple[int, bytes]:
        if crawl == "CC-MAIN-2020-01":
            return 403, b"forbidden"
        host = surt(query["url"][0]).partition(")")[0]
        rows = [r for r in self._rows.get(crawl, []) if r["urlkey"].startswith(f"{host})")]
        if not rows:
            return 404, json.dumps(
                {"message": f"No Captures found for: {query['url'][0]}"}
            ).encode()
        return 200, "".join(f"{json.dumps(row)}\n" for row in rows).encode()
