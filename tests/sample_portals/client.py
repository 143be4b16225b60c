"""A plain client for the sample portals, for tests that need no crawler."""

from __future__ import annotations

import http.client
import ssl
from urllib.parse import urlencode, urlsplit

from tests.sample_portals.world import SamplePortals


class Client:
    """A plain HTTP client that goes through the proxy and verifies certificates."""

    def __init__(self, world: SamplePortals) -> None:
        self._proxy = urlsplit(world.env["https_proxy"])
        self.tls = ssl.create_default_context(cafile=world.env["SSL_CERT_FILE"])

    def get(
        self, url: str, *, form: dict[str, str] | None = None, **headers: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        """Return status, text and headers of one request; with `form` it is a POST."""
        parts = urlsplit(url)
        connection = http.client.HTTPSConnection(
            self._proxy.hostname or "", self._proxy.port, context=self.tls, timeout=600
        )
        connection.set_tunnel(parts.hostname or "", 443)
        try:
            target = parts.path + (f"?{parts.query}" if parts.query else "")
            body = urlencode(form) if form is not None else None
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("POST" if form is not None else "GET", target, body, names)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace"), answer.headers
        finally:
            connection.close()
