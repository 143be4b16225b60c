"""HTTPS for portals whose servers know only old TLS: weak ciphers and short keys are accepted.

Chosen by a spider with `legacy_tls = True`; every other spider of the process goes on with safe
settings. The level cannot be given in `DOWNLOADER_CLIENT_TLS_CIPHERS`, which Twisted expands to a
plain list of ciphers.
"""

from __future__ import annotations

from typing import Any, cast

from OpenSSL import SSL
from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from scrapy.crawler import Crawler
from scrapy.utils.misc import build_from_crawler
from twisted.internet.ssl import CertificateOptions
from twisted.web.iweb import IPolicyForHTTPS

from crawler.middlewares.once_handler import OnceDownloadHandler

CIPHERS = b"ALL:@SECLEVEL=0"
_LEGACY_SERVER_CONNECT = 0x4  # OP_LEGACY_SERVER_CONNECT: no secure renegotiation


class _LegacyOptions(CertificateOptions):
    def _makeContext(self, skipCiphers: bool = False) -> SSL.Context:
        context = super()._makeContext(skipCiphers=True)
        context.set_options(_LEGACY_SERVER_CONNECT)
        # Last: setting the list closes the context to further changes.
        context.set_cipher_list(CIPHERS)
        return context


class _LegacyContextFactory(_ScrapyClientContextFactory):
    def _get_cert_options(self) -> CertificateOptions:
        options: dict[str, Any] = self._get_cert_options_kwargs()
        return _LegacyOptions(**options)


class LegacyTLSDownloadHandler(OnceDownloadHandler):
    """The handler with a context for old servers."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        factory = build_from_crawler(_LegacyContextFactory, crawler)
        self._contextFactory = cast(IPolicyForHTTPS, factory)
