"""`python -m tools.bench.server ARTICLES WARM`: the portal on loopback, in a process of its own.

Prints its port, and `warm` when that many articles have been asked for: then the clock starts.
The first thousand answers are made before, as they would share the cores with who is measured; more
are made as they are asked for, so that a hundred thousand articles take no memory.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence

from tools.bench.pages import article, listing, number_of

_TYPE = "text/html; charset=utf-8"
_AHEAD = 1000  # answers, of some 52 kB
_HEAD = "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{}\r\n"


class Portal(asyncio.Protocol):
    """One connection: HTTP/1.1 as far as a crawler of this portal needs it."""

    articles = warm = asked = 0
    prepared: Sequence[bytes] = ()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._received = b""

    def data_received(self, data: bytes) -> None:
        """Answer every request that is whole."""
        self._received += data
        while b"\r\n\r\n" in self._received:
            request, _, self._received = self._received.partition(b"\r\n\r\n")
            head, *fields = request.decode("latin-1").split("\r\n")
            self._transport.write(self._answer(head.split()[1], fields))

    def _answer(self, target: str, fields: list[str]) -> bytes:
        path, _, query = target.partition("?")
        if path == "/tin-tuc":
            page = int(query.removeprefix("page=") or 1)
            tag = f'"{self.articles}-{page}"'
            if f"if-none-match: {tag}" in (field.lower() for field in fields):
                return _response("", "304 Not Modified", tag)
            return _response(listing(page, self.articles), tag=tag)
        try:
            number = number_of(path)
        except ValueError:
            return _response("", "404 Not Found")
        type(self).asked += 1
        if self.asked == self.warm:
            print("warm", flush=True)
        if number < len(self.prepared):
            return self.prepared[number]
        return _response(article(number))


def _response(text: str, status: str = "200 OK", tag: str = "") -> bytes:
    body = text.encode()
    tagged = f"ETag: {tag}\r\n" if tag else ""
    head = _HEAD.format(status, _TYPE, len(body), tagged)
    return head.encode() + body


async def _serve() -> None:
    Portal.articles, Portal.warm = int(sys.argv[1]), int(sys.argv[2])
    ahead = range(min(Portal.articles, _AHEAD))
    Portal.prepared = [_response(article(number)) for number in ahead]
    server = await asyncio.get_running_loop().create_server(Portal, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve())
