"""A table is one test, and says of every case that is wrong what was wanted and what came."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

from tests.tables import table


@table("word, letters", [("giao", 4), ("ban", 3), ("hội", 9), ("nghị", 8)])
def lengths(word: str, letters: int) -> None:
    assert len(word) == letters


def test_every_wrong_case_is_named_with_wanted_and_got() -> None:
    with pytest.raises(AssertionError) as raised:
        lengths()
    message = str(raised.value)
    assert message.startswith("2 of 4 cases are wrong")
    assert "word='hội', letters=9" in message
    assert "assert 3 == 9" in message
    assert "word='nghị', letters=8" in message
    assert "assert 4 == 8" in message
    assert "giao" not in message


def test_tables_on_tables_are_every_pair_and_fixtures_are_the_tests_own() -> None:
    asked: list[tuple[str, str, str]] = []

    @table("outer", "ab")
    @table("inner", "xy", ids=["first", "second"])
    def pairs(outer: str, inner: str, tmp_path: str) -> None:
        asked.append((outer, inner, tmp_path))
        if inner == "y":
            raise ValueError(f"{outer}{inner}")

    assert [*inspect.signature(pairs).parameters] == ["tmp_path"]
    with pytest.raises(AssertionError) as raised:
        pairs(tmp_path="here")
    assert asked == [(a, b, "here") for a in "ab" for b in "xy"]
    message = str(raised.value)
    assert "• outer='a'" in message
    assert "• second" in message
    assert "ValueError: ay" in message
    assert "ValueError: by" in message


def test_an_error_that_pytest_raises_is_a_wrong_case_too() -> None:
    @table("message", ["not raised"])
    def silent(message: str) -> None:
        with pytest.raises(KeyError):
            str(message)

    with pytest.raises(AssertionError, match="DID NOT RAISE"):
        silent()


def test_a_table_without_cases_is_refused() -> None:
    empty = table("word", [])(lengths)
    with pytest.raises(AssertionError, match="checks nothing"):
        empty()


def test_cases_may_be_made_when_the_test_runs_and_each_time_it_does() -> None:
    made: list[str] = []
    seen: list[str] = []

    def cases() -> Iterator[str]:
        made.append("made")
        yield from "ab"

    def keep(letter: str) -> None:
        seen.append(letter)

    test = table("letter", cases)(keep)
    assert made == []
    test()
    test()
    assert (made, seen) == (["made"] * 2, [*"abab"])
