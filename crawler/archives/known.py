"""What runs over an archive read before, so that nothing is asked for twice. Pure."""

from __future__ import annotations

from crawler.archives.captures import Capture, same_page
from crawler.archives.choice import identity
from crawler.runs.arguments import Arguments
from output.archived import CaptureRead


class KnownCaptures:
    """The captures of one portal in one archive that were read, and what came of them.

    `failed` are the identities of those that are to be asked for again.
    """

    def __init__(self, arguments: Arguments) -> None:
        self.failed: set[tuple[str, str]] = set()
        self._arguments = arguments
        self._read: dict[tuple[str, str], CaptureRead] = {}

    def add(self, row: CaptureRead) -> None:
        """Know a capture again, by its time and by its digest."""
        page = same_page(row.url)
        for mark in filter(None, (row.captured_at, row.digest)):
            self._read[page, mark] = row
        if row.verdict == "failed":
            self.failed.add((page, row.captured_at))

    def has(self, capture: Capture) -> bool:
        """Tell whether a capture need not be asked for again, with these arguments."""
        known = self._read.get(identity(capture))
        if known is None and capture.digest and not capture.again:
            known = self._read.get((same_page(capture.url), capture.digest))
        if known is None or known.verdict == "failed":
            return False
        if known.verdict == "other":
            return self._arguments.topic != "all"
        if known.verdict == "outside":
            return self._arguments.excludes(known.published_at)
        return True
