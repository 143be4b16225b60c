"""The other contestants: `python contestants.py NAME ADDRESS FILE`. Imports nothing of the project.

Each is the spider its library's manual shows: it follows the listing, reads the article in its
callback, yields one item. The items go to FILE, a line each.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response

Reader = Callable[[Response], dict[str, Any]]
SETTINGS = {
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "DOWNLOAD_DELAY": 0,
    "ROBOTSTXT_OBEY": False,
    "AUTOTHROTTLE_ENABLED": False,
    "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
}


class Contestant(Spider):
    """Follows the listing; `reader` makes the item of an article's page."""

    name = "contestant"
    reader: Reader

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Request]:
        """Ask for the articles of a listing page, then for the next one."""
        for href in response.css(".article-news a.article-title::attr(href)").getall():
            yield response.follow(href, self.parse_article)
        for href in response.css("a[rel=next]::attr(href)").getall():
            yield response.follow(href, priority=1)

    def parse_article(self, response: Response) -> dict[str, Any]:
        """Return the item of an article."""
        return self.reader(response)


def bare(response: Response) -> dict[str, Any]:
    """Return the address alone."""
    return {"url": response.url}


def css_fields(response: Response) -> dict[str, Any]:
    """Return the fields by selectors, as one who knows the portal's five layouts writes them."""
    return {
        "url": response.url,
        "title": response.css("h1::text, h2::text, .tieude::text").get(),
        "date": response.css(
            ".post-date::text, [itemprop=datePublished]::text, .tandan-span-date-publish::text, "
            "time::text, .ngay::text"
        ).get(),
        "sapo": response.css(
            ".article-brief::text, .hometext::text, .tandan-p-article-news-summary::text, "
            ".entry-content > p > strong::text, tr:nth-child(3) > td > b::text"
        ).get(),
        "body": response.css(
            ".article-content p::text, .bodytext p::text, .ms-rtestate-field p span::text, "
            ".entry-content p::text, tr:nth-child(4) > td > div::text"
        ).getall(),
    }


def by_trafilatura() -> Reader:
    """Return the reader that trafilatura's manual shows, with metadata."""
    from trafilatura import bare_extraction  # noqa: PLC0415  (not in every environment)
    from trafilatura.settings import Document  # noqa: PLC0415  (not in every environment)

    def read(response: Response) -> dict[str, Any]:
        document = bare_extraction(response.text, url=response.url, with_metadata=True)
        fields = document.as_dict() if isinstance(document, Document) else {}
        names = ("title", "author", "date", "description", "text")
        return {"url": response.url, **{name: fields.get(name) for name in names}}

    return read


def by_newspaper() -> Reader:
    """Return the reader that newspaper4k's manual shows."""
    from newspaper import Article  # noqa: PLC0415  (not in every environment)

    def read(response: Response) -> dict[str, Any]:
        article = Article(response.url, language="vi", fetch_images=False)
        article.download(input_html=response.text)
        article.parse()
        return {
            "url": response.url,
            "title": article.title,
            "author": article.authors,
            "date": str(article.publish_date),
            "text": article.text,
        }

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "bare": lambda: bare,
    "css": lambda: css_fields,
    "trafilatura": by_trafilatura,
    "newspaper4k": by_newspaper,
}


def main(name: str, address: str, file: str) -> None:
    """Crawl the portal as one contestant."""
    process = CrawlerProcess({**SETTINGS, "FEEDS": {file: {"format": "jsonlines"}}})
    reader = staticmethod(READERS[name]())
    spider = type("Spider", (Contestant,), {"reader": reader, "start_urls": [address]})
    process.crawl(spider)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
