"""Take the README's pictures: home, search and an article, in a real browser.

    python -m tests.output.datasette.screenshots [DB]

Without DB: output/demo.db, else the tests' own sample.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.output.datasette import sample
from tests.output.datasette.conftest import CHROMIUM_ARGS, ROOT, Site, chromium

FOLDER = ROOT / "docs" / "images"
LARGEST = 250_000  # bytes
# The article of which most was read, and whose text is long enough to fill the picture.
BEST = """
    SELECT a.id FROM articles AS a JOIN chairs AS c ON c.article = a.id
    WHERE length(a.body) > 600
    GROUP BY a.id
    ORDER BY (SELECT count(*) FROM revisions AS r WHERE r.article = a.id) > 0 DESC,
        (SELECT count(*) FROM evidence AS e WHERE e.article = a.id) DESC, a.id LIMIT 1
"""


def main(given: str | None = None) -> None:
    """Serve the database, take the pictures, say how large they are."""
    path = chromium()
    if path is None:
        sys.exit("No Chromium on this machine: set CHROMIUM to one.")
    with tempfile.TemporaryDirectory() as folder:
        demo = ROOT / "output" / "demo.db"
        database = Path(given) if given else demo
        if not database.exists():
            database = sample.build(Path(folder) / "mau.db")
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as db:
            (ident,) = db.execute(BEST).fetchone()
        site = Site(database.resolve())
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
                take(browser, site, ident)
                browser.close()
        finally:
            site.stop()


def take(browser: Any, site: Site, ident: str) -> None:
    """Write the pictures; the article's is dark, as half the readers see it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, path, tall, scheme in (
        ("home", "/", 1500, "light"),
        ("search", "/tim?q=hoi+nghi+giao+ban+quy+i", 860, "light"),
        ("article", f"/{site.name}/articles/{ident}", 860, "dark"),
    ):
        page = browser.new_page(viewport={"width": 1120, "height": tall}, color_scheme=scheme)
        page.goto(site.base + path)
        target = FOLDER / f"{name}.png"
        page.screenshot(path=target)
        with Image.open(target) as whole:  # few colours are enough for text and lines
            whole.convert("RGB").quantize(128).save(target, optimize=True)
        size = target.stat().st_size
        print(f"{target.relative_to(ROOT)}: {size / 1000:.0f} kB")
        if size > LARGEST:
            sys.exit(f"{target.name} is larger than {LARGEST / 1000:.0f} kB")


if __name__ == "__main__":
    main(*sys.argv[1:2])
