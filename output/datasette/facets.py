"""How the hits of a search divide: counts beside the results, each a filter to choose."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from output.datasette import names
from output.datasette.asked import Asked, period_name
from output.datasette.rows import ask, once

MOST = 12  # values of one facet
_COLUMNS = """
    SELECT a.rowid AS row, p.province_now, m.level, m.period_kind, m.period_value, m.period_year
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    JOIN meetings AS m ON m.article = a.id
    WHERE a.is_giao_ban = 1{within}
"""
Columns = dict[int, tuple[str, str, str, str]]  # by row: province, level, period, year
FACETS = ("province", "level", "period", "year")


class Choice(NamedTuple):
    """A value one can narrow the search to."""

    value: str
    label: str
    articles: int


async def columns(db: Any, rows: Iterable[int] | None = None) -> Columns:
    """Return what rows are counted by, of a published copy all of them, kept."""
    if rows is None or not db.is_mutable:
        found: Columns = await once(db, "facets", _all)
        return found
    within = " AND a.rowid IN (SELECT value FROM json_each(:rows))"
    sql = _COLUMNS.format(within=within)
    return _keyed(await ask(db, sql, {"rows": json.dumps(list(rows))}))


async def _all(db: Any) -> Columns:
    return _keyed(await ask(db, _COLUMNS.format(within="")))


def _keyed(rows: Iterable[dict[str, Any]]) -> Columns:
    same: dict[tuple[str, ...], tuple[str, str, str, str]] = {}  # most rows share theirs
    found = {}
    for row in rows:
        kind, value = row["period_kind"] or "", row["period_value"]
        key = (
            names.province(row["province_now"]) or "",
            row["level"] or "",
            f"{kind}-{value}" if kind and value is not None else kind,
            str(row["period_year"] or ""),
        )
        found[row["row"]] = same.setdefault(key, key)
    return found


def counted(known: Columns, rows: Iterable[int] | None, asked: Asked) -> dict[str, list[Choice]]:
    """Return for every facet that is not filtered by yet its values, the most frequent first."""
    keys = known.values() if rows is None else (known[row] for row in rows if row in known)
    whole = Counter(keys)
    shown = {}
    for index, name in enumerate(FACETS):
        if getattr(asked, name):
            continue
        counts: Counter[str] = Counter()
        for key, count in whole.items():
            counts[key[index]] += count
        counts.pop("", None)
        found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        if len(found) > 1:
            shown[name] = [Choice(value, _label(name, value), count) for value, count in found]
    return shown


def _label(name: str, value: str) -> str:
    if name == "level":
        return names.label(names.LEVELS, value).vi
    return period_name(value) if name == "period" else value
