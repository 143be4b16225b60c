"""The one spider of all portals, as far as it declares one: see `declaration.py`.

What it does is in `crawling.py`.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, cast

from scrapy import Spider
from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object

from crawler.portals.declaration import Declaration


class PortalSpider(Declaration, Spider):
    """A portal. Abstract: spiders/ holds the declarations.

    The class only declares, so that hundreds of portals are listed in a moment: what crawls is
    loaded with the first spider that is made of one.
    """

    # Paths (a pattern) of further categories that the menu links to, read as listings too.
    categories: ClassVar[str | None] = None
    # Some portals speak only TLS that is no longer safe, with a chain that does not verify.
    legacy_tls: ClassVar[bool] = False

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        """Make a spider that crawls what the class declares."""
        # By its name, as settings name what Scrapy loads: it is built on this class.
        crawling = load_object("crawler.portals.crawling.crawling")
        return cast(Self, super().__new__(crawling(cls)))

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "name" in cls.__dict__:
            cls.complete()

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Let a portal with old TLS be reached; every other portal goes on verifying."""
        super().update_settings(settings)
        hours = settings.getfloat("PORTAL_HOURS")
        settings.set("CLOSESPIDER_TIMEOUT", hours * 3600, priority="spider")
        if cls.legacy_tls:
            cls.use_legacy_tls(settings)

    @classmethod
    def use_legacy_tls(cls, settings: BaseSettings) -> None:
        """Set what a portal with old TLS needs."""
        handlers = dict(settings.get("DOWNLOAD_HANDLERS"))
        handlers["https"] = "crawler.middlewares.legacy_tls.LegacyTLSDownloadHandler"
        settings.set("DOWNLOAD_HANDLERS", handlers, priority="spider")
        settings.set("DOWNLOAD_TLS_MIN_VERSION", "TLSv1.0", priority="spider")
        settings.set("DOWNLOAD_VERIFY_CERTIFICATES", False, priority="spider")
