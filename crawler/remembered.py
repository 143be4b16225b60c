"""Answers kept for what pages ask again and again: a portal's menus, boxes and classes repeat.

Room is bounded twice, by how many answers and by how long a question is kept for, as pages are
hostile input. Looking an answer up costs a dictionary's look-up; a full one begins anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sized
from typing import Generic, Protocol, TypeVar


class _Question(Hashable, Sized, Protocol):
    """A text, or a tuple of texts."""


Q = TypeVar("Q", bound=_Question)
A = TypeVar("A")


class Remembered(dict[Q, A], Generic[Q, A]):
    """The answers of a pure function, which nobody may change: `remembered[question]`.

    `most` are kept, of questions no longer than `longest` as `length` measures them.
    """

    def __init__(
        self,
        answer: Callable[[Q], A],
        *,
        most: int,
        longest: int,
        length: Callable[[Q], int] = len,
    ) -> None:
        super().__init__()
        self._answer, self._most, self._longest, self._length = answer, most, longest, length

    def __missing__(self, question: Q) -> A:
        answer = self._answer(question)
        if self._length(question) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[question] = answer
        return answer
