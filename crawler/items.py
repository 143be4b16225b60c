"""What flows through the program: Teaser → Page → Article → Meeting.

Plain typed records without behaviour. Times are ISO 8601 text in +07:00, or a bare
`YYYY-MM-DD` where only a day is known; text is NFC. `None` means "the page does not say".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from crawler.pickling import pickled_by_values


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """One portal as its spider declares it (a row of the table `portals`)."""

    id: str
    name: str
    host: str
    family: str
    unit: str
    level: str
    province: str
    province_now: str
    latitude: float | None = None
    longitude: float | None = None
    homepage: str | None = None
    status: str = "active"  # or moved, gone
    successor: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Teaser:
    """One row of a listing: what the portal shows of an article before it is opened."""

    url: str
    title: str
    summary: str | None = None
    published_at: str | None = None


@dataclass(frozen=True, slots=True)
class SeenTeaser:
    """A row as it goes into `pages_seen`: `words` are the teaser as JSON while still needed."""

    url: str
    key: str
    verdict: str | None
    words: str | None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An answer that sent the request elsewhere, as received."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    raw: bytes = b""


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One fetched article page, wherever it came from: a live portal, a file, a WARC record.

    `body` is the decoded content (after Content-Encoding), `headers` and `raw` are the response
    as received, `redirects` what led to it. `final_url` is where
    the article answered when not at the teaser's address, `cut` tells that the mark-up ends in the
    middle. `key` is the family's identity of the article within
    its portal. `capture_file` and `capture_offset` (bytes) say where in the WARC files the response
    was put away. Of a page that an archive kept, `archive` names the kind (wayback, commoncrawl,
    warc), `archive_url` where the copy is, `captured_at` when the archive fetched it.
    """

    url: str | None
    body: bytes
    fetched_at: str | None = None
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    raw: bytes | None = None
    redirects: tuple[Redirect, ...] = ()
    capture_file: str | None = None
    capture_offset: int | None = None
    final_url: str | None = None
    cut: bool = False
    portal: Portal | None = None
    key: str | None = None
    teaser: Teaser | None = None
    archive: str | None = None
    archive_url: str | None = None
    captured_at: str | None = None

    @property
    def served_at(self) -> str | None:
        """Return when the portal itself answered: what "today" on the page means."""
        return self.captured_at or self.fetched_at


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the article and the caption (chú thích) printed with it."""

    url: str
    caption: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file the article links to (tệp đính kèm); it is linked, never downloaded."""

    url: str
    name: str | None = None
    media_type: str | None = None


@dataclass(slots=True, kw_only=True)
class Article:
    """What a reader finds on one page, without its furniture.

    `family` is None for a page of no known CMS. `sapo` is the lead paragraph and is not repeated
    in `body`; paragraphs of `body` are separated by one blank line. `published_from` is "page" or
    "teaser". For the statistics, `cut` lists the lines the last guard took out, and
    `second_opinion` says what came of asking trafilatura where the text was in doubt, if it was.
    """

    url: str | None = None
    family: str | None = None
    title: str | None = None
    sapo: str | None = None
    body: str | None = None
    published_at: str | None = None
    published_from: str | None = None
    modified_at: str | None = None
    author: str | None = None
    source: str | None = None
    section: str | None = None
    views: int | None = None
    images: list[Image] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    second_opinion: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The stretch of time a meeting reviewed (kỳ), as docs/meetings.md reads it."""

    kind: str  # week, month, months, quarter, half, nine_months, year
    value: int | None = None
    year: int | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """A person who chaired (chủ trì) the meeting, and the office as printed."""

    name: str
    title: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered document (số, ký hiệu văn bản) the article cites."""

    number: str
    kind: str | None = None
    issuer: str | None = None
    issued_on: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """What somebody in authority told others to do (chỉ đạo), in the words of the article.

    `due` is the deadline as printed, `due_on` its last day as `YYYY-MM-DD` where it is certain.
    """

    speaker: str | None = None
    addressee: str | None = None
    text: str
    due: str | None = None
    due_on: str | None = None


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact was read: a span of characters of one of the article's own fields.

    `fact` is a column of `meetings`, "chairs.N", "directives.N" or "citations.NUMBER"; `source` one
    of title, sapo, body, published_at, url. `start` and `end` are offsets into that field, null for
    the last two.
    """

    fact: str
    source: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True, kw_only=True)
class Meeting:
    """One giao ban: who met, when, chaired by whom, reviewing which period."""

    held_on: str | None = None
    session: str | None = None  # morning, afternoon, evening
    period: Period | None = None
    level: str | None = None  # central, province, district, commune, sector
    convenor: str | None = None
    place: str | None = None
    chairs: list[Chair] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Reading:
    """All that the rules of `crawler.meetings` found in one article."""

    is_giao_ban: bool
    meeting: Meeting | None = None
    citations: list[Citation] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)


@pickled_by_values
@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A page and all that was understood of it: what lands in the database as one."""

    page: Page
    article: Article
    reading: Reading
    extractor_version: int
