"""What every field of an article is read as: a value, where it stood, the rule that read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from crawler.extraction.blocks import Block

T = TypeVar("T")
NOWHERE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value a page gives. `where`: the numbers of the blocks it was read from."""

    value: T
    where: frozenset[int]
    rule: str


def on_line(value: T, block: Block, rule: str) -> Reading[T]:
    """A value that one line of the page gives."""
    return Reading(value, frozenset([block.index]), rule)


def value(reading: Reading[T] | None) -> T | None:
    """The value of a reading, None where there is none."""
    return None if reading is None else reading.value
