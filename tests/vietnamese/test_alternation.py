"""Words put together by their letters match what they match one after another."""

from __future__ import annotations

import re

import pytest

from crawler.vietnamese.alternation import (
    any_beginning,
    any_of,
    any_word,
    ends_otherwise,
    last_syllables,
    parted,
    words_beside,
)
from crawler.vietnamese.people import OFFICE_WORDS
from tests.tables import table

TEXT = (
    "đồng chí phó chủ tịch và các chủ nhiệm, chủ tịch ubnd xã; công việc chung, ông chủ tịch "
    "chủ trì, chủ tịchx, trưởng ban, trưởng thành, uv bch, q. giám đốc, ct hđnd"
)


@table(
    "words",
    [
        "chủ|chủ tịch|chủ trì",  # the first wins, though another is longer
        "chủ tịch|chủ trì|chủ",
        "chủ trì|ông|chủ tịch|công|chủ",
        r"c?hủ|chủ tịch|\w+ tịch|chủ trì",  # what has no letter of its own stays where it is
        "chủ (?:tịch|trì)|chủ(?! tịch)|[cđ]ồng|phó(?=[ |])",
        "(?<!phó )chủ tịch|(?<=ông )chủ|chủ nhiệm",
        "(?:(?<!phó )|(?<=và )x)chủ|chủ tịch",
        OFFICE_WORDS,
        "chủ",
    ],
)
def test_the_same_is_matched(words: str) -> None:
    for ours, plain in (
        (any_of(words), f"(?:{words})"),
        (any_beginning(words), rf"(?<!\w)(?:{words})"),
        (any_word(words), rf"(?<!\w)(?:{words})(?!\w)"),
        (any_word(words, not_after="phó "), rf"(?<!\w)(?<!phó )(?:{words})(?!\w)"),
    ):
        assert _found(ours) == _found(plain)
        assert _ends(ours) == _ends(plain)


def _found(pattern: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, TEXT)]


def _ends(pattern: str) -> list[int | None]:
    """Where a match that begins at each place ends, whatever a search has passed by."""
    matches = (re.compile(pattern).match(TEXT, at) for at in range(len(TEXT)))
    return [match.end() if match else None for match in matches]


def test_one_branch_a_letter() -> None:
    assert any_of("bàn|bảo|ca|bản") == "(?:b(?:àn|ả(?:o|n))|ca)"
    assert any_beginning("ca|đi") == r"(?:ca(?<!\wca)|đi(?<!\wđi))"


def test_bars_inside_parentheses_and_classes_part_nothing() -> None:
    assert parted(r"a(?:b|c)|[|)]d|\||e") == ["a(?:b|c)", "[|)]d", r"\|", "e"]


def test_words_beside_marks() -> None:
    pattern = f"(?:{words_beside('chủ|chủ tịch|và')}|,)"
    assert [m[0] for m in re.finditer(pattern, "chủ tịchx và vàng, chủ")] == [
        "chủ",
        "và",
        ",",
        "chủ",
    ]


def test_what_ends_otherwise_needs_no_pattern() -> None:
    words = "(?<!trưởng )ban|lãnh đạo,?|đồng thời"
    last = last_syllables(words)
    assert last == {"ban", "đạo", "thời"}
    assert ends_otherwise("ông Hà", last)
    assert ends_otherwise("", last) is False  # nothing is told of what is no word
    for text in ("trưởng ban", "của lãnh đạo,", "x\nban", '"ban', "đồng thời"):
        assert not ends_otherwise(text, last)
    with pytest.raises(ValueError, match="no plain words"):
        last_syllables(r"uv\w*|ban")
