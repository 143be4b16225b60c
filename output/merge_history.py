"""Merging what runs left for the next: portals, listings, pages, captures, and their own rows."""

from __future__ import annotations

from sqlite_utils import Database

from output.merge_sql import columns, insert, names_of, of, temporary, update
from output.run_numbers import free_number


def merge_portals(db: Database) -> None:
    """The declaration of whichever machine ran the portal last is today's."""
    latest = "(SELECT coalesce(max(started_at), '') FROM {}.runs WHERE portal = s.id)"
    later = f"{latest.format('source')} > {latest.format('main')}"
    declared = columns(db, "portals", ("id", "verified_at", "family"))
    values = {name: f"s.{name}" for name in declared}
    # A machine that never reached the portal does not know its family.
    values["family"] = "coalesce(nullif(s.family, ''), m.family)"
    update(db, "portals", values, f"FROM source.portals s WHERE s.id = m.id AND {later}")
    verified = "nullif(max(coalesce(s.verified_at, ''), coalesce(m.verified_at, '')), '')"
    family = "coalesce(nullif(m.family, ''), s.family)"
    update(
        db,
        "portals",
        {"verified_at": verified, "family": family},
        "FROM source.portals s WHERE s.id = m.id",
    )
    insert(db, "portals", "FROM source.portals s")


def merge_listings(db: Database) -> None:
    """A listing's rows belong together: all are those of the machine that looked last."""
    latest = (
        "SELECT portal, address, max(max(coalesce(last_checked_at, ''), coalesce(settled_at, '')))"
        " AS looked_at FROM {}.listings GROUP BY portal, address"
    )
    temporary(
        db,
        "later_listings",
        f"SELECT s.portal, s.address FROM ({latest.format('source')}) s "
        f"LEFT JOIN ({latest.format('main')}) m USING (portal, address) "
        "WHERE m.looked_at IS NULL OR s.looked_at > m.looked_at",
    )
    later = "(portal, address) IN (SELECT portal, address FROM temp.later_listings)"
    db.execute(f"DELETE FROM main.listings WHERE {later}")
    insert(db, "listings", f"FROM source.listings s WHERE {later}")


def merge_captures(db: Database) -> None:
    """A capture that was read is read; of two readings the later counts."""
    key = ("portal", "archive", "url", "captured_at")
    same = " AND ".join(f"s.{name} = m.{name}" for name in key)
    rank = "({0}.verdict <> 'failed', {0}.read_at)"
    values = {name: f"s.{name}" for name in columns(db, "captures", key)}
    later = f"{rank.format('s')} > {rank.format('m')}"
    update(db, "captures", values, f"FROM source.captures s WHERE {same} AND {later}")
    insert(db, "captures", "FROM source.captures s")


_LOOKED = ("last_checked_at", "failures", "wait", "missing", "gone_at")
_SEEN = {
    "key": "max(key)",
    "first_seen_at": "min(first_seen_at)",
    "last_seen_at": "max(last_seen_at)",
}
_READ_RANK = """
    CASE WHEN verdict IN ('giao_ban', 'other', 'listing') THEN 2 WHEN verdict = 'skipped' THEN 0
        ELSE 1 END
    || coalesce(last_checked_at, '0') || ' ' || coalesce(last_seen_at, '0') || ' ' || is_ours
"""
_LOOK_RANK = "coalesce(last_checked_at, '0') || printf(' %09d ', 1000000 - wait) || is_ours"


def merge_pages(db: Database) -> int:
    """What a page is, its latest reading says; whether it is there, the latest look at it.

    One article is one page, under whatever address. Returns how many pages are new.
    """
    ours = "SELECT url FROM main.pages_seen WHERE portal = s.portal AND"
    temporary(
        db,
        "known_pages",
        f"SELECT url AS theirs, coalesce(({ours} url = s.url), "
        f"({ours} key = s.key ORDER BY first_seen_at, url LIMIT 1)) AS ours "
        "FROM source.pages_seen s",
    )
    rest = columns(db, "pages_seen", ("url", "portal"))
    differing = (
        "FROM temp.known_pages JOIN source.pages_seen s ON s.url = theirs "
        f"JOIN main.pages_seen m ON m.url = ours WHERE ({of('s', rest)}) IS NOT ({of('m', rest)})"
    )
    temporary(
        db,
        "looks",
        f"SELECT ours, 0 AS is_ours, {of('s', rest)} {differing} "
        f"UNION ALL SELECT DISTINCT ours, 1, {of('m', rest)} {differing}",
    )
    read = [name for name in rest if name not in (*_LOOKED, *_SEEN)]
    seen = ", ".join(f"{value} AS {name}" for name, value in _SEEN.items())
    latest = "(SELECT ours, {}, max({}) FROM temp.looks GROUP BY ours)"
    update(
        db,
        "pages_seen",
        {name: f"read.{name}" for name in read}
        | {name: f"look.{name}" for name in _LOOKED}
        | {name: f"seen.{name}" for name in _SEEN},
        f"FROM {latest.format(names_of(read), _READ_RANK)} AS read "
        f"JOIN {latest.format(names_of(_LOOKED), _LOOK_RANK)} AS look USING (ours) "
        f"JOIN (SELECT ours, {seen} FROM temp.looks GROUP BY ours) AS seen USING (ours) "
        "WHERE m.url = read.ours",
    )
    new = "FROM temp.known_pages JOIN source.pages_seen s ON s.url = theirs WHERE ours IS NULL"
    return insert(db, "pages_seen", new)


# Runs

_ENDED = "CASE WHEN {0}.finished_at IS NULL THEN 0 WHEN {0}.state = 'interrupted' THEN 1 ELSE 2 END"
_SAME_RUN = "(SELECT *, row_number() OVER (PARTITION BY portal, source, started_at ORDER BY id)"
_SAME_RUN += " AS nth FROM {}.runs WHERE portal IN (SELECT portal FROM source.runs))"


def merge_runs(db: Database) -> int:
    """A run is known by portal, source and start. Returns how many are new.

    How it ended is told by who saw it end; one that never did ended before the portal's next.
    """
    temporary(
        db,
        "known_runs",
        f"SELECT s.id AS theirs, m.id AS ours FROM {_SAME_RUN.format('source')} s LEFT JOIN "
        f"{_SAME_RUN.format('main')} m USING (portal, source, started_at, nth) ORDER BY s.id",
    )
    rest = columns(db, "runs", ("id", "told_at"))
    both = "FROM source.runs s JOIN temp.known_runs ON s.id = theirs WHERE m.id = ours"
    ended = f"{_ENDED.format('s')} > {_ENDED.format('m')}"
    update(db, "runs", {name: f"s.{name}" for name in rest}, f"{both} AND {ended}")
    update(db, "runs", {"told_at": "coalesce(m.told_at, s.told_at)"}, both)
    new = db.execute(
        "SELECT theirs, started_at FROM temp.known_runs JOIN source.runs ON id = theirs "
        "WHERE ours IS NULL"
    ).fetchall()
    names = columns(db, "runs", ("id",))
    for number, started_at in new:
        taken = db.execute("SELECT 1 FROM main.runs WHERE id = ?", [number]).fetchone()
        db.execute(
            f"INSERT INTO main.runs (id, {names_of(names)}) "
            f"SELECT ?, {of('s', names)} FROM source.runs s WHERE s.id = ?",
            [free_number(db, started_at) if taken else number, number],
        )
    next_start = (
        "(SELECT min(started_at) FROM main.runs n WHERE n.portal = m.portal "
        "AND n.source = m.source AND n.started_at > m.started_at)"
    )
    db.execute(
        "UPDATE main.runs AS m SET state = 'interrupted', complete = 0, "
        f"finished_at = {next_start}, reason = 'the process ended before the run did' "
        f"WHERE finished_at IS NULL AND {next_start} IS NOT NULL "
        "AND portal IN (SELECT portal FROM source.runs)"
    )
    return len(new)
