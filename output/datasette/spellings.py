"""What a reader types into the filters of a table, in any spelling.

Letters may come decomposed (a phone, a Mac), in any capitals, without accents; a province by any
name of either time. The database holds one spelling of each, and Datasette compares letter by
letter: so the address is written anew before Datasette sees it. Values that are there as typed stay
as they are.
"""

from __future__ import annotations

import json
import unicodedata
from typing import Any
from urllib.parse import parse_qsl, urlencode

from datasette.utils import tilde_decode

from crawler.vietnamese.letters import has_accents
from output.datasette.headers import App, Message, Receive, Send
from output.datasette.rows import ask, served
from output.datasette.tables import TABLES

_PROVINCES = ("province", "province_now")
NAMES = {
    *_PROVINCES,
    *("name", "unit", "host", "portal_name", "convenor", "place", "speaker", "addressee"),
    *("number", "kind", "issuer", "author", "source", "section", "title", "period", "chairs"),
}
_LONGEST = 300  # characters of a value that is looked for in other spellings
_MOST = 100  # spellings of one value
_OTHERS = """
    WITH known AS MATERIALIZED (SELECT DISTINCT [{column}] AS name FROM [{table}])
    SELECT name FROM known WHERE name NOT NULL AND {same} ORDER BY name LIMIT {most}
"""
Pairs = list[tuple[str, str]]


def with_spellings(app: App, datasette: Any) -> App:
    """Wrap an ASGI application so that filters mean what was typed, however it was typed."""

    async def wrapped(scope: Message, receive: Receive, send: Send) -> None:
        query = scope.get("query_string", b"").decode("latin-1")
        if scope["type"] == "http" and query:
            typed = parse_qsl(query, keep_blank_values=True)
            meant = composed(typed)
            table = _table(datasette, scope["path"])
            if table:
                meant = await respelled(served(datasette), table, meant)
            if meant != typed:
                scope = {**scope, "query_string": urlencode(meant).encode()}
        await app(scope, receive, send)

    return wrapped


def composed(pairs: Pairs) -> Pairs:
    """Return names and values in NFC, which is how everything is stored."""
    return [(unicodedata.normalize("NFC", k), unicodedata.normalize("NFC", v)) for k, v in pairs]


def _table(datasette: Any, path: str) -> str | None:
    """Return the table whose rows are at a path: "/db/chairs", "/db/chairs.json"."""
    parts = path.removeprefix(datasette.setting("base_url")).strip("/").split("/")
    if len(parts) != 2 or tilde_decode(parts[0]) != served(datasette).name:
        return None
    name = parts[1].partition(".")[0]
    return name if name in TABLES else None


async def respelled(db: Any, table: str, pairs: Pairs) -> Pairs:
    """Return the filters of a table with the values it holds in place of those typed."""
    meant: Pairs = []
    for key, value in pairs:
        column, _, lookup = key.partition("__")
        held: list[str] = []
        if lookup in ("", "exact") and column in NAMES and 0 < len(value) <= _LONGEST:
            held = await _held(db, table, column, value)
        if not held:
            meant.append((key, value))
        elif len(held) == 1:
            meant.append((column, held[0]))
        else:
            meant.append((f"{column}__in", json.dumps(held, ensure_ascii=False)))
    return meant


async def _held(db: Any, table: str, column: str, value: str) -> list[str]:
    """Return the spellings of a value that a column holds: none where it holds the one typed."""
    if column not in await db.table_columns(table):
        return []
    params = {"value": value}
    if await ask(db, f"SELECT 1 FROM [{table}] WHERE [{column}] = :value LIMIT 1", params):
        return []
    if column in _PROVINCES:
        same = "in_province(name, name, :value)"
    elif has_accents(value):
        same = "spelled(name) = spelled(:value)"
    else:
        same = "folded(name) = folded(:value)"
    sql = _OTHERS.format(column=column, table=table, same=same, most=_MOST)
    return [row["name"] for row in await ask(db, sql, params)]
