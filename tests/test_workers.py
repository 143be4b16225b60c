"""Tests in several processes are told as tests in one: all of them, once, with what they print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.forked import HANG, ROOT

OPTIONS = ("-n", "2", "-rs", "-p", "no:xdist", "-p", "no:cacheprovider")
CONFTEST = """
import pytest
from tests import workers

pytest_addoption = workers.add_option


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    workers.run(session, lambda: None, lambda item: False)
    return True


@pytest.fixture(scope="module")
def opened(request, tmp_path_factory):
    log = tmp_path_factory.getbasetemp() / "log"
    with log.open("a") as file:
        file.write(f"open {request.module.__name__}\\n")
    yield log
    with log.open("a") as file:
        file.write(f"close {request.module.__name__}\\n")
"""
PASSES = "def test_{n}(opened): pass\n"
MIXED = """
import os, pytest

def test_fails(opened):
    print("in the words of the test")
    assert 1 == 2

def test_skips(opened):
    pytest.skip("for its reason")

def test_passes(opened): pass
"""
DIES = "import os\ndef test_dies(): os._exit(3)\n"


def run(folder: Path, **files: str) -> str:
    """Run files in two processes; return what is printed and whether it is a failure."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "pytest.ini").write_text("[pytest]")  # the folder is the root, not this project
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *OPTIONS, f"--basetemp={folder / 'temp'}", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_every_test_is_told_once_whatever_becomes_of_it(tmp_path: Path) -> None:
    many = {f"test_many_{m}": "".join(PASSES.format(n=n) for n in range(5)) for m in range(4)}
    said = run(tmp_path, test_mixed=MIXED, test_dies=DIES, **many)
    assert "2 failed, 21 passed, 1 skipped" in said
    assert "in the words of the test" in said and "assert 1 == 2" in said
    assert "for its reason" in said
    assert "test_dies: the process that ran it died" in said
    log = (tmp_path / "temp" / "log").read_text().split("\n")
    for name in (*many, "test_mixed"):  # one process has the whole file and one fixture for it
        assert log.count(f"open {name}") == log.count(f"close {name}") == 1
