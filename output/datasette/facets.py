"""How the hits of a search divide: counts beside the results, each a filter to choose."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from datasette.database import QueryInterrupted

from output.datasette import names
from output.datasette.asked import Asked, period_name
from output.datasette.filters import Filter
from output.datasette.rows import ask, once

MOST = 12  # values of one facet
_GROUPS = """
    SELECT province_now, level, period_kind, period_value, period_year, count(*) AS found
    FROM findable{where} GROUP BY 1, 2, 3, 4, 5
"""
Groups = dict[tuple[str, str, str, str], int]  # by province, level, period, year
FACETS = ("province", "level", "period", "year")


class Choice(NamedTuple):
    """A value one can narrow the search to."""

    value: str
    label: str
    articles: int


async def groups(db: Any, within: Filter) -> Groups:
    """Return how many rows there are of each kind; of everything once for a published copy.

    Nothing where they could not be counted in time: the results are shown without.
    """
    try:
        if not within.sql:
            found: Groups = await once(db, "facets", _all)
            return found
        sql = _GROUPS.format(where=f" WHERE row IN ({within.sql})")
        return _keyed(await ask(db, sql, within.params))
    except QueryInterrupted:
        return {}


async def _all(db: Any) -> Groups:
    return _keyed(await ask(db, _GROUPS.format(where="")))


def of_rows(rows: Iterable[int]) -> Filter:
    """Return some rows as SQL."""
    return Filter("SELECT value FROM json_each(:rows)", {"rows": json.dumps(list(rows))})


def _keyed(rows: Iterable[dict[str, Any]]) -> Groups:
    found: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        kind, value = row["period_kind"] or "", row["period_value"]
        key = (
            names.province(row["province_now"]) or "",
            row["level"] or "",
            f"{kind}-{value}" if kind and value is not None else kind,
            str(row["period_year"] or ""),
        )
        found[key] += row["found"]
    return found


def counted(whole: Groups, asked: Asked) -> dict[str, list[Choice]]:
    """Return for every facet that is not filtered by yet its values, the most frequent first."""
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
