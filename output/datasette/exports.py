"""Rows as files: CSV, spreadsheet and JSON of a table, a question, a search or a visitor's SQL.

A file holds what the page counts, all of it; where it cannot, its name says how many rows it has.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from datasette.database import QueryInterrupted
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Request, Response
from datasette.views.base import DatasetteError

from crawler.clock import now
from output.datasette import asked, directives, filters, order, sandbox, search, seats, sheets
from output.datasette.canned import QUERIES
from output.datasette.reading import aside, read
from output.datasette.rows import served
from output.datasette.safe import cell
from output.datasette.slugs import slug

Batches = AsyncIterator[list[tuple[Any, ...]]]
_LIMIT = re.compile(r"\s+limit \d+(?: offset \d+)?\s*$")
_FOUND = """
    SELECT a.id AS article, a.title, p.province_now, p.province, m.level,
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period,
        (SELECT g.chairs FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS chairs,
        m.held_on, a.published_at, p.name AS portal_name, a.sapo, a.url
    FROM articles AS a
    JOIN portals AS p ON p.id = a.portal
    LEFT JOIN meetings AS m ON m.article = a.id
    WHERE a.rowid IN ({rows}) ORDER BY {order}
"""


class Rows(NamedTuple):
    """What a file holds: `name` without its ending, and whether rows are missing from it."""

    name: str
    columns: list[str]
    batches: Batches
    is_cut: bool = False


class File:
    """An answer that is sent piece by piece."""

    def __init__(self, name: str, kind: str, pieces: AsyncIterator[bytes]) -> None:
        self._headers = [
            (b"content-type", kind.encode()),
            (b"content-disposition", f'attachment; filename="{name}"'.encode()),
        ]
        self._pieces = pieces

    async def asgi_send(self, send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
        """Send it; an error on the way breaks the connection off, which the reader is told of."""
        await send({"type": "http.response.start", "status": 200, "headers": self._headers})
        async for piece in self._pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def of_search(datasette: Any, request: Any) -> Any:
    """`/tim.csv`, `.xlsx`, `.json`: what a search finds, the newest first."""
    db = served(datasette)
    wanted = await filters.read(db, request.args)
    portals = (await filters.choices(db))["portal_names"]
    within = await search.whole(db, wanted)
    sql = _FOUND.format(rows=within.sql, order=order.newest(db))
    name = slug(asked.headline(wanted, portals).vi)[:80].strip("-")
    export = await _trusted(db, f"giao-ban-{name}".strip("-"), sql, within.params)
    return await _answer(datasette, request, export)


async def of_directives(datasette: Any, request: Any) -> Any:
    """`/chi-dao.csv`, `.xlsx`, `.json`: all directives that were asked for."""
    db = served(datasette)
    given = {name: request.args[name] for name in request.args}
    wanted = directives.Asked.read({"when": "all", **given})  # a file is of all, not of a tab
    found = await directives.whole(db, wanted, now()[:10])
    parts = [value for key, value in wanted.filters().items() if key != "when"]
    name = slug(" ".join(["chi dao", *parts]))[:80].strip("-")
    return await _answer(datasette, request, await _trusted(db, name, found.sql, found.params))


async def of_table(datasette: Any, request: Any) -> Any:
    """`/DB/NAME.csv`, `.xlsx`: a table as it is filtered and sorted, or a question's answer."""
    db = _database(datasette, request)
    name = tilde_decode(request.url_vars["table"])
    if name in QUERIES:
        params = {key: request.args.get(key) or "" for key in QUERIES[name]["params"]}
        narrowed = slug(" ".join(value for value in params.values() if value))[:60].strip("-")
        stem = f"{name}-{narrowed}".strip("-")
        export = await _trusted(db, stem, QUERIES[name]["sql"], params)
        return await _answer(datasette, request, export)
    query = await table_query(datasette, request)
    sql = query["sql"]
    if re.fullmatch(r"\d{1,9}", request.args.get("_size") or ""):  # "max", as links say, is all
        sql += f" limit {request.args['_size']}"
    if sandbox.is_written():  # a condition in the visitor's own words
        return await _answer(datasette, request, await _written(db, name, sql, query["params"]))
    narrowed = slug(" ".join(str(value) for value in query["params"].values()))[:60].strip("-")
    export = await _trusted(db, f"{name}-{narrowed}".strip("-"), sql, query["params"])
    return await _answer(datasette, request, export)


async def of_sql(datasette: Any, request: Any) -> Any:
    """`/DB.csv?sql=…`, `.xlsx`: the answer to a visitor's SQL, as many rows as a page may have."""
    db = _database(datasette, request)
    sql = (request.args.get("sql") or "").strip().rstrip(";")
    if not sql:
        raise NotFound("sql=")
    if not await datasette.permission_allowed(request.actor, "execute-sql", db.name, default=True):
        raise DatasetteError("Not allowed", status=403)
    params = {key: request.args.get(key) or "" for key in re.findall(r":(\w+)", sql)}
    return await _answer(datasette, request, await _written(db, "sql", sql, params))


def _database(datasette: Any, request: Any) -> Any:
    try:
        return datasette.get_database(route=tilde_decode(request.url_vars["database"]))
    except KeyError as error:
        raise NotFound("Database not found") from error


async def table_query(datasette: Any, request: Any, *more: tuple[str, str]) -> dict[str, Any]:
    """Return `sql` and `params` of all rows of a table as its address, and `more`, narrows it."""
    # From the first row on, whatever page the reader was on.
    given = [pair for pair in parse_qsl(request.query_string, True) if pair[0] != "_next"]
    query = urlencode([*given, *more, ("_nofacet", "1"), ("_nocount", "1")])
    scope = {**request.scope, "query_string": query.encode("latin-1")}
    asked_for = Request(scope, request.receive)
    # Datasette loads plugins while its views are being imported.
    from datasette.views.table import TableView  # noqa: PLC0415  (plugins load before views)

    answer = await TableView(datasette).data(asked_for, _size=1)
    if isinstance(answer, Response):
        raise NotFound("Table not found")
    made = answer[0]["query"]
    return {"sql": _LIMIT.sub("", made["sql"]), "params": made["params"]}


async def _trusted(db: Any, name: str, sql: str, params: Mapping[str, Any]) -> Rows:
    try:
        reading = await read(db.address, sql, params)
    except sqlite3.Error as error:
        raise DatasetteError(str(error), title="Invalid SQL", status=400) from error
    return Rows(name, reading.columns, reading.batches())


async def _written(db: Any, name: str, sql: str, params: Mapping[str, Any]) -> Rows:
    try:
        results = await db.execute(sql, params, truncate=True)
    except QueryInterrupted as error:
        raise DatasetteError(
            "The query took too long", title="SQL Interrupted", status=400
        ) from error
    except sqlite3.Error as error:
        raise DatasetteError(str(error), title="Invalid SQL", status=400) from error

    async def batches() -> Batches:
        yield [tuple(row) for row in results.rows]

    if results.truncated:
        name = f"{name}-{len(results.rows)}-dong-dau"
    return Rows(name, list(results.columns), batches(), bool(results.truncated))


async def _answer(datasette: Any, request: Any, export: Rows) -> Any:
    form = request.url_vars["format"]
    if form == "csv":
        lines = _csv(export, request.args.get("_header") != "off")
        return File(f"{export.name}.csv", "text/csv; charset=utf-8", lines)
    if form == "json":
        return File(f"{export.name}.json", "application/json; charset=utf-8", _json(export))
    return await _sheet(served(datasette), export)


async def _csv(export: Rows, is_headed: bool) -> AsyncIterator[bytes]:
    """Yield the lines of a CSV file that Excel reads as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    if is_headed:
        writer.writerow([cell(column) for column in export.columns])
    yield "\ufeff".encode()
    async for rows in export.batches:
        writer.writerows([_cell(value) for value in row] for row in rows)
        yield text.getvalue().encode("utf-8", "replace")
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode("utf-8", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex()
    return cell(value) if isinstance(value, str) else value


async def _json(export: Rows) -> AsyncIterator[bytes]:
    """Yield an array of one object a row."""
    before = "["
    async for rows in export.batches:
        lines = []
        for row in rows:
            values = (v.hex() if isinstance(v, bytes) else v for v in row)
            lines.append(
                before
                + json.dumps(dict(zip(export.columns, values, strict=True)), ensure_ascii=False)
            )
            before = ",\n"
        yield "".join(lines).encode("utf-8", "replace")
    yield (b"" if before != "[" else b"[") + b"]\n"


async def _sheet(db: Any, export: Rows) -> File:
    columns = list(export.columns)
    people = seats.key_of(columns)
    most = await seats.most_chairs(db) if people else 0
    if people:
        columns = seats.with_columns(columns, most)
    with tempfile.NamedTemporaryFile(suffix=".xlsx", delete=False) as temporary:
        path = Path(temporary.name)
    try:
        sheet = await aside(lambda: sheets.Sheet(path, columns))
        is_whole = True
        async for batch in export.batches:
            rows = batch
            if people:
                rows = await seats.with_people(db, export.columns, batch, people, most)
            is_whole = await aside(partial(_fill, sheet, rows))
            if not is_whole:
                break
        await aside(sheet.close)
        content = path.read_bytes()
    finally:
        path.unlink(missing_ok=True)
    name = export.name if is_whole else f"{export.name}-{sheet.rows}-dong-dau"

    async def pieces() -> AsyncIterator[bytes]:
        yield content

    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return File(f"{name}.xlsx", kind, pieces())


def _fill(sheet: sheets.Sheet, rows: Sequence[Sequence[Any]]) -> bool:
    """Write rows as long as there is room; returns whether there was for all."""
    for row in rows:
        if sheet.is_full:
            return False
        sheet.add(row)
    return True


ROUTES = [
    (r"^/tim\.(?P<format>csv|xlsx|json)$", of_search),
    (r"^/chi-dao\.(?P<format>csv|xlsx|json)$", of_directives),
    (r"^/(?P<database>[^/.]+)/(?P<table>[^/]+)\.(?P<format>csv|xlsx)$", of_table),
    (r"^/(?P<database>[^/.]+)\.(?P<format>csv|xlsx)$", of_sql),
]
