"""Redirects, by status or by a page that has nothing else: followed, and never lost as seen before.

A redirect to the same address (for a cookie) and two articles that lead to one address look to
Scrapy's filter like requests made already, and vanish without a word. `REDIRECT_MAX_TIMES` ends
those that turn in a circle.
"""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, Response

from crawler.challenges import visible_text
from crawler.items import Redirect

LARGEST = 256 * 1024  # bytes; a larger page is no stub
MOST_WORDS = 30  # "if your browser does not send you on, click here"


class LeadsNowhere(IgnoreRequest):
    """A redirect to what is no address: a script, a bad port or name."""

    state = "broken"


class RedirectsMiddleware(RedirectMiddleware):
    """Scrapy's own; what it makes of a redirect is always asked for."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return where an answer leads, or the answer itself. Raises `LeadsNowhere`."""
        try:
            return super().process_response(request, response)
        except ValueError:
            location = (response.headers.get("Location") or b"").decode("latin-1")
            raise LeadsNowhere(f"it leads to what is no address, {location[:100]!r}") from None

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        return super()._redirect(redirected, request, reason).replace(dont_filter=True)


class RefreshMiddleware(MetaRefreshMiddleware):
    """Follows `<meta http-equiv="refresh">` that is meant at once (`METAREFRESH_MAXDELAY`).

    Old portals have pages reload themselves every few minutes, or at once where a frame is missing:
    a page with words of its own is the page.
    """

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return where an otherwise empty page leads, or the response itself."""
        if not isinstance(response, HtmlResponse) or response.status != 200:
            return response
        if len(response.body) > LARGEST or b"refresh" not in response.body[:8192].lower():
            return response
        if len(visible_text(response.text).split()) > MOST_WORDS:
            return response
        try:
            return super().process_response(request, response)
        except ValueError:  # no address: a page that leads nowhere is the page
            return response

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        followed = super()._redirect(redirected, request, reason).replace(dont_filter=True)
        if received := request.meta.get("received"):  # captured like redirects by status
            body, headers = received
            stub = Redirect(url=request.url, status=200, headers=headers, raw=body)
            followed.meta["redirects"] = (*request.meta.get("redirects", ()), stub)
        return followed
