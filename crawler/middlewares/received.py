"""Keeps the response as received, before Scrapy decompresses it, for the captures."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response


class ReceivedMiddleware:
    """Puts (body, headers) as received into the meta of requests marked `capture`.

    It belongs between `HttpCompressionMiddleware` and the downloader.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        """Note the body and the headers; the response goes on unchanged."""
        if request.meta.get("capture"):
            headers = tuple(
                (name.decode("latin-1"), value.decode("latin-1"))
                for name, values in response.headers.items()
                for value in values
            )
            request.meta["received"] = (response.body, headers)
        return response
