"""The teasers a run has seen, gathered until they are written down together."""

from __future__ import annotations

import json
from dataclasses import asdict

from crawler.items import Teaser

Row = tuple[str, str | None, str | None]  # address, verdict where none is known yet, words as JSON


class Noted:
    """Teasers noted since the last `take`; `shown` holds the addresses of all of the run."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self.shown: set[str] = set()

    def add(self, teaser: Teaser, verdict: str | None = None, keep: bool = False) -> None:
        """Note a teaser; `keep` its words while its article may still be fetched."""
        kept = json.dumps(asdict(teaser), ensure_ascii=False) if keep else None
        self._rows.append((teaser.url, verdict, kept))
        self.shown.add(teaser.url)

    def take(self) -> list[Row]:
        """Return what was noted, and forget it."""
        rows, self._rows = self._rows, []
        return rows
