"""`make bench-extraction`: this project and five other extractors on the frozen pages.

The others live in an environment of their own (`tests/extraction/.bench/`), made when missing from
`bench-requirements.txt`. Writes the table of `docs/extraction.md`.
"""

from __future__ import annotations

import json
import platform
import re
import subprocess
import sys
import time
import venv
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from crawler.extraction import VERSION, extract
from crawler.items import Article, Page
from tests.extraction.frozen import PAGES, load
from tests.extraction.score import Answer, Scores, score

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
DOCS = ROOT / "docs" / "extraction.md"
ENVIRONMENT = HERE / ".bench"
REQUIREMENTS = HERE / "bench-requirements.txt"
_TABLE = re.compile(r"(<!-- bench -->\n).*?(<!-- /bench -->)", re.DOTALL)


def our_answer(body: bytes) -> Answer:
    """What this project reads, without the page's address."""
    return answer(extract(Page(url=None, body=body)))


def answer(article: Article) -> Answer:
    """An article as it is scored."""
    text = "\n".join(t for t in (article.sapo, (article.body or "").replace("\n\n", "\n")) if t)
    return Answer(text, article.title, article.sapo, article.published_at, article.author)


def main() -> int:
    pages = load()
    for _, body, _ in pages[:5]:
        our_answer(body)
    start = time.process_time()
    ours = [our_answer(body) for _, body, _ in pages]
    spent = (time.process_time() - start) / len(pages) * 1000
    rows = [
        _row(f"**this project** (version {VERSION})",
             score([(b, s, a) for (_, b, s), a in zip(pages, ours, strict=True)]), spent)
    ]  # fmt: skip
    answers = _others([str(PAGES / name) for name, _, _ in pages])
    for name, others in answers.items():
        got = [Answer(**a) for a in others["answers"]]
        triples = [(b, s, a) for (_, b, s), a in zip(pages, got, strict=True)]
        rows.append(_row(name, score(triples, kept_sapo=True), others["ms"]))
    table = "\n".join(
        [
            f"{len(pages)} pages, {date.today():%d %B %Y}, Python {platform.python_version()}, "
            f"trafilatura {version('trafilatura')} within this project. CPU milliseconds a page.",
            "",
            "| | F1 | furniture-free | captions, byline out | sapo | paragraphs exact | title | date | author | ms |",  # noqa: E501
            "|---|---|---|---|---|---|---|---|---|---|",
            *rows,
        ]
    )
    print(table)
    text = DOCS.read_text("utf-8")
    DOCS.write_text(_TABLE.sub(lambda m: f"{m[1]}{table}\n{m[2]}", text), "utf-8")
    return 0


def _row(name: str, s: Scores, ms: float) -> str:
    figures = (s.f1, s.furniture_free, s.captions_byline_out, s.sapo, s.paragraphs, s.title,
               s.date, s.author)  # fmt: skip
    return f"| {name} | " + " | ".join(f"{f:.3f}" for f in figures) + f" | {ms:.1f} |"


def _others(files: list[str]) -> dict[str, dict[str, Any]]:
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "-q"]
        subprocess.run([*pip, "-U", "pip"], check=True)  # pip 23 trips over an extra's name
        subprocess.run([*pip, "-r", str(REQUIREMENTS)], check=True)
    done = subprocess.run(
        [python, HERE / "competitors.py"],
        input=json.dumps(files), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answers: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return answers


if __name__ == "__main__":
    sys.exit(main())
