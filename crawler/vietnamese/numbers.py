"""Numbers as Vietnamese texts print them: "12", "III", "mười một", "nhất", "giêng"."""

from __future__ import annotations

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
    "nhất": 1, "giêng": 1, "chạp": 12,  # the first quarter, the first and the last month
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def number(printed: str) -> int | None:
    """Return the value of a number in figures, Roman letters or words of any case, else None."""
    low = " ".join(printed.lower().split())
    if low.isdecimal() and len(low) <= 9:
        return int(low)
    return _WORDS.get(low) or roman(low)


def roman(printed: str) -> int | None:
    """Return the value of Roman letters up to 89 as they are properly written, else None."""
    values = [_ROMAN.get(letter, 0) for letter in printed.lower()]
    if not values or 0 in values or len(values) > 8:
        return None
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if _written(total) == printed.lower() else None


def _written(value: int) -> str:
    written = ""
    for worth, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv")):
        while value >= worth:
            written, value = written + letters, value - worth
    return written + "i" * value
