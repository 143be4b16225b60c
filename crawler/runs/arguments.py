"""The arguments every spider takes: `-a since= until= topic= max_pages=`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

TOPICS = ("giao-ban", "all")


class ArgumentError(ValueError):
    """An `-a` argument that means nothing; its text is for the operator."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """What part of a portal a run reads. Days are in +07:00, both ends included."""

    since: str | None = None
    until: str | None = None
    topic: str = "giao-ban"
    max_pages: int | None = None

    @classmethod
    def parse(
        cls,
        since: str | None = None,
        until: str | None = None,
        topic: str | None = None,
        max_pages: str | int | None = None,
        _job: str | None = None,
    ) -> Arguments:
        """Read the arguments as typed. Raises `ArgumentError` saying what is wrong.

        `_job` is the number that Scrapyd gives every job; it says nothing of what to read.
        """
        for name, value in (("since", since), ("until", until)):
            if value:
                _day(name, value)
        if since and until and since > until:
            raise ArgumentError(f"since={since} is after until={until}")
        if topic and topic not in TOPICS:
            raise ArgumentError(f"topic={topic}: use {' or '.join(TOPICS)}")
        return cls(since or None, until or None, topic or "giao-ban", _count(max_pages))

    @property
    def window(self) -> str:
        """The window as one word, to compare runs by."""
        return f"{self.since or ''}..{self.until or ''}"

    @property
    def kind(self) -> str:
        """Topic and window as one word: what one such run has read, another has not."""
        return f"{self.topic} {self.window}"

    @property
    def is_unbounded(self) -> bool:
        """Tell whether the window takes in everything."""
        return self.since is None and self.until is None

    def excludes(self, published_at: str | None) -> bool:
        """Tell whether something published then lies outside; the undated never does."""
        if published_at is None:
            return False
        day = published_at[:10]
        return (self.since is not None and day < self.since) or (
            self.until is not None and day > self.until
        )

    def precedes(self, published_at: str | None) -> bool:
        """Tell whether something published then is older than the window."""
        return bool(self.since and published_at and published_at[:10] < self.since)


def _day(name: str, value: str) -> None:
    try:
        if date.fromisoformat(value).isoformat() != value:
            raise ValueError
    except ValueError:
        raise ArgumentError(f"{name}={value}: a day is written YYYY-MM-DD") from None


def _count(value: str | int | None) -> int | None:
    if value in (None, ""):
        return None
    try:
        count = int(value or 0)
    except ValueError:
        count = 0
    if count < 1:
        raise ArgumentError(f"max_pages={value}: give a whole number from 1")
    return count
