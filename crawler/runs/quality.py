"""What a run's articles look like as a lot: field coverage, lines cut, lines that repeat.

A line that stands in several articles of one portal may be furniture no rule knows. It is reported
as a suspect and never cut: an article's text must depend on its page alone.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from crawler.items import Article
from crawler.runs.frequent import Frequent

COVERED = ("title", "sapo", "body", "published_at", "author", "source", "section")
SUSPECT_ARTICLES = 3  # a line in fewer articles may be chance
LISTED = 20


class Quality:
    """Gathers the articles of one run."""

    def __init__(self) -> None:
        self.articles = 0
        self._filled: Counter[str] = Counter()
        self._cut = Frequent()
        self._lines = Frequent()
        self._opinions: Counter[str] = Counter()

    def add(self, article: Article) -> None:
        """Take one more article into account."""
        self.articles += 1
        self._filled.update(name for name in COVERED if getattr(article, name))
        self._cut.add(article.cut)
        self._lines.add(set((article.body or "").split("\n\n")) - {""})
        if article.second_opinion:
            self._opinions[article.second_opinion] += 1

    def figures(self) -> dict[str, Any]:
        """Return the figures for the run's statistics; coverage is a share from 0 to 1."""
        repeated = [
            [line, count]
            for line, count in self._lines.commonest(LISTED)
            if count >= SUSPECT_ARTICLES
        ]
        coverage = {n: round(self._filled[n] / self.articles, 3) for n in COVERED if self.articles}
        return {
            "coverage": coverage,
            "cut": dict(self._cut.commonest(LISTED)),
            "suspects": repeated,
            "second_opinions": dict(self._opinions),
        }
