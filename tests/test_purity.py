"""Pure packages know nothing of Scrapy, the network, the clock or the database."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PURE = ("crawler/families", "crawler/extraction", "crawler/meetings", "crawler/vietnamese")
FORBIDDEN = {
    *("scrapy", "twisted", "requests", "urllib.request", "http", "socket", "asyncio", "httpx"),
    *("sqlite3", "sqlite_utils", "time", "crawler.clock", "output"),
}
MODULES = [path for folder in PURE for path in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_pure_module_imports_nothing_impure(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert not any(name == bad or name.startswith(f"{bad}.") for bad in FORBIDDEN), name
        if isinstance(node, ast.Attribute):
            asked = ast.unparse(node)
            assert not asked.endswith(("date.today", "time.utcnow", "datetime.now")), asked


def test_understanding_a_page_loads_no_scrapy() -> None:
    code = "import sys, crawler.understand; print([m for m in sys.modules if 'scrapy' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


WRITERS = {"store.py", "schema.py", "archived.py", "publish.py"}
_WRITES = re.compile(
    r"\b(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b"
    r"|\)\.(?:insert|insert_all|upsert|upsert_all|update)\("
)


def test_only_the_store_writes_the_database_and_publishing_its_copy() -> None:
    modules = [*(ROOT / "crawler").rglob("*.py"), *(ROOT / "output").rglob("*.py")]
    writing = {path.name for path in modules if _WRITES.search(path.read_text())}
    assert writing - {p for p in writing if p.startswith("big_demo")} == WRITERS


def test_sql_lives_in_output() -> None:
    for path in (ROOT / "crawler").rglob("*.py"):
        assert not re.search(r"\bSELECT\b.*\bFROM\b", path.read_text(), re.DOTALL), path
