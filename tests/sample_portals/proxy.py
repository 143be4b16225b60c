"""A forward proxy on 127.0.0.1 behind which only the sample portals exist.

HTTPS goes through CONNECT and is terminated here with a certificate of the run's own authority.
A host that is no sample portal gets 403, so nothing a crawler does leaves the machine.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import time
import traceback
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.sample_portals.exchange import Request, Response, Seen

if TYPE_CHECKING:
    from tests.sample_portals.world import SamplePortals


class Proxy(ThreadingMixIn, TCPServer):
    """One thread a connection; `close` ends them all."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, world: SamplePortals) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.world = world
        self.open: dict[_Connection, threading.Thread] = {}
        self._serving = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self._serving.start()

    def close(self) -> None:
        """Stop listening, cut every connection, wait for its thread."""
        self.shutdown()
        self._serving.join()
        self.server_close()
        for connection, thread in list(self.open.items()):
            connection.cut()
            thread.join(5)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: clients that go away in the middle are part of the tests."""


class _Connection(BaseHTTPRequestHandler):
    """One client's connection: requests in absolute form, or one CONNECT and then TLS."""

    protocol_version = "HTTP/1.1"
    server: Proxy
    timeout = 120
    disable_nagle_algorithm = True
    tunnel = ""

    def setup(self) -> None:
        super().setup()
        self.server.open[self] = threading.current_thread()

    def finish(self) -> None:
        self.server.open.pop(self, None)
        with contextlib.suppress(OSError, ValueError):
            super().finish()
        with contextlib.suppress(OSError):
            self.connection.close()

    def cut(self) -> None:
        """Make a blocked read in this connection's thread return."""
        with contextlib.suppress(OSError):
            socket.socket.shutdown(self.connection, socket.SHUT_RDWR)

    def handle(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # the client went away
            super().handle()

    def do_CONNECT(self) -> None:
        """Open a tunnel to a sample portal, or refuse."""
        host, _, port = self.path.rpartition(":")
        portal = self.server.world.portal_of(host)
        if portal is None or port != "443" or portal.mode == "refused":
            status = 502 if portal is not None and port == "443" else 403
            url = f"https://{self.path.removesuffix(':443')}/"
            self._send(Request("CONNECT", url, self._headers()), Response(status))
            self.close_connection = True
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        with self.server.world.lock:
            context = self.server.world.authority.context(host, portal.tls)
        self.rfile.close()
        try:
            self.connection = context.wrap_socket(self.connection, server_side=True)
        except (ssl.SSLError, OSError):
            self.close_connection = True
            return
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")
        self.tunnel = host
        self.close_connection = False

    def do_GET(self) -> None:
        """Answer one request of any other method."""
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else b""
        url = f"https://{self.tunnel}{self.path}" if self.tunnel else self.path
        request = Request(self.command, url, self._headers(), body)
        portal = self.server.world.portal_of(request.host)
        if portal is None or (not self.tunnel and urlsplit(url).port not in (None, 80)):
            self._send(request, Response(403))
        elif not self.tunnel:
            secure = urlsplit(url)._replace(scheme="https", netloc=request.host).geturl()
            self._send(request, Response.redirect(secure))
        else:
            try:
                with self.server.world.lock:
                    response = portal.answer(request)
            except Exception:
                traceback.print_exc()
                response = Response(500, b"the sample portal itself failed, see standard error")
            self._send(request, response)

    do_POST = do_HEAD = do_GET

    def _headers(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def _send(self, request: Request, response: Response) -> None:
        world = self.server.world
        world.log(
            Seen(
                time.time(),
                request.host,
                request.method,
                request.url,
                response.status,
                request.headers,
                request.body,
            )
        )
        if response.delay:
            world.hurried.wait(response.delay)
        body = response.body
        self.send_response(response.status)
        if response.status != 304:
            self.send_header("Content-Type", response.content_type)
            if body and "gzip" in request.headers.get("accept-encoding", ""):
                body = gzip.compress(body, 1, mtime=0)
                self.send_header("Content-Encoding", "gzip")
                self.send_header("Vary", "Accept-Encoding")
            self.send_header("Content-Length", str(len(body)))
        for name, value in response.headers.items():
            self.send_header(name, value)
        if response.truncated:
            body = body[: len(body) // 2]
            self.send_header("Connection", "close")
        self.end_headers()
        if request.method != "HEAD" and response.status != 304:
            self.wfile.write(body)
        self.wfile.flush()

    def version_string(self) -> str:
        return "nginx"

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet; `SamplePortals.requests` is the log."""
