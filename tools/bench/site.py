"""`make bench-site`: what each kind of page costs on the big demo; prints the table of the docs.

CPU milliseconds of the whole process for a page, from the request to the last byte, without a
network: the first request of the kind, then the least of five. The pages are asked for in one
process, one after another, so what the first of them loads helps the later ones.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from datasette.app import Datasette
from datasette.plugins import pm

from output.datasette import slugs
from output.datasette.canned import QUERIES
from output.datasette.plugins import giao_ban
from output.datasette.serve import HERE, SETTINGS

BIG = Path(__file__).parents[2] / "output" / "big-demo.db"
REPEATS = 5
Pages = dict[str, str]


def addresses(path: Path) -> Pages:
    """Return what is asked for: a name for each address; the busiest person, number, portal."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:

        def busiest(table: str, column: str) -> str:
            sql = f"SELECT {column} FROM {table} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"
            return str(db.execute(sql).fetchone()[0])

        chair = busiest("chairs", "name")
        number = busiest("citations", "number")
        portal = busiest("articles", "portal")
        sql = "SELECT province_now FROM giao_ban AS g WHERE instr(chairs, ?) GROUP BY 1 LIMIT 1"
        (home,) = db.execute(sql, [f"{chair} "]).fetchone()
        (article,) = db.execute("SELECT id FROM articles ORDER BY rowid DESC LIMIT 1").fetchone()
    name = path.stem

    def search(**params: str) -> str:
        return f"/tim?{urlencode(params)}"

    return {
        "home": "/",
        "article": f"/{name}/articles/{article}",
        "table with five facets": f"/{name}/giao_ban",
        "table, by province": f"/{name}/giao_ban?province_now=Hu%E1%BA%BF",
        "table, by level": f"/{name}/giao_ban?level=province",
        "search, every article has the words": search(q="hội nghị giao ban"),
        "search, many have them": search(q="nông thôn mới"),
        "search, few have them": search(q="12-CT/TW đồng chí"),
        "search, and a province": search(q="nông thôn", province="Huế"),
        "search, and a level": search(q="nông thôn", level="province"),
        "search, and a year": search(q="nông thôn", year="2024"),
        "search, and a period": search(q="nông thôn", period="quarter-1"),
        "search, and a chair": search(q="giao ban", chair=chair),
        "search, and a document": search(q="giao ban", document=number),
        "search, and a portal": search(q="giao ban", portal=portal),
        "search, and a month": search(q="giao ban", month="2024-05"),
        "search, of a province": search(province="Lai Châu"),
        "search, nothing found": search(q="khongco", province="Huế", level="central", year="1999"),
        "person": f"/nguoi/{slugs.segment(chair)}/{slugs.slug(home)}",
        "namesakes": f"/nguoi/{slugs.segment(chair)}",
        "province": "/tinh/hue",
        "two provinces": f"/so-sanh?{urlencode({'a': 'Huế', 'b': 'Lai Châu'})}",
        "document": f"/van-ban/{slugs.segment(number)}",
        "portal": f"/cong/{quote(portal)}",
        "directives": "/chi-dao",
        "directives, of a province": f"/chi-dao?{urlencode({'province': 'Huế'})}",
        "directives, of an addressee": f"/chi-dao?{urlencode({'addressee': 'so tai chinh'})}",
        "health": "/suc-khoe",
        "what is missing": "/con-thieu",
        **{f"question {query}": f"/{name}/{query}" for query in QUERIES},
    }


async def measure(path: Path) -> None:
    """Print a line a page: its first and its least CPU milliseconds, and its kilobytes."""
    if not pm.is_registered(giao_ban):  # where the package is not installed
        pm.register(giao_ban, "giao_ban")
    settings: dict[str, Any] = {
        name: int(value) if value.isdigit() else value == "on" for name, value in SETTINGS.items()
    }
    site = Datasette(
        [], immutables=[str(path)], template_dir=str(HERE / "templates"), settings=settings
    )
    await site.invoke_startup()

    async def ask(address: str) -> tuple[float, int]:
        began = time.process_time()
        answer = await site.client.get(address, follow_redirects=True)
        taken = (time.process_time() - began) * 1000
        assert answer.status_code == 200, (address, answer.status_code)
        return taken, len(answer.content)

    await site.client.get("/robots.txt")  # the start of the server is no page's
    print("| page | first | then | kB |\n|---|---|---|---|")
    for name, address in addresses(path).items():
        first, size = await ask(address)
        least = min([(await ask(address))[0] for _ in range(REPEATS)])
        print(f"| {name} | {first:.0f} | {least:.0f} | {size / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else BIG
    if not given.is_file():
        sys.exit(f"No {given}: make big-demo writes it.")
    asyncio.run(measure(given))
