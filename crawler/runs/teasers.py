"""The teasers a run has seen, gathered until they are written down together."""

from __future__ import annotations

import json

from crawler.items import SeenTeaser, Teaser
from crawler.records import fields_of


class TeaserBuffer:
    """Teasers seen since the last `take`."""

    def __init__(self) -> None:
        self._rows: list[SeenTeaser] = []

    def add(self, teaser: Teaser, key: str, verdict: str | None = None, keep: bool = False) -> None:
        """Note a teaser; `keep` its words while its article may still be fetched."""
        self._rows.append(SeenTeaser(teaser.url, key, verdict, words(teaser) if keep else None))

    def take(self) -> list[SeenTeaser]:
        """Return what was noted, and forget it."""
        rows, self._rows = self._rows, []
        return rows


def words(teaser: Teaser) -> str:
    """Return a teaser as the JSON that `pages_seen.teaser` keeps."""
    return json.dumps(fields_of(teaser), ensure_ascii=False)


def from_words(kept: str) -> Teaser:
    """Return the teaser that `words` wrote."""
    return Teaser(**json.loads(kept))
