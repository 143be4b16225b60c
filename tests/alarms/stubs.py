"""An SMTP server and an HTTP API on loopback that keep what they are sent."""

from __future__ import annotations

import json
import ssl
import threading
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn
from typing import Any, Self


class _Threaded:
    """Serves in a thread while it is entered."""

    server_address: Any

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))  # type: ignore[attr-defined]
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.shutdown()  # type: ignore[attr-defined]
        self._thread.join()
        self.server_close()  # type: ignore[attr-defined]

    @property
    def port(self) -> int:
        """Where it listens on 127.0.0.1."""
        return int(self.server_address[1])


class MailServer(_Threaded, ThreadingMixIn, TCPServer):
    """SMTP; with `tls` it speaks that from the start (`implicit`) or offers STARTTLS."""

    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None, implicit: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), _Mail)
        self.tls, self.implicit = tls, implicit
        self.mails: list[EmailMessage] = []
        self.commands: list[str] = []

    def texts(self) -> list[str]:
        """Return the text of each mail so far."""
        return [mail.get_content() for mail in self.mails]


class _Mail(StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        if self.server.implicit:
            self._wrap()
        self._say("220 stub")
        while line := self.rfile.readline().decode().strip():
            self.server.commands.append(line)
            command = line.split()[0].upper()
            if command == "EHLO":
                offers = ["AUTH PLAIN", *(["STARTTLS"] if self.server.tls else [])]
                self._say("\r\n".join(["250-stub", *(f"250-{o}" for o in offers), "250 8BITMIME"]))
            elif command == "STARTTLS":
                self._say("220 go on")
                self._wrap()
            elif command == "AUTH":
                self._say("235 welcome")
            elif command == "DATA":
                self._say("354 go on")
                lines = iter(self.rfile.readline, b".\r\n")
                mail = BytesParser(policy=default).parsebytes(
                    b"".join(lines).replace(b"\r\n", b"\n")
                )
                self.server.mails.append(mail)
                self._say("250 taken")
            else:
                self._say("221 bye" if command == "QUIT" else "250 ok")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _wrap(self) -> None:
        assert self.server.tls
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.setup_streams()

    def setup_streams(self) -> None:
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)

    def finish(self) -> None:
        super().finish()
        self.connection.close()


class Api(_Threaded, ThreadingHTTPServer):
    """Stands in for the API of Slack or Telegram; answers `status` and `answer` to every POST."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Post)
        self.status = 200
        self.answer: Any = {"ok": True}
        self.posts: list[tuple[str, dict[str, str], Any]] = []

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"


class _Post(BaseHTTPRequestHandler):
    server: Api

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((self.path, dict(self.headers), json.loads(body)))
        answer = self.server.answer
        payload = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep still."""
