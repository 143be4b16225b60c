"""Pure packages know nothing of Scrapy, the network, the clock or the database."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PURE = ("crawler/families", "crawler/extraction", "crawler/meetings")
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


def test_only_the_store_and_the_schema_write_the_database() -> None:
    words = ("INSERT ", "UPDATE ", "DELETE FROM", ".insert(", ".upsert(")
    readers = list((ROOT / "crawler").rglob("*.py"))
    for path in readers:
        text = path.read_text()
        assert not any(word in text for word in words if word != ".insert("), path
        assert "SELECT" not in text, path
