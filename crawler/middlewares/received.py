"""Keeps responses as received, before Scrapy follows or decompresses them, for the captures."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

from crawler.items import Redirect


class ReceivedMiddleware:
    """Puts what requests marked `capture` are answered into their meta.

    `received` holds (body, headers) of the last answer, `redirects` those that led to it. It
    belongs between `RedirectMiddleware` and the downloader.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the answer; the response goes on unchanged."""
        if not request.meta.get("capture"):
            return response
        headers = tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        )
        if 300 <= response.status < 400 and response.headers.get("Location"):
            redirect = Redirect(
                url=response.url, status=response.status, headers=headers, raw=response.body
            )
            request.meta["redirects"] = (*request.meta.get("redirects", ()), redirect)
        else:
            request.meta["received"] = (response.body, headers)
        return response
