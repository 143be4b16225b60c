"""Commands are forks that know nothing of the tests."""

from __future__ import annotations

import json
import logging
import os
import stat
import sys
import time
import warnings
from pathlib import Path

import pytest

from crawler import clock
from tests import forked
from tests.conftest import FIRST_NIGHT
from tests.forked import Command, waiting

LEFT: list[str] = []  # what a test leaves behind


def files() -> list[tuple[int, int]]:
    """Return which files, pipes and sockets this process has open beyond the standard ones."""
    opened = []
    for number in range(3, 256):
        try:
            status = os.fstat(number)
        except OSError:
            continue
        if not stat.S_ISCHR(status.st_mode):
            opened.append((status.st_dev, status.st_ino))
    return opened


def look(args: list[str]) -> None:
    """Print what a command may have got from whoever started it."""
    seen = {
        "args": args,
        "environment": dict(os.environ),
        "files": files(),
        "input": stat.S_ISCHR(os.fstat(0).st_mode),
        "left": LEFT,
        "logs": len(logging.getLogger().handlers),
        "now": clock.now(),
        "warnings": [entry[0] for entry in warnings.filters if entry[0] == "error"],
    }
    print(json.dumps(seen))
    print("đã xem", file=sys.stderr)
    sys.exit(3)


def sleep(args: list[str]) -> None:
    """Be under way until somebody ends it."""
    print("bắt đầu", file=sys.stderr)
    for _ in range(forked.HANG * 20):
        time.sleep(0.05)  # one long sleep is not woken by a signal that comes just before it


def sleeper(folder: Path) -> Command:
    """Return a command that has begun to sleep."""
    command = Command([], {}, folder, FIRST_NIGHT, sleep)
    while not command.stderr():
        assert command.running
    return command


def test_it_has_what_it_was_given_and_nothing_of_the_tests(tmp_path: Path) -> None:
    LEFT.append("bài thử trước")
    done = Command(["xem"], {"A": "b"}, tmp_path, FIRST_NIGHT, look).wait()
    LEFT.clear()
    assert (done.returncode, done.stderr) == (3, "đã xem\n")
    seen = json.loads(done.stdout)
    assert not {*files()} & {tuple(file) for file in seen.pop("files")}
    assert seen == {
        "args": ["scrapy", "xem"],
        "environment": {"A": "b"},
        "input": True,
        "left": [],
        "logs": 0,
        "now": "2026-11-21T02:00:00+07:00",
        "warnings": [],
    }


def test_it_is_killed_and_interrupted(tmp_path: Path) -> None:
    command = sleeper(tmp_path)
    command.kill()
    assert not command.running and command.wait().returncode == -9
    command = sleeper(tmp_path)
    command.interrupt()
    done = command.wait()
    assert done.returncode == 1 and "KeyboardInterrupt" in done.stderr
    command.interrupt()  # nobody is there any more


def test_a_command_that_hangs_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = sleeper(tmp_path)
    monkeypatch.setattr(forked, "HANG", 0)
    with pytest.raises(AssertionError, match=r"hangs:\nbắt đầu"):
        command.wait()
    assert not command.running


def test_commands_end_with_who_started_them(tmp_path: Path) -> None:
    with waiting():
        command = sleeper(tmp_path)
    with pytest.raises(EOFError):
        command.wait()
    with pytest.raises(ProcessLookupError):
        os.kill(command._pid, 0)
