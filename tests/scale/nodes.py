"""Scrapyd nodes on loopback, each in a folder of its own, as docs/scale.md sets them up."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import ProxyHandler, build_opener

from tests.forked import HANG, ROOT

PACKED = ("crawler", "spiders", "output", "pyproject.toml", "scrapy.cfg", "README.md", "LICENSE")
_open = build_opener(ProxyHandler({})).open


def build_egg(programs: Path, folder: Path) -> Path:
    """Pack the project as `scrapyd-deploy` does, from a copy: it leaves things behind."""
    copy = folder / "project"
    copy.mkdir()
    for name in PACKED:
        here = ROOT / name
        if here.is_dir():
            leave = shutil.ignore_patterns("*.db*", "captures", "__pycache__")
            shutil.copytree(here, copy / name, ignore=leave)
        else:
            shutil.copy(here, copy / name)
    egg = folder / "giaoban.egg"
    command = [str(programs / "scrapyd-deploy"), "--build-egg", str(egg)]
    subprocess.run(command, cwd=copy, check=True, capture_output=True, timeout=HANG)
    return egg


class Node:
    """A Scrapyd in `folder`; `env` leads its crawls to the sample portals."""

    def __init__(self, programs: Path, folder: Path, env: Mapping[str, str]) -> None:
        self.programs, self.folder, self.env = programs, folder, dict(env)
        self.database = folder / "output" / "giaoban.db"
        folder.mkdir()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        configuration = (ROOT / "deploy" / "scrapyd" / "scrapyd.conf").read_text()
        (folder / "scrapyd.conf").write_text(configuration.replace("6800", str(self.port)))
        self.server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with (self.folder / "server.log").open("ab") as log:
            self.server = subprocess.Popen(
                [self.programs / "scrapyd"],
                cwd=self.folder,
                env=os.environ | self.env,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        for _ in range(HANG * 10):
            try:
                self.ask("daemonstatus.json")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "server.log").read_text())

    def kill(self) -> None:
        """End it and its crawls as a power cut does."""
        if self.server is not None:
            os.killpg(self.server.pid, signal.SIGKILL)
            self.server.wait()
            self.server = None

    def ask(self, service: str, **arguments: Any) -> dict[str, Any]:
        """Ask its web service; arguments make it a POST."""
        body = urlencode(arguments, doseq=True).encode() if arguments else None
        with _open(f"http://127.0.0.1:{self.port}/{service}", body, HANG) as answer:
            reply: dict[str, Any] = json.loads(answer.read())
        assert reply["status"] == "ok", reply
        return reply

    def deploy(self, egg: Path) -> None:
        """Give it the project."""
        target = self.folder / "target"
        target.mkdir()
        (target / "scrapy.cfg").write_text(
            "[settings]\ndefault = crawler.settings\n"
            f"[deploy]\nurl = http://127.0.0.1:{self.port}/\nproject = giaoban\n"
        )
        command = [str(self.programs / "scrapyd-deploy"), "--egg", str(egg)]
        subprocess.run(command, cwd=target, check=True, capture_output=True, timeout=HANG)

    def crawl(self, *portals: str, settings: list[str]) -> None:
        """Put portals into its queue."""
        for portal in portals:
            self.ask("schedule.json", project="giaoban", spider=portal, setting=settings)

    def wait(self) -> None:
        """Wait until nothing is left to do."""
        for _ in range(HANG * 5):
            status = self.ask("daemonstatus.json")
            if not status["pending"] and not status["running"]:
                return
            time.sleep(0.2)
        raise AssertionError("the crawls do not end")


@contextmanager
def running(*nodes: Node) -> Iterator[None]:
    """Run nodes as long as the context."""
    try:
        for node in nodes:
            node.start()
        yield
    finally:
        for node in nodes:
            node.kill()
