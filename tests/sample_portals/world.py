"""The sample portals behind one proxy."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

from tests.sample_portals.certificates import Authority
from tests.sample_portals.exchange import Seen
from tests.sample_portals.huonghoa import HuongHoa
from tests.sample_portals.la34 import LA34
from tests.sample_portals.laichau import LaiChau
from tests.sample_portals.portal import SamplePortal
from tests.sample_portals.proxy import Proxy
from tests.sample_portals.thuanthanh import ThuanThanh
from tests.sample_portals.thuathienhue import ThuaThienHue

# The portals with templates of their own.
FAMILIES = (HuongHoa, LA34, LaiChau, ThuanThanh, ThuaThienHue)
_PORTS = {("http", None), ("http", 80), ("https", None), ("https", 443)}
OWN = tuple(family.name for family in FAMILIES)


class SamplePortals:
    """Starts on entering, ends on leaving; every test gets a fresh world.

    `env` is what a crawl needs in its environment, `requests` the log so far, `world["la34"]` a
    portal, `strangers` what was asked of any other scheme, host or port. Give `env` to a subprocess
    on top of `os.environ`. The small set, for quick tests, has 10 to 13 articles a portal, 4 a
    listing page; the full one has 36 and more, 10 a page. `others` are further portals, made up
    from their spiders.
    """

    def __init__(self, *, full: bool = False, others: Iterable[SamplePortal] = ()) -> None:
        self.portals: dict[str, SamplePortal] = {
            family.name: family(full=full) for family in FAMILIES
        } | {portal.name: portal for portal in others}
        self.lock = threading.RLock()
        for portal in self.portals.values():
            portal.lock = self.lock
        self.hurried = threading.Event()
        self.env: dict[str, str] = {}
        self._log: list[Seen] = []
        self.strangers: list[str] = []

    def __getitem__(self, name: str) -> SamplePortal:
        return self.portals[name]

    def __enter__(self) -> SamplePortals:
        self._folder = tempfile.TemporaryDirectory(prefix="sample-portals-")
        self.authority = Authority(Path(self._folder.name))
        self._proxy = Proxy(self)
        address = f"http://127.0.0.1:{self._proxy.server_address[1]}"
        self.env = {
            "http_proxy": address,
            "https_proxy": address,
            "no_proxy": "",
            "SSL_CERT_FILE": str(self.authority.bundle),
        }
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.hurry()
        self._proxy.close()
        self._folder.cleanup()

    @property
    def requests(self) -> list[Seen]:
        """What clients asked for so far, refused hosts included (as method CONNECT)."""
        with self.lock:
            return list(self._log)

    def clear_requests(self) -> None:
        """Forget the log."""
        with self.lock:
            self._log.clear()

    def hurry(self) -> None:
        """End the waits of slow portals, those under way and all later ones."""
        self.hurried.set()

    def log(self, seen: Seen) -> None:
        """Add one line to the log."""
        with self.lock:
            self._log.append(seen)
            if not self._is_own(seen.url):
                self.strangers.append(f"{seen.method} {seen.url}")

    def _is_own(self, url: str) -> bool:
        """Tell whether an address is one of the portals themselves, not of their media servers."""
        parts = urlsplit(url)
        own = {portal.host.removeprefix("www.") for portal in self.portals.values()}
        host = (parts.hostname or "").removeprefix("www.")
        return host in own and (parts.scheme, parts.port) in _PORTS

    def portal_of(self, host: str) -> SamplePortal | None:
        """The portal that answers `host`; None for the rest of the world."""
        for portal in self.portals.values():
            if host == portal.host or host in portal.hosts:
                return portal
        return None

    def expected_giao_ban(self) -> set[tuple[str, str]]:
        """The (portal, key) pairs a crawl must land as giao ban, from the portals as they are."""
        return self._expected("giao_ban")

    def followed_but_other(self) -> set[tuple[str, str]]:
        """The pairs whose teaser speaks of giao ban while the page is none: verdict `other`."""
        return self._expected("other")

    def _expected(self, what: str) -> set[tuple[str, str]]:
        with self.lock:
            return {
                (portal.name, article.key)
                for portal in self.portals.values()
                for article in portal.articles
                if article.expect == what
            }
