"""Serve a database with Datasette, the way this site is meant to be.

    python -m output.datasette.serve [DB] [--host 127.0.0.1] [--port 8001] [--public]

A published copy is served immutable. Without DB: output/giaoban.db, else output/demo.db.
"""

from __future__ import annotations

import argparse
import os
import shlex
import socket
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

from output.condition import is_behind, is_published
from output.refusing import refuse

HERE = Path(__file__).resolve().parent
OUTPUT = HERE.parent

SETTINGS = {
    "suggest_facets": "off",  # 1.5 s on 200 000 rows
    "sql_time_limit_ms": "3000",
    "facet_time_limit_ms": "500",
    "default_page_size": "50",
    "default_facet_size": "12",
    "max_returned_rows": "5000",
    "truncate_cells_html": "300",
    "num_sql_threads": "4",
    "default_cache_ttl": "0",  # a newly published copy shows at once
}


def arguments(path: Path, host: str, port: int, is_public: bool = False) -> list[str]:
    """Return what to tell the `datasette` command to serve the database at `path`.

    `is_public` lets search engines read the articles.
    """
    metadata = "metadata-public.json" if is_public else "metadata.json"
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, value)]
    return [
        "serve",
        *(["-i", str(path)] if is_published(path) else [str(path)]),
        *("--metadata", str(HERE / metadata)),
        *("--template-dir", str(HERE / "templates")),
        *("--static", f"static:{HERE / 'static'}"),
        *settings,
        *("--host", host, "--port", str(port)),
    ]


def choose(given: Path | None) -> Path:
    """Return the database to serve; ends the program with one line when there is none."""
    if given is None:
        given = OUTPUT / "giaoban.db"
        demo = OUTPUT / "demo.db"
        if not given.exists():
            if not demo.exists():
                refuse("no database yet; `make demo` crawls the sample portals into one")
            print("No output/giaoban.db yet: showing the sample portals of output/demo.db.")
            given = demo
    if not given.is_file():
        refuse(f"no database at {given}")
    if unquote(str(given)) != str(given) or not {"?", "#"}.isdisjoint(str(given)):
        # Datasette makes an address of the path as it is.
        refuse(f"{given}: Datasette cannot open a path with ?, # or %20 in it; rename it")
    try:
        with closing(sqlite3.connect(f"{given.resolve().as_uri()}?mode=ro", uri=True)) as db:
            db.execute("SELECT 1 FROM giao_ban LIMIT 1")
            db.execute("SELECT 1 FROM articles_fts LIMIT 1")
    except sqlite3.Error as error:
        refuse(f"{given} is not a database of this program ({error})")
    if is_behind(given):
        cure = "publish it again" if is_published(given) else "the next crawl brings it up to date"
        print(f"{given} was made by an earlier version and lacks what is new: {cure}.")
    return given


def check_free(host: str, port: int) -> None:
    """End the program with one line when nothing can be served at this address."""
    if not 0 <= port <= 65535:
        refuse(f"cannot serve on port {port}: ports go from 0 to 65535")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except socket.gaierror as error:
        refuse(f"cannot serve on {host}: {error.strerror}")
    except OSError as error:
        why = os.strerror(error.errno or 0)
        refuse(f"cannot serve on {host}:{port}: {why}; choose another port with --port")


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m output.datasette.serve",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("database", nargs="?", type=Path, metavar="DB")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument(
        "--public", action="store_true", help="let search engines read the articles"
    )
    parser.add_argument("--show", action="store_true", help="print the datasette command and stop")
    given = parser.parse_args()
    command = arguments(choose(given.database), given.host, given.port, given.public)
    if given.show:
        print(shlex.join(["datasette", *command]))
        return
    check_free(given.host, given.port)
    # Slow to import, and not for --help.
    from datasette.cli import cli  # noqa: PLC0415  (Datasette starts only when it is served)
    from datasette.plugins import pm  # noqa: PLC0415  (Datasette starts only when it is served)

    from output.datasette.plugins import giao_ban  # noqa: PLC0415  (Datasette starts only when it is served)

    if not pm.is_registered(giao_ban):  # where the package is not installed
        pm.register(giao_ban, "giao_ban")
    cli.main(command, prog_name="datasette")


if __name__ == "__main__":
    main()
