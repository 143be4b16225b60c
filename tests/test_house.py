"""The house, drawn from its imports: who may know whom."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import mean

from tests.forked import ROOT
from tests.tables import table

HOUSE = ("crawler", "output", "spiders")
# What reads pages depends on the page alone.
PURE = ("crawler/vietnamese", "crawler/families", "crawler/extraction", "crawler/meetings")
IMPURE = {
    *("scrapy", "twisted", "requests", "urllib.request", "http", "socket", "asyncio", "httpx"),
    *("sqlite3", "sqlite_utils", "time", "crawler.clock", "output"),
}
# Only these rooms know the machine that fetches.
SCRAPY_ROOMS = tuple(
    f"crawler/{room}/" for room in ("portals", "pipelines", "middlewares", "extensions", "commands")
)
FETCHERS = {"scrapy", "twisted"}
# The schema, the store, what it does for archives, merging; a copy for readers, its summaries.
_STORE = {"store.py", "pages_seen.py", "landing.py", "archived.py"}
WRITERS = {*_STORE, "schema.py", "publish.py", "summaries.py"} | {
    f"merge_{rules}.py" for rules in ("articles", "history", "sql")
}
_WRITES = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b"
    r"|\)\.(?:insert|insert_all|upsert|upsert_all|update)\("
)


@cache
def modules(*folders: str) -> dict[str, Path]:
    """Return the modules below folders by their names."""
    paths = {}
    for path in sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        paths[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return paths


@cache
def source(path: Path) -> str:
    """Return the text of a module."""
    return path.read_text("utf-8")


def statements(path: Path) -> Iterator[ast.AST]:
    """Yield every statement of a module, those inside others too."""
    left: list[ast.AST] = [ast.parse(source(path))]
    while left:
        yield (node := left.pop())
        for part in ("body", "orelse", "finalbody", "handlers", "cases"):
            left += getattr(node, part, ())


@cache
def imports(path: Path) -> frozenset[str]:
    """Return every name a module imports, anywhere in it, as `package.module.name`."""
    names = set()
    for node in statements(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(names)


@cache
def drawn() -> dict[str, set[str]]:
    """Return the house: each module with the modules of the house that it imports."""
    known = modules(*HOUSE)
    house = {}
    for name, path in known.items():
        wanted = set()
        for imported in imports(path):
            target = imported if imported in known else imported.rpartition(".")[0]
            if target in known and target != name:
                wanted.add(target)
        house[name] = wanted
    return house


def circle(graph: Mapping[str, Iterable[str]]) -> list[str]:
    """Return a circle in a graph, empty when there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        cycle: list[str] = error.args[1]
        return cycle
    return []


def knows(path: Path, strangers: Iterable[str]) -> set[str]:
    """Return which of the strangers a module imports."""
    return {s for s in strangers for i in imports(path) if i == s or i.startswith(f"{s}.")}


def test_no_circle_of_modules() -> None:
    assert circle(drawn()) == []


def test_a_circle_would_be_seen() -> None:
    assert circle({"a": ["b"], "b": ["c"], "c": ["a"]})
    assert not circle({"a": ["b", "c"], "b": ["c"]})


@table("depth", [2, 3, 4])
def test_no_circle_of_packages(depth: int) -> None:
    """Packages and the modules beside them, at each depth; a package holds all that is below it."""
    tops = {*HOUSE}
    rooms: dict[str, set[str]] = defaultdict(set)
    for name, wanted in drawn().items():
        room = ".".join(name.split(".")[:depth])
        rooms[room] |= {".".join(other.split(".")[:depth]) for other in wanted - tops} - {room}
    assert circle(rooms) == []


@table("name", modules(*PURE))
def test_a_pure_module_depends_on_what_it_is_given(name: str) -> None:
    path = modules(*PURE)[name]
    assert knows(path, IMPURE) == set()
    assert re.findall(r"\bdate\.today\b|time\.utcnow\b|\bdatetime\.now\b", source(path)) == []


def test_only_thin_components_know_what_fetches() -> None:
    knowing = {
        str(path.relative_to(ROOT))
        for path in modules("crawler", "output").values()
        if knows(path, FETCHERS)
    }
    assert {path for path in knowing if not path.startswith(SCRAPY_ROOMS)} == set()


def test_understanding_a_page_loads_no_scrapy() -> None:
    code = "import sys, crawler.understand; print([m for m in sys.modules if 'scrapy' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_only_the_store_writes_the_database_and_publishing_its_copy() -> None:
    writing = {path.name for path in modules(*HOUSE).values() if _WRITES.search(source(path))}
    assert writing == WRITERS


def test_sql_lives_in_output() -> None:
    for path in modules("crawler", "spiders").values():
        assert not re.search(r"\bSELECT\b.*\bFROM\b", source(path), re.DOTALL), path


def test_only_the_clock_knows_the_time() -> None:
    asking = {
        str(path.relative_to(ROOT))
        for path in modules("crawler", "spiders").values()
        if re.search(r"\b(?:datetime\.now|date\.today|time\.time)\(", source(path))
    }
    assert asking == {"crawler/clock.py"}


def complexities() -> dict[str, list[int]]:
    """Return the cyclomatic complexity of every function, as ruff counts it, by module."""
    command = [sys.executable, "-m", "ruff", "check", *HOUSE, "tools", "--select=C901"]
    every = ("--config=lint.mccabe.max-complexity=0", "--ignore-noqa")
    options = ("--output-format=json", "--exit-zero", "--no-cache")
    done = subprocess.run(
        [*command, *every, *options], cwd=ROOT, capture_output=True, text=True, check=True
    )
    counts: dict[str, list[int]] = defaultdict(list)
    for one in json.loads(done.stdout):
        counted = re.search(r"\((\d+) > 0\)", one["message"])
        assert counted, one["message"]
        counts[str(Path(one["filename"]).relative_to(ROOT))].append(int(counted[1]))
    return counts


def test_functions_are_simple() -> None:
    by_module = complexities()
    assert {path: most for path, counts in by_module.items() if (most := max(counts)) > 12} == {}
    others = [n for path, ns in by_module.items() if "/extraction/" not in path for n in ns]
    assert len(others) > 1000
    assert mean(others) <= 4
