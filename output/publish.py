"""Publish: a consistent copy of the database, made for reading, swapped in at once.

Readers see the copy before or the copy after, never one in between, and a crawl that writes
meanwhile is not held up.

    python -m output.publish output/giaoban.db public/giaoban.db
"""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from output import summaries
from output.condition import kinds_of_giao_ban
from output.refusing import refuse
from output.schema import migrations
from output.writer import BUSY_SECONDS

# The columns people count and filter by. One index each, newest first within a value.
FACETS = ("portal", "province", "province_now", "level", "period_kind", "period_year", "period")
_LOOK_SECONDS = 5.0


def publish(source: Path, target: Path) -> None:
    """Write an optimised, read-only copy of the database `source` to `target`.

    Raises `ValueError` for a target that `refusal` refuses, `OSError` when the source cannot be
    read or the target not be written.
    """
    if not source.is_file():
        raise FileNotFoundError(f"no database at {source}")
    if wrong := refusal(source, target):
        raise ValueError(wrong)
    target = target.resolve()  # a link is left standing: what it names is replaced
    target.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(target)
    copy = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with closing(_open(source, "ro")) as live:
            live.execute("VACUUM INTO ?", [str(copy)])
        with closing(_open(copy, "rw")) as db:
            _optimise(db)
        copy.chmod(0o444)
        with copy.open("rb") as file:
            os.fsync(file.fileno())
        copy.replace(target)
    except sqlite3.Error as error:
        raise OSError(f"cannot publish {source} to {target}: {error}") from error
    finally:
        copy.unlink(missing_ok=True)
        copy.with_name(copy.name + "-journal").unlink(missing_ok=True)


def refusal(source: Path, target: Path) -> str | None:
    """Say why `source` cannot be published to `target`; None when it can.

    Only a file that is missing or empty is written, or an earlier published copy replaced.
    `source` need not exist yet. Nothing is changed.
    """
    try:
        if source.resolve() == target.resolve() or (
            source.exists() and target.exists() and source.samefile(target)
        ):
            return f"{target} is the database that is written to; publish to another path"
        return _unwritable(target.absolute().parent) or _not_ours(target)
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        return f"cannot publish to {target}: {error}"


def _unwritable(folder: Path) -> str | None:
    """Say why no file can be made in `folder`, which is made itself where it is missing."""
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        return f"cannot publish to {folder}: {there} is not a folder"
    if not os.access(there, os.W_OK | os.X_OK):
        return f"cannot publish to {folder}: {there} cannot be written to"
    return None


def _not_ours(target: Path) -> str | None:
    """Say why the file at `target` must not be replaced."""
    for end in ("-wal", "-journal"):  # a reader would take it for the copy's
        beside = target.with_name(target.name + end)
        if beside.exists():
            return f"{target} is being written to: {beside.name} is beside it"
    if not target.exists():
        return None
    if not target.is_file():
        return f"{target} is not a file; publish to another path"
    if target.stat().st_size == 0:
        return None
    try:
        kinds = kinds_of_giao_ban(target, _LOOK_SECONDS)
    except sqlite3.Error as error:
        return f"{target} is not known to be a published copy ({error}); publish to another path"
    if kinds == ["view"]:
        return f"{target} is a database that is written to; publish to another path"
    return None if kinds == ["table"] else f"{target} is not a published copy; choose another path"


def _open(path: Path, mode: str, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None)


def _remove_leftovers(target: Path) -> None:
    """Delete the half copies of processes that were killed while they published."""
    for path in target.parent.glob(f".{target.name}.*.tmp"):
        pid = path.name.split(".")[-2]
        if pid.isdecimal():
            try:
                os.kill(int(pid), 0)
            except ProcessLookupError:
                path.unlink(missing_ok=True)
            except PermissionError:
                pass  # another user's process, still alive


def _optimise(db: sqlite3.Connection) -> None:
    # The copy is nobody's yet: if this dies, it is thrown away, so no journal is needed.
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("PRAGMA cache_size = -65536")
    migrations.apply(Database(db))  # nothing has been crawled into it since an earlier version
    db.execute("BEGIN")
    _sort_articles(db)
    _materialise(db)
    from output.datasette import functions  # noqa: PLC0415  (not for who publishes nothing)

    functions.register(db)
    summaries.store(db)
    db.execute("COMMIT")
    # Rows moved, so the index is made anew; one segment answers fastest.
    db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')")
    db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('optimize')")
    db.execute("ANALYZE")
    db.execute("PRAGMA journal_mode = DELETE")


def _sort_articles(db: sqlite3.Connection) -> None:
    """Put the articles in order of publication: the newest are then the highest row ids.

    The search ranks the newest hits of a common word, which the index gives in row order for
    nothing, instead of every hit.
    """
    triggers = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'articles'"
    ).fetchall()
    for (name,) in triggers:  # the copy is never written to again
        db.execute(f'DROP TRIGGER "{name}"')
    db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('delete-all')")
    # table_info leaves out the generated column, which cannot be inserted.
    names = ", ".join(f'"{row[1]}"' for row in db.execute("PRAGMA table_info(articles)"))
    db.execute(f"CREATE TEMP TABLE sorted AS SELECT {names} FROM articles")
    db.execute("DELETE FROM articles")
    db.execute(
        f"INSERT INTO articles ({names}) SELECT {names} FROM sorted "
        "ORDER BY coalesce(published_at, first_seen_at), id"
    )
    db.execute("DROP TABLE temp.sorted")
    db.execute("CREATE INDEX IF NOT EXISTS idx_articles_title ON articles (title)")
    db.execute("CREATE INDEX idx_articles_final ON articles (final_url) WHERE final_url NOT NULL")
    # The rest of an article is its text: what joins need of it is found here without that.
    db.execute(
        "CREATE INDEX idx_articles_joined ON articles (id, is_giao_ban, portal, published_at)"
    )
    for name, columns in (
        ("level", "level, article"),
        ("year", "period_year, article"),
        ("period", "period_kind, period_year, period_value, article"),
    ):
        db.execute(f"CREATE INDEX idx_meetings_by_{name} ON meetings ({columns})")
    for table, name, columns in (
        ("chairs", "name", "name, article, title"),
        ("citations", "number", "number, article, kind, issuer"),
    ):
        db.execute(f"DROP INDEX IF EXISTS idx_{table}_{name}")
        db.execute(f"CREATE INDEX idx_{table}_{name} ON {table} ({columns})")


def _materialise(db: sqlite3.Connection) -> None:
    """Turn the view `giao_ban` into a table of the same columns, with an index a facet."""
    columns = [f"{row[1]} {row[2]}" for row in db.execute("PRAGMA table_info(giao_ban)")]
    # With a key of its own, so that the address of a row outlives this copy.
    db.execute(f"CREATE TABLE rows ({', '.join(columns)}, PRIMARY KEY (portal, url))")
    db.execute("INSERT INTO rows SELECT * FROM giao_ban ORDER BY published_at, portal, url")
    db.execute("DROP VIEW giao_ban")
    db.execute("ALTER TABLE rows RENAME TO giao_ban")
    for column in FACETS:  # what is filtered by one is counted by the others
        others = ", ".join(other for other in FACETS if other not in (column, "province", "period"))
        db.execute(
            f"CREATE INDEX idx_giao_ban_{column} ON giao_ban ({column}, published_at, {others})"
        )
    db.execute("CREATE INDEX idx_giao_ban_published_at ON giao_ban (published_at)")
    db.execute("CREATE INDEX idx_giao_ban_held_on ON giao_ban (held_on)")
    db.execute("CREATE INDEX idx_giao_ban_url ON giao_ban (url)")
    db.execute(
        "CREATE INDEX idx_giao_ban_month "
        "ON giao_ban (substr(coalesce(held_on, published_at), 1, 7))"
    )


def main() -> None:
    """Publish by hand what `crawlall --publish` does after a crawl."""
    if len(sys.argv) != 3:
        refuse("give two paths: python -m output.publish DATABASE COPY")
    try:
        publish(Path(sys.argv[1]), Path(sys.argv[2]))
    except (FileNotFoundError, ValueError) as error:
        refuse(error)
    except OSError as error:  # the input was right, the copy could not be made
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
