"""Runs the other extractors, in their own environment: page files in (JSON), answers out (JSON).

Imports nothing of the project. Each extractor is called as its manual says, on bytes or text.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import lxml.html
import trafilatura
from goose3 import Goose
from newspaper import Article
from readability import Document

logging.disable(logging.CRITICAL)
_GOOSE = Goose({"strict": False, "enable_image_fetching": False, "target_language": "vi"})


def by_trafilatura(html: str, **options: Any) -> dict[str, Any]:
    got = trafilatura.bare_extraction(html, with_metadata=True, **options)
    if not isinstance(got, trafilatura.settings.Document):
        return {}
    return {
        "text": got.text or "",
        "title": got.title,
        "published_at": got.date,
        "author": got.author,
    }


def by_precision(html: str) -> dict[str, Any]:
    return by_trafilatura(html, favor_precision=True)


def by_newspaper(html: str) -> dict[str, Any]:
    article = Article("https://example.org/a.html", language="vi", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    at = article.publish_date
    return {
        "text": article.text or "",
        "title": article.title,
        "published_at": at.strftime("%Y-%m-%dT%H:%M:%S+07:00") if at else None,
        "author": " - ".join(article.authors) or None,
    }


def by_goose(html: str) -> dict[str, Any]:
    got = _GOOSE.extract(raw_html=html)
    return {
        "text": got.cleaned_text or "",
        "title": got.title,
        "published_at": got.publish_date,
        "author": " - ".join(got.authors or []) or None,
    }


def by_readability(html: str) -> dict[str, Any]:
    document = Document(html)
    tree = lxml.html.fromstring(document.summary())
    for breaking in tree.iter("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "td"):
        breaking.tail = "\n" + (breaking.tail or "")
    text = re.sub(r"\s*\n\s*", "\n", "".join(map(str, tree.itertext())))
    return {"text": text.strip(), "title": document.title()}


EXTRACTORS = {
    f"trafilatura {version('trafilatura')}": by_trafilatura,
    "trafilatura, precision": by_precision,
    f"newspaper4k {version('newspaper4k')}": by_newspaper,
    f"goose3 {version('goose3')}": by_goose,
    f"readability-lxml {version('readability-lxml')}": by_readability,
}


def main() -> None:
    pages = [Path(name).read_text("utf-8") for name in json.load(sys.stdin)]
    result = {}
    for name, extractor in EXTRACTORS.items():
        answers = []
        start = time.process_time()
        for html in pages:
            try:
                answers.append(extractor(html))
            except Exception:  # a page an extractor fails on is a page it reads nothing of
                answers.append({})
        spent = (time.process_time() - start) / len(pages) * 1000
        result[name] = {"answers": answers, "ms": spent}
    json.dump(result, sys.stdout, default=str)


if __name__ == "__main__":
    main()
