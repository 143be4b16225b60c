"""Ten thousand broken pages: whatever the bytes, `extract` answers, and soon.

`python -m tests.extraction.soak [pages] [seed]`. Every page is a good one, broken: cut, nested
thousands deep, blown up, spoilt with NULs, mislabelled, shuffled. A sample runs in the test suite.
"""

from __future__ import annotations

import logging
import random
import sys
import time
from collections.abc import Callable, Sequence

from crawler.extraction import extract
from crawler.items import Page
from tests.extraction.frozen import HANDS, story_for

SLOWEST = 2.0  # seconds a page may take


Mutation = Callable[[bytes, random.Random], bytes]


def _cut(body: bytes, rng: random.Random) -> bytes:
    return body[: rng.randrange(len(body))]


def _nest(body: bytes, rng: random.Random) -> bytes:
    tag = rng.choice([b"div", b"span", b"table><tr><td", b"b", b"ul><li", b"a href=x", b"font"])
    at = rng.randrange(len(body))
    return (
        body[:at] + b"<" + tag.replace(b"><", b"><") + b">" + (b"<" + tag + b">") * 5000 + body[at:]
    )


def _blow_up(body: bytes, rng: random.Random) -> bytes:
    piece = rng.choice(
        [
            b"<p>Giao ban th\xc3\xa1ng ba.</p>",
            b"a",
            b"<br>",
            b"&nbsp;",
            b"<td>1</td>",
            b"1/1/2024 ",
            b"<a href=/x>tin</a>",
            b"( ",
            b": ",
        ]
    )
    at = rng.randrange(len(body))
    return (
        body[:at] + piece * (rng.choice([200_000, 2_000_000, 20_000_000]) // len(piece)) + body[at:]
    )


def _nuls(body: bytes, rng: random.Random) -> bytes:
    spoilt = bytearray(body)
    for _ in range(rng.randint(1, 200)):
        spoilt[rng.randrange(len(spoilt))] = rng.choice([0, 0, 1, 0x1A, 0xFF, 0xFE])
    return bytes(spoilt)


def _mislabel(body: bytes, rng: random.Random) -> bytes:
    text = body.decode("utf-8", "replace").replace(
        "utf-8", rng.choice(["utf-16", "windows-1258", "x-none", "", "utf-7"])
    )
    return text.encode(rng.choice(["utf-8", "utf-16", "utf-16-be", "utf-32", "cp1258"]), "replace")


def _shuffle(body: bytes, rng: random.Random) -> bytes:
    parts = body.split(b"<")
    if len(parts) < 3:
        return body
    i, j = sorted(rng.sample(range(len(parts)), 2))
    middle = parts[i:j]
    rng.shuffle(middle)
    return b"<".join(parts[:i] + middle + parts[j:])


def _noise(body: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(body))
    return body[:at] + rng.randbytes(rng.randint(1, 3000)) + body[at:]


_TWICE: list[Mutation] = [_cut, _shuffle, _noise]
MUTATIONS: list[Mutation] = [_nest, _nuls, _mislabel, *_TWICE, *_TWICE]


def mutated(number: int) -> bytes:
    """The page of this number, always the same one."""
    rng = random.Random(number)
    hand = rng.choice(HANDS)
    name = rng.choice(sorted(hand.FRAMES))
    page: str = hand.press(story_for(hand, number), name, number)
    body = page.encode()
    # One page in a hundred is huge: they cost most of the time.
    ways: Sequence[Mutation] = (
        [_blow_up] if number % 100 == 7 else rng.choices(MUTATIONS, k=rng.randint(1, 3))
    )
    for way in ways:
        body = way(body, rng) if len(body) > 10 else body
    return body


class _Alarm(logging.Handler):
    """`extract` answers whatever happens, and logs what did: here that is an error."""

    def emit(self, record: logging.LogRecord) -> None:
        raise AssertionError(record.getMessage()) from (record.exc_info or (None, None))[1]


def soak(numbers: range) -> tuple[float, int]:
    """Extract the pages of `numbers`; return the slowest's seconds and its number."""
    log, alarm = logging.getLogger("crawler.extraction"), _Alarm()
    log.addHandler(alarm)
    try:
        return _slowest(numbers)
    finally:
        log.removeHandler(alarm)


def _slowest(numbers: range) -> tuple[float, int]:
    slowest, which = 0.0, -1
    for number in numbers:
        body = mutated(number)
        start = time.process_time()
        extract(Page(url=None, body=body))
        spent = time.process_time() - start
        if spent > slowest:
            slowest, which = spent, number
    return slowest, which


if __name__ == "__main__":
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    took, page = soak(range(first, first + pages))
    print(f"{pages} pages, none raised; slowest {took:.2f} s (page {page})")
    sys.exit(took > SLOWEST)
