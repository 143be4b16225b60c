"""The command that serves: which database, how, and what it says when there is none."""

from __future__ import annotations

import asyncio
import html
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from output.datasette import serve
from output.publish import publish
from tests.output.datasette import sample
from tests.output.datasette.conftest import ROOT, Site

Refused = Callable[..., str]


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Refused:
    """What the command says that ends before it serves."""

    def run(*args: str | Path) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["serve", *map(str, args)])
            with pytest.raises(SystemExit) as ended:
                serve.main()
        assert ended.value.code == 2
        stderr = capsys.readouterr().err
        assert stderr.startswith("error: ")
        return stderr.removeprefix("error: ").strip()

    return run


def test_a_published_copy_is_served_immutable(
    sample_db: Path,
    published_db: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path, command in ((published_db, f"-i {published_db}"), (sample_db, f"serve {sample_db}")):
        monkeypatch.setattr(sys, "argv", ["serve", str(path), "--show"])
        serve.main()
        assert command in capsys.readouterr().out


def test_the_command_serves_the_site(
    published_db: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: dict[str, Any] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **given: ran.update(given, app=app))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    monkeypatch.setattr(sys, "argv", ["serve", str(published_db), "--port", str(port)])
    with pytest.raises(SystemExit) as ended:
        serve.main()
    assert (ended.value.code, capsys.readouterr().err) == (0, "")
    assert (ran["host"], ran["port"], ran["workers"]) == ("127.0.0.1", port, 1)

    async def home() -> httpx.Response:
        transport = httpx.ASGITransport(app=ran["app"])
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/")

    page = asyncio.run(home())
    assert page.status_code == 200 and page.text.count("<li><article>") == 20


def test_no_database_is_one_clear_line(refused: Refused, tmp_path: Path) -> None:
    assert re.fullmatch(r"no database at .*", refused(tmp_path / "khong-co.db"))
    other = tmp_path / "khac.db"
    other.write_text("")
    assert "not a database of this program" in refused(other)


@pytest.mark.slow
def test_a_file_may_have_any_ordinary_name(
    refused: Refused, published_db: Path, tmp_path: Path
) -> None:
    path = tmp_path / "bản sao 1.2 của tôi, 100%.db"
    path.write_bytes(published_db.read_bytes())
    site = Site(path)
    try:
        home = site.get("/").text
        (article,) = re.findall(r'<li><article>.*?href="([^"]*)"', home, re.DOTALL)[:1]
        (feed,) = re.findall(r'href="([^"]*latest.atom[^"]*)"', home)[:1]
        (data,) = re.findall(r'<a href="([^"]*)">Dữ liệu', home)[:1]
        for place in (article, html.unescape(feed), data, f"{data}/search.csv?q=giao+ban"):
            assert site.get(place).status == 200, place
        entry = re.search(rf'href="{site.base}(/[^"]*/articles/[^"]*)"', site.get(feed).text)
        assert entry and site.get(entry[1]).status == 200
    finally:
        site.stop()
    for name in ("a?b.db", "a#b.db", "a%20b.db"):
        odd = path.rename(tmp_path / name)
        assert "rename it" in refused(odd)
        odd.rename(path)


def test_a_taken_port_is_one_clear_line(refused: Refused, sample_db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        message = refused(sample_db, "--port", str(port))
    assert re.fullmatch(rf"cannot serve on 127.0.0.1:{port}: Address .*--port", message)
    assert "65535" in refused(sample_db, "--port", "70000")


def test_the_command_is_a_program_that_ends_with_one_line(sample_db: Path) -> None:
    command = [sys.executable, "-m", "output.datasette.serve", str(sample_db)]
    command += ["--host", "khong-co.invalid"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert re.fullmatch(r"error: cannot serve on khong-co\.invalid: .*\n", done.stderr)


def test_without_a_name_the_demo_is_shown(
    tmp_path: Path,
    sample_db: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(serve, "OUTPUT", tmp_path)
    with pytest.raises(SystemExit):
        serve.choose(None)
    assert "make demo" in capsys.readouterr().err
    (tmp_path / "demo.db").write_bytes(sample_db.read_bytes())
    assert serve.choose(None) == tmp_path / "demo.db"
    assert "demo.db" in capsys.readouterr().out
    (tmp_path / "giaoban.db").write_bytes(sample_db.read_bytes())
    assert serve.choose(None) == tmp_path / "giaoban.db"


@pytest.mark.slow
def test_a_new_copy_shows_without_a_restart(tmp_path: Path) -> None:
    source = sample.build(tmp_path / "song.db")
    target = tmp_path / "ban-moi.db"
    publish(source, target)
    site = Site(target)
    try:
        assert "Bài vừa thêm" not in site.get("/").text
        before = site.get(f"/{site.name}").text
        db = sqlite3.connect(source)
        with db:
            db.execute(
                "UPDATE articles SET title = 'Bài vừa thêm', published_at = '2026-10-01' "
                "WHERE id = ?",
                [sample.ident("bare")],
            )
        db.close()
        publish(source, target)
        assert "Bài vừa thêm" in site.get("/").text
        assert "Bài vừa thêm" in site.get("/tim?q=bai+vua+them").text
        assert site.get(f"/{site.name}").text == before
    finally:
        site.stop()
