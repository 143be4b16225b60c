"""What is known of a portal's pages and articles: the rows that `output.history` reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A row of `pages_seen`; `landed` tells whether its article is stored, `title` its title.

    `archived` tells that the article stored comes from an archive, not from the portal.
    """

    url: str
    key: str
    verdict: str | None
    first_seen_at: str
    last_seen_at: str | None
    last_checked_at: str | None
    etag: str | None
    last_modified: str | None
    failures: int
    wait: int
    gone_at: str | None
    teaser: str | None
    extractor_version: int | None
    landed: bool = False
    archived: bool = False
    title: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class SeenListing:
    """A row of `listings`: one page of a listing."""

    address: str
    page: int
    entry: str | None
    etag: str | None
    last_modified: str | None
    rows_hash: str | None
    last_checked_at: str | None
    settled_at: str | None
    settled_for: str | None
    unchanged: int


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """The words of a stored article."""

    id: str
    title: str | None
    sapo: str | None
    body: str | None

    @property
    def text(self) -> str:
        """Lead and text."""
        return f"{self.sapo or ''} {self.body or ''}"


@dataclass(frozen=True, slots=True)
class Known:
    """Where the source of a stored article lies, and by which rules it was read."""

    extractor_version: int
    file: str | None
    offset: int


@dataclass(frozen=True, slots=True)
class SweepCandidate:
    """A page that the sweep may look at again: of a listing (`page` > 1), or an article's.

    `teaser` holds the words of an article not read yet, or the newer address of one that was;
    `entry` is the request that brought a listing's page (JSON); `title` to `final_url` are what is
    stored of an article, if it is, `final_url` null where it answered at its own address; `failed`
    says that it was not found the last time.
    """

    url: str
    page: int | None
    entry: str | None
    teaser: str | None
    title: str | None
    published_at: str | None
    published_from: str | None
    final_url: str | None
    failed: bool
