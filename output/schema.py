"""The database's shape, as migrations that bring any earlier file up to date in place.

Tables and columns are a contract (docs/database.md, docs/columns.md). A new version of the schema
is a new function at the end of this file, never an edit of an old one.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from output.run_numbers import free_number

migrations = Migrations("giao_ban")

SEARCHED = ("title", "sapo", "body", "folded")


@migrations()
def m001_tables(db: Database) -> None:
    """Create the tables of the contract, their keys and the indexes that questions need."""
    db.table("portals").create(
        {
            "id": str,
            "name": str,
            "host": str,
            "family": str,
            "unit": str,
            "level": str,
            "province": str,
            "province_now": str,
            "latitude": float,
            "longitude": float,
            "homepage": str,
        },
        pk="id",
    )
    articles = db.table("articles").create(
        {
            "id": str,
            "portal": str,
            "url": str,
            "title": str,
            "sapo": str,
            "body": str,
            "published_at": str,
            "published_from": str,
            "modified_at": str,
            "author": str,
            "source": str,
            "section": str,
            "views": int,
            "word_count": int,
            "is_giao_ban": int,
            "content_hash": str,
            "extractor_version": int,
            "capture_file": str,
            "capture_offset": int,
            "first_seen_at": str,
            "fetched_at": str,
        },
        pk="id",
        foreign_keys=[("portal", "portals", "id")],
    )
    articles.create_index(["url"], unique=True)
    articles.create_index(["portal", "published_at"])
    articles.create_index(["published_at"])
    articles.create_index(["is_giao_ban"])
    articles.create_index(["content_hash"])
    meetings = db.table("meetings").create(
        {
            "article": str,
            "held_on": str,
            "session": str,
            "period_kind": str,
            "period_value": int,
            "period_year": int,
            "level": str,
            "convenor": str,
            "place": str,
        },
        pk="article",
        foreign_keys=[("article", "articles", "id")],
    )
    for column in ("held_on", "level", "period_kind", "period_year"):
        meetings.create_index([column])
    chairs = db.table("chairs").create(
        {"article": str, "position": int, "name": str, "title": str},
        pk=("article", "position"),
        foreign_keys=[("article", "articles", "id")],
    )
    chairs.create_index(["name"])
    citations = db.table("citations").create(
        {"article": str, "number": str, "kind": str, "issuer": str, "issued_on": str},
        pk=("article", "number"),
        foreign_keys=[("article", "articles", "id")],
    )
    citations.create_index(["number"])
    db.table("evidence").create(
        {"article": str, "fact": str, "source": str, "start": int, "end": int},
        foreign_keys=[("article", "articles", "id")],
    ).create_index(["article"])
    db.table("images").create(
        {"article": str, "position": int, "url": str, "caption": str},
        pk=("article", "position"),
        foreign_keys=[("article", "articles", "id")],
    )
    db.table("attachments").create(
        {"article": str, "position": int, "url": str, "name": str, "media_type": str},
        pk=("article", "position"),
        foreign_keys=[("article", "articles", "id")],
    )
    db.table("revisions").create(
        {
            "article": str,
            "seen_at": str,
            "content_hash": str,
            "extractor_version": int,
            "title": str,
            "sapo": str,
            "body": str,
        },
        pk=("article", "seen_at"),
        foreign_keys=[("article", "articles", "id")],
    )
    db.table("runs").create(
        {
            "id": int,
            "portal": str,
            "started_at": str,
            "finished_at": str,
            "complete": int,
            "topic": str,
            "state": str,
            "reason": str,
            "requests": int,
            "responses": int,
            "not_modified": int,
            "articles_new": int,
            "articles_changed": int,
            "articles_unchanged": int,
            "dropped": int,
            "errors": int,
            "stats": str,
        },
        pk="id",
        foreign_keys=[("portal", "portals", "id")],
    ).create_index(["portal", "started_at"])
    pages = db.table("pages_seen").create(
        {
            "url": str,
            "portal": str,
            "first_seen_at": str,
            "last_seen_at": str,
            "last_checked_at": str,
            "etag": str,
            "last_modified": str,
            "rows_hash": str,
            "verdict": str,
            "missing": int,
            "gone_at": str,
            # The row as the listing showed it (JSON), while its article may still be fetched.
            "teaser": str,
        },
        pk="url",
        foreign_keys=[("portal", "portals", "id")],
        defaults={"missing": 0},
    )
    pages.create_index(["portal", "verdict", "last_checked_at"])


@migrations()
def m002_full_text(db: Database) -> None:
    """Index the text for `MATCH` from any client, with or without accents.

    FTS5 strips every accent but leaves đ alone, which is a letter of its own. `folded` holds the
    text once more with đ as d; being virtual it takes no room outside the index.
    """
    db.execute(
        """
        ALTER TABLE articles ADD COLUMN folded TEXT GENERATED ALWAYS AS (
            replace(replace(
                coalesce(title, '') || char(10) || coalesce(sapo, '') || char(10) ||
                coalesce(body, ''),
            'đ', 'd'), 'Đ', 'D')
        ) VIRTUAL
        """
    )
    db.table("articles").enable_fts(
        SEARCHED, create_triggers=True, tokenize="unicode61 remove_diacritics 2"
    )


# "Quý I/2024", "Tháng 3/2019", "6 tháng đầu năm 2023", "9 tháng năm 2023", "Tuần 21/2022"
PERIOD_TEXT = """
    CASE m.period_kind
        WHEN 'week' THEN 'Tuần ' || m.period_value
        WHEN 'month' THEN 'Tháng ' || m.period_value
        WHEN 'quarter' THEN 'Quý ' || substr('I  II IIIIV ', m.period_value * 3 - 2, 3)
        WHEN 'half' THEN '6 tháng ' || iif(m.period_value = 2, 'cuối năm', 'đầu năm')
        WHEN 'nine_months' THEN '9 tháng'
        WHEN 'months' THEN 'Nhiều tháng'
        WHEN 'year' THEN 'Năm'
    END
"""


@migrations()
def m003_view(db: Database) -> None:
    """Create `giao_ban`: one readable row a meeting."""
    db.create_view(
        "giao_ban",
        f"""
        SELECT a.portal, p.province, p.province_now, m.level, a.title, m.held_on,
            rtrim({PERIOD_TEXT}) || CASE
                WHEN m.period_year IS NULL THEN ''
                WHEN m.period_kind IN ('nine_months', 'months') THEN ' năm ' || m.period_year
                WHEN m.period_kind IN ('half', 'year') THEN ' ' || m.period_year
                ELSE '/' || m.period_year
            END AS period,
            m.period_kind, m.period_year,
            (SELECT group_concat(who, '; ') FROM (
                SELECT c.name || iif(c.title IS NULL, '', ' (' || c.title || ')') AS who
                FROM chairs c WHERE c.article = a.id ORDER BY c.position
            )) AS chairs,
            a.published_at, a.url
        FROM meetings m
        JOIN articles a ON a.id = m.article
        JOIN portals p ON p.id = a.portal
        WHERE a.is_giao_ban = 1
        """,
    )


@migrations()
def m004_archives_directives_listings(db: Database) -> None:
    """Add what archives, directives and runs of any source need.

    An address is unique within its portal only. What a run kept for the next one leaves `stats`:
    `window` and `told_at` are columns, requests that brought rows of a listing are in `listings`.
    """
    db.execute("ALTER TABLE portals ADD COLUMN status TEXT NOT NULL DEFAULT 'active'")
    for name in ("successor", "verified_at"):
        db.table("portals").add_column(name, str)
    articles = db.table("articles")
    for name in ("final_url", "archive", "archive_url", "captured_at"):
        articles.add_column(name, str)
    db.execute("DROP INDEX idx_articles_url")
    articles.create_index(["portal", "url"], unique=True)
    articles.create_index(["url"])
    directives = db.table("directives").create(
        {
            "article": str,
            "position": int,
            "speaker": str,
            "addressee": str,
            "text": str,
            "due": str,
            "due_on": str,
        },
        pk=("article", "position"),
        foreign_keys=[("article", "articles", "id")],
    )
    directives.create_index(["due_on"])
    directives.create_index(["addressee"])
    db.table("listings").create(
        {
            "portal": str,
            "address": str,
            "page": int,
            "entry": str,
            "etag": str,
            "last_modified": str,
            "rows_hash": str,
            "last_checked_at": str,
            "settled_at": str,
            # Topic and window of the walk that settled it: another one proves nothing.
            "settled_for": str,
        },
        pk=("portal", "address", "page"),
        foreign_keys=[("portal", "portals", "id")],
    )
    runs = db.table("runs")
    for name in ("window", "told_at"):
        runs.add_column(name, str)
    db.execute("ALTER TABLE runs ADD COLUMN source TEXT NOT NULL DEFAULT 'live'")
    db.execute(
        """
        UPDATE runs SET
            window = json_extract(stats, '$.window'),
            told_at = CASE WHEN json_extract(stats, '$.told') THEN finished_at END,
            stats = json_remove(stats, '$.window', '$.told', '$.entries')
        WHERE stats IS NOT NULL
        """
    )
    pages = db.table("pages_seen")
    # The identity of the article behind an address, how often in a row it could not be read, and
    # by which rules it was judged.
    pages.add_column("key", str)
    pages.add_column("failures", int, not_null_default=0)
    pages.add_column("extractor_version", int)
    pages.create_index(["portal", "key"])
    # Listing pages have a table of their own; the next run reads them anew.
    db.execute("DELETE FROM pages_seen WHERE verdict = 'listing' AND url LIKE '%#page=%'")


@migrations()
def m006_captures(db: Database) -> None:
    """Remember which captures of archives were read: what makes a backfill go on where it ended."""
    db.table("captures").create(
        {
            "portal": str,
            "archive": str,
            "url": str,
            "captured_at": str,
            "digest": str,
            "verdict": str,
            "published_at": str,
            # A listing's rows (JSON): they choose articles in later runs, too.
            "teasers": str,
            "read_at": str,
        },
        pk=("portal", "archive", "url", "captured_at"),
        foreign_keys=[("portal", "portals", "id")],
    )


@migrations()
def m007_waiting(db: Database) -> None:
    """Count patience: runs that a failed page waits, answers "not modified" in a row."""
    db.table("pages_seen").add_column("wait", int, not_null_default=0)
    db.table("listings").add_column("unchanged", int, not_null_default=0)


@migrations()
def m008_newest_first(db: Database) -> None:
    """Index the one order of "newest first": by day, what has none by when it was first seen."""
    db.execute(
        "CREATE INDEX idx_articles_newest ON articles (coalesce(published_at, first_seen_at), id)"
    )


@migrations()
def m010_run_numbers(db: Database) -> None:
    """Number the runs by when they started: databases of several machines can be merged."""
    for run, started_at in db.execute("SELECT id, started_at FROM runs ORDER BY id").fetchall():
        db.execute("UPDATE runs SET id = ? WHERE id = ?", [free_number(db, started_at), run])


@migrations()
def m011_runs_of_a_portal(db: Database) -> None:
    """Find a portal's runs from the latest back: health asks this of every portal."""
    db.execute(
        "CREATE INDEX idx_runs_live ON runs (portal, id, state, finished_at) WHERE source = 'live'"
    )
