"""The register of an author's frames: each sets a story in the mark-up of a family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from tests.extraction.stories import Story

Hand = TypeVar("Hand")  # makes the choices of one page
Frame = Callable[[Story, Hand], str]


class Frames(dict[str, Frame[Hand]], Generic[Hand]):
    """Frames by name."""

    def register(self, frame: Frame[Hand]) -> Frame[Hand]:
        """Take `frame` in under its own name; to be used as a decorator."""
        self[frame.__name__] = frame
        return frame
