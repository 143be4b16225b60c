"""The pages stay fast: no hot query reads every article, and a page is a matter of moments.

The figures for 200 000 articles are in docs/explore.md; here a smaller database of the same kind.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from output.datasette import article, directives, functions, home, search
from output.datasette.asked import Asked
from output.datasette.canned import QUERIES
from output.datasette.pages import document, person, province
from tools import big_demo

ARTICLES = 4000


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "lon.db"
    big_demo.build(path, ARTICLES)
    return path


@pytest.fixture
def db(big: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{big}?immutable=1", uri=True)
    functions.register(connection)
    yield connection
    connection.close()


def plan(db: sqlite3.Connection, sql: str, params: dict[str, Any]) -> list[str]:
    return [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", params)]


def whole_articles(steps: list[str]) -> list[str]:
    """Return the steps that read every article, or sort what an index could give in order."""
    return [
        s for s in steps if s.startswith("SCAN a") and "INDEX" not in s and "articles_fts" not in s
    ]


def finish(work: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine returns that never has to wait."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waited")


class Recorder:
    """Stands in for Datasette's database and keeps every query that is asked."""

    is_mutable = True
    path = ""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.asked: list[tuple[str, dict[str, Any]]] = []

    async def execute(self, sql: str, params: dict[str, Any]) -> list[sqlite3.Row]:
        self.asked.append((sql, params))
        self.db.row_factory = sqlite3.Row
        return self.db.execute(sql, params).fetchall()

    async def execute_fn(self, work: Callable[[sqlite3.Connection], Any]) -> Any:
        self.db.set_trace_callback(lambda sql: self.asked.append((sql, {})))
        try:
            return work(self.db)
        finally:
            self.db.set_trace_callback(None)


@pytest.mark.slow
def test_the_hot_queries_read_no_more_than_they_show(db: sqlite3.Connection) -> None:
    recorder = Recorder(db)

    class Site:
        def search(self, **filters: str) -> str:
            return "/"

        def province(self, name: str) -> str:
            return "/"

    (ident,) = db.execute("SELECT id FROM articles ORDER BY rowid DESC LIMIT 1").fetchone()
    finish(home.context(recorder, Site()))
    finish(article.context(recorder, ident))
    for asked in (
        Asked(q="hội nghị giao ban"),
        Asked(),
        Asked(q="giao ban", province="Ninh Bình", level="province", year="2024"),
        Asked(province="Ninh Bình", period="quarter-1", chair="nguyen"),
        Asked(month="2025-03"),
    ):
        assert finish(search.find(recorder, asked))["rows"], asked
    db.row_factory = None
    assert len(recorder.asked) > 25
    # What is worked out once a file may read every article.
    kept = ("AS row FROM articles", "max(rowid)", "FROM facet_", "-- ")
    for sql, params in recorder.asked:
        if any(part in sql for part in kept):
            continue
        steps = plan(db, sql, params)
        assert whole_articles(steps) == [], (sql, steps)
        assert not any(step.startswith("SCAN giao_ban") and "INDEX" not in step for step in steps)


@pytest.mark.slow
def test_people_provinces_documents_and_directives_read_only_their_own(
    db: sqlite3.Connection,
) -> None:
    recorder = Recorder(db)
    (name,) = db.execute(
        "SELECT name FROM chairs GROUP BY name ORDER BY count(*) DESC, name LIMIT 1"
    ).fetchone()
    (number,) = db.execute(
        "SELECT number FROM citations GROUP BY number ORDER BY count(*) DESC, number LIMIT 1"
    ).fetchone()
    people = finish(person.context(recorder, name))
    where, meetings = next(iter(people.items()))
    assert finish(person.details(recorder, name, where, meetings))["years"]
    assert finish(province.summary(recorder, "Ninh Bình", "2026-10-30"))["reports"]
    documents = finish(document.of_number(recorder, number))
    assert finish(document.details(recorder, *next(iter(documents.items()))))["years"]
    for when in ("coming", "past", "undated", "all"):
        asked = directives.Asked(when=when, province="Ninh Bình")
        assert finish(directives.find(recorder, asked, "2024-06-01")), when
        assert finish(directives.find(recorder, directives.Asked(when=when), "2024-06-01")), when
    for sql, params in recorder.asked:
        for step in plan(db, sql, params):
            whole = re.match(
                r"SCAN (\w+)(?! USING (COVERING )?INDEX idx_reported_directives)", step
            )
            small = {"portals", "json_each", "wanted", "shown", "citing", "p", "own"}
            assert not whole or whole[1] in small, (sql, step)


def test_a_live_database_never_works_out_its_whole_view(sample_db: Path) -> None:
    live = sqlite3.connect(f"file:{sample_db}?mode=ro", uri=True)
    shown = search._SHOWN.format(rows="1, 2")
    for sql, params in ((article.ARTICLE, {"article": "x"}), (shown, {})):
        steps = plan(live, sql, params)
        assert not any("MATERIALIZE" in step or "AUTOMATIC" in step for step in steps), steps
        assert whole_articles(steps) == []
    live.close()


@pytest.mark.slow
def test_the_article_is_found_by_its_keys_alone(db: sqlite3.Connection) -> None:
    for sql in (article.ARTICLE, *article.PARTS.values()):
        for step in plan(db, sql, {"article": "x"}):
            assert step.startswith(("SEARCH", "USE TEMP", "CORRELATED")), step
    keys = {"kind": "quarter", "year": 2024, "value": 1, "portal": "x", "level": "province"}
    steps = plan(db, article.SAME_PERIOD, keys)
    assert any("SEARCH findable USING COVERING INDEX" in step for step in steps), steps
    assert not any(step.startswith("SCAN") and "near" not in step for step in steps), steps


def steps(db: sqlite3.Connection, work: Callable[[], Any]) -> int:
    """Return how many thousand steps of SQLite's machine some work takes."""
    taken = [0]

    def count() -> None:
        taken[0] += 1

    db.set_progress_handler(count, 1000)
    try:
        work()
    finally:
        db.set_progress_handler(None, 0)
    return taken[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", QUERIES)
def test_canned_queries_read_little(db: sqlite3.Connection, name: str) -> None:
    params = dict.fromkeys(QUERIES[name]["params"], "")
    taken = steps(db, lambda: db.execute(QUERIES[name]["sql"], params).fetchall())
    assert taken < ARTICLES / 10, f"{taken / ARTICLES:.2f} thousand steps an article"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "most"),
    [
        (Asked(q="hoi nghi"), 70),  # its facets are counted, too
        (Asked(q="đồng chí", level="province"), 60),
        (Asked(province="Ninh Bình"), 20),
        (Asked(), 42),
    ],
)
def test_a_search_takes_few_steps_an_article(
    db: sqlite3.Connection, big: Path, asked: Asked, most: int
) -> None:
    recorder = Recorder(db)
    recorder.is_mutable = False
    recorder.path = str(big)
    taken = steps(db, lambda: finish(search.find(recorder, asked)))
    assert taken < ARTICLES * most / 1000


@pytest.mark.slow
def test_the_generator_makes_the_same_articles_every_time(tmp_path: Path) -> None:
    texts = []
    for name in ("a", "b"):
        big_demo.build(tmp_path / f"{name}.db", 50)
        with sqlite3.connect(tmp_path / f"{name}.db") as one:
            texts.append(one.execute("SELECT * FROM articles ORDER BY id").fetchall())
        one.close()
    assert texts[0] == texts[1]
    assert "Hội nghị giao ban" in texts[0][0][3]
