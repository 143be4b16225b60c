"""No query outlives its limit, whatever it does in one step; the pages never wait for it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.database import QueryInterrupted

from output.datasette.sandbox import Sandbox
from tests.output.datasette.conftest import Site

COUNT = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) "
# One step of SQLite each that would take from a minute to for ever, or steps without end.
ENDLESS = {
    "instr": "SELECT instr(hex(zeroblob(2400000)), hex(zeroblob(1200000)) || '1')",
    "printf": "SELECT printf('%.*c', 2000000000, 'x')",
    "trim": "SELECT trim(hex(zeroblob(1200000)), hex(zeroblob(1200000)) || 'x')",
    "glob": "SELECT hex(zeroblob(2400000)) GLOB '*' || '" + "0" * 400 + "1'",
    "many": "SELECT " + ", ".join(["length(hex(randomblob(2400000)))"] * 200),
    "recursive": COUNT + "SELECT count(*) FROM c",
    "concat": COUNT + "SELECT group_concat(n || hex(zeroblob(1000))) FROM c",
    "json": "WITH RECURSIVE c(n, j) AS (SELECT 1, '[]' UNION ALL "
    "SELECT n + 1, json_insert(j, '$[#]', n) FROM c) SELECT max(length(j)) FROM c",
    "sort": COUNT + "SELECT hex(randomblob(200000)) FROM c ORDER BY 1",
    "join": "SELECT count(*) FROM evidence a, evidence b, evidence c, evidence d "
    "WHERE a.start + b.start + c.start + d.start = -1",
}


def ask(sandbox: Sandbox, sql: str, seconds: float = 0.5, **params: Any) -> Any:
    return asyncio.run(sandbox.ask(sql, params, seconds, 100, ""))


@pytest.fixture(scope="module")
def sandbox(published_db: Path) -> Sandbox:
    return Sandbox(published_db, is_immutable=True)


@pytest.mark.parametrize("sql", ENDLESS.values(), ids=ENDLESS)
@pytest.mark.slow
def test_a_query_without_end_is_ended(sandbox: Sandbox, sql: str) -> None:
    with pytest.raises((QueryInterrupted, sqlite3.OperationalError)):
        ask(sandbox, sql)
    (row,) = ask(sandbox, "SELECT count(*) AS found FROM giao_ban", 20).rows
    assert row["found"] > 40


def test_a_query_may_not_take_all_memory(sandbox: Sandbox) -> None:
    with pytest.raises((QueryInterrupted, sqlite3.OperationalError)):
        ask(sandbox, COUNT + "SELECT hex(zeroblob(2000000)) FROM c LIMIT 5000", 20)


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT fts3_tokenizer('simple')", "not authorized"),
        ("SELECT fts3_tokenizer('simple', :x)", "not authorized"),
        ("SELECT load_extension(:x)", "not authorized"),
        ("ATTACH ':memory:' AS other", "not authorized"),
        ("SELECT " + ", ".join(f":x{i}" for i in range(1500)), "too many SQL variables"),
    ],
)
def test_a_query_reaches_only_the_data(sandbox: Sandbox, sql: str, message: str) -> None:
    with pytest.raises(sqlite3.OperationalError, match=message):
        ask(sandbox, sql, 20, x="AAAAAAAA")


def test_rows_are_as_datasette_makes_them(sandbox: Sandbox) -> None:
    answer = ask(sandbox, "SELECT 1 AS a, 'đ' AS \"b\"\"c\", NULL AS a WHERE :x = 'y'", 20, x="y")
    assert answer.columns == ["a", 'b"c', "a"]
    assert tuple(answer.rows[0]) == (1, "đ", None) and answer.rows[0]['b"c'] == "đ"
    assert not answer.truncated
    assert ask(sandbox, COUNT + "SELECT n FROM c LIMIT 101", 20).truncated
    assert ask(sandbox, "SELECT 1 AS a WHERE 0", 20).rows == []


def test_parameters_have_names_or_places(sandbox: Sandbox) -> None:
    answer = asyncio.run(sandbox.ask("SELECT ? || ? AS both", ["a", "b"], 20, None, ""))
    assert answer.rows[0]["both"] == "ab"


def test_what_is_wrong_is_said(sandbox: Sandbox) -> None:
    for sql, message in (("SELECT absent", "no such column"), ("SELEC", "syntax error")):
        with pytest.raises(sqlite3.OperationalError, match=message):
            ask(sandbox, sql, 20)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        ask(sandbox, "DELETE FROM giao_ban", 20)


def test_the_functions_of_the_site_are_there(sandbox: Sandbox) -> None:
    sql = "SELECT folded('Đông') AS f, fts_query('a b') AS q, escape_fts('\"') AS e"
    assert tuple(ask(sandbox, sql, 20).rows[0]) == ("dong", '("a") AND ("b")', '""')


@pytest.mark.slow
def test_a_server_under_such_queries_answers_and_ends(published_db: Path) -> None:
    site = Site(published_db)
    attacks = [f"/{site.name}.json?{urlencode({'sql': sql})}" for sql in list(ENDLESS.values())[:4]]
    attacks += [
        f"/{site.name}/giao_ban?{urlencode({'_where': '1 > (' + ENDLESS['instr'] + ')'})}",
        f"/{site.name}.csv?{urlencode({'sql': ENDLESS['printf']})}",
    ]
    with ThreadPoolExecutor(len(attacks)) as visitors:
        asked = [visitors.submit(site.get, path) for path in attacks]
        for path in ("/", "/tim?q=giao+ban", site.article, f"/{site.name}/giao_ban"):
            assert site.get(path).status == 200
        simple = f"/{site.name}.json?{urlencode({'sql': 'select 1 as n', '_shape': 'array'})}"
        answers = [future.result() for future in asked]
        assert {answer.status for answer in answers} <= {200, 400, 500}
        assert json.loads(site.get(simple).text) == [{"n": 1}]
        for path in attacks:
            visitors.submit(_quietly, site, path)
        site.stop()


def _quietly(site: Site, path: str) -> None:
    with suppress(OSError):  # the server goes
        site.get(path)
