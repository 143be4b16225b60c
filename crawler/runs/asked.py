"""Which keys a run has asked for: a hundred thousand of them, at eight to sixteen bytes each."""

from __future__ import annotations

from array import array

_SMALLEST = 1024  # slots, a power of two


class Asked:
    """A set of keys that holds their hashes only, in one table of eight bytes a slot.

    A set of Python's takes sixty-five bytes a key. Of a million keys two have one hash once in
    thirty million runs: then one article waits for the next night.
    """

    def __init__(self) -> None:
        self._slots = array("q", bytes(8 * _SMALLEST))  # 0 is free
        self._taken = 0

    def __contains__(self, key: str) -> bool:
        return self._slots[self._slot(_number(key))] != 0

    def add(self, key: str) -> None:
        """Note a key."""
        number = _number(key)
        slot = self._slot(number)
        if self._slots[slot]:
            return
        self._slots[slot] = number
        self._taken += 1
        if 3 * self._taken > 2 * len(self._slots):
            self._grow()

    def _slot(self, number: int) -> int:
        """The slot that holds a number, or the free one where it belongs."""
        slots, last = self._slots, len(self._slots) - 1
        slot = number & last
        while slots[slot] not in (0, number):
            slot = (slot + 1) & last
        return slot

    def _grow(self) -> None:
        numbers = self._slots
        self._slots = array("q", bytes(2 * 8 * len(numbers)))
        for number in numbers:
            if number:
                self._slots[self._slot(number)] = number


def _number(key: str) -> int:
    return hash(key) or 1
