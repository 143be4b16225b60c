"""No text makes a rule run over it again and again: every pattern is linear or bounded.

Each pattern meets 25 kB (`make soak`: 100 kB) of its own near-misses: words drawn from the pattern
itself, cut short or gone wrong, repeated. Four times the text may take a few times as long, never
sixteen times; whatever takes next to nothing is right as it is. CPU time of this process is
compared with itself, so a busy machine changes nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import crawler.meetings
import crawler.vietnamese
from crawler.items import Article
from crawler.meetings import read
from crawler.meetings.document import Document
from tests.conftest import SOAK
from tests.tables import table

_LONG = 100_000 if SOAK else 25_000
_NOTHING = 0.25  # CPU seconds on so much text; a quadratic rule takes seconds to minutes
_MOST = 5.0  # CPU seconds until a run is ended
_LINEAR = 8  # times as long for four times the text

# What its rule searches in so many characters only.
_BOUNDED = {
    "crawler.meetings.convenor._TAIL": 150,
    "crawler.meetings.directives.speaker._ADVERBS": 700,
    "crawler.meetings.directives.speaker._NO_PART": 600,
    "crawler.meetings.selection._ASKED": 90,
}


def _patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Yield every pattern of the rules: its name, itself, and whether it is tried only at once.

    One that its module only matches (never searches) begins where the rule says.
    """
    seen: set[str] = set()
    for package in (crawler.meetings, crawler.vietnamese):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            loaded = importlib.import_module(module.name)
            source = Path(str(loaded.__file__)).read_text("utf-8")
            for name, pattern in vars(loaded).items():
                if isinstance(pattern, re.Pattern) and pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    uses = set(re.findall(rf"\b{name}\.(\w+)\(", source))
                    anchored = bool(uses) and uses <= {"match", "fullmatch"}
                    yield f"{module.name}.{name}", pattern, anchored


def _specimen(tree: Any, chance: random.Random) -> str:
    """Return a text that a parsed pattern might match, lookarounds left to luck."""
    made = ""
    for operation, value in tree:
        kind = str(operation)
        if kind == "LITERAL":
            made += chr(value)
        elif kind == "IN":
            made += _one_of(value, chance)
        elif kind == "BRANCH":
            made += _specimen(chance.choice(value[1]), chance)
        elif kind == "SUBPATTERN":
            made += _specimen(value[3], chance)
        elif kind == "ATOMIC_GROUP":
            made += _specimen(value, chance)
        elif kind.endswith("REPEAT"):
            least, most, part = int(value[0]), min(int(value[1]), 40), value[2]
            for _ in range(min(most, least + chance.randrange(3))):
                made += _specimen(part, chance)
        elif kind in {"ANY", "NOT_LITERAL"}:
            made += "a"
    return made


def _one_of(choices: Any, chance: random.Random) -> str:
    operation, value = chance.choice(choices)
    if str(operation) == "LITERAL":
        return chr(value)
    if str(operation) == "RANGE":
        return chr(chance.randint(*value))
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(value), "a")


def _near_misses(pattern: re.Pattern[str], seed: str) -> list[str]:
    chance = random.Random(seed)
    tree = _parser.parse(pattern.pattern, pattern.flags)
    units = []
    for _ in range(3):
        whole = _specimen(tree, chance) or "a"
        units += [whole[:-1] or whole, whole, whole[: max(1, len(whole) // 2)] + " "]
    return units if SOAK else units[:1]


def _text(unit: str, length: int) -> str:
    """Return `unit` over and over, as rules meet it: in a document's view."""
    repeated = (unit * (length // len(unit) + 1))[:length]
    return Document(Article(body=repeated)).low


class _TooLong(Exception):
    """The CPU seconds a piece of work may take are over."""


def _stop(*_: object) -> None:
    raise _TooLong


def _seconds(work: Callable[[], object], most: float) -> float:
    """Return the CPU seconds `work` takes; what takes more than `most` is ended."""
    known = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    began = time.process_time()
    try:
        work()
    except _TooLong:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, known)
    return time.process_time() - began


def _is_linear(run: Callable[[int], object]) -> bool:
    """Tell whether `run` takes next to nothing, or not much more than in proportion.

    A neighbour on the same core can make one measure false, not three.
    """
    return any(_looks_linear(run) for _ in range(3))


def _looks_linear(run: Callable[[int], object]) -> bool:
    whole = _seconds(lambda: run(_LONG), _MOST)
    if whole <= _NOTHING:
        return True
    return whole < _MOST and whole <= _LINEAR * _seconds(lambda: run(_LONG // 4), _MOST)


@table("name, pattern, anchored", _patterns)
def test_a_pattern_is_linear(name: str, pattern: re.Pattern[str], anchored: bool) -> None:
    for unit in _near_misses(pattern, name):

        def run(length: int, unit: str = unit) -> object:
            text = _text(unit, min(length, _BOUNDED.get(name, length)))
            if anchored:
                return pattern.match(text), pattern.fullmatch(text)
            return sum(1 for _ in pattern.finditer(text))

        assert _is_linear(run), f"{name} on {unit!r} repeated"


# What has been slow once, and the same kinds.
HOSTILE = [
    "tại Trung tâm ", "9", ".", "tổng kết về ", "Nguyễn Văn A, ", "1. ", "Thành ủy ", "(", "; ",
    "đồng chí Nguyễn Văn A, Bí thư, ", "Chủ tịch UBND huyện yêu cầu ", "đề nghị các xã ", "cần ",
    "giao ban. ", "ngày 1/1 ", "12-NQ/TW, ", "được phân công ", " ", "\n\n", "cùng nhau ",
]  # fmt: skip
EVENT = "Sáng 5/6/2024, UBND huyện họp giao ban. Ông Lò Văn Bình, Chủ tịch UBND huyện chủ trì. "


READINGS = [
    (unit, field)
    for number, unit in enumerate(HOSTILE)
    for place, field in enumerate(("title", "sapo", "body"))
    if SOAK or number % 3 == place
]


@table("unit, field", READINGS)
def test_a_whole_reading_is_linear(unit: str, field: str) -> None:
    def run(length: int) -> object:
        repeated = (unit * (length // len(unit) + 1))[:length]
        fields: dict[str, Any] = {
            "title": "Giao ban tháng 5",
            "sapo": EVENT,
            "body": "Ông Lò Văn Bình yêu cầu: ",
        }
        fields[field] += repeated
        return read(replace(Article(), **fields))

    assert _is_linear(run)
