"""The frozen pages: files in `pages/`, and what a person reads on each in `pages/truth.json`.

`python -m tests.extraction.frozen` sets them anew from the four hands (`press`,
`rival`, `stranger`, `outsider`); do that only to add pages, never to make a failing one pass.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from tests.extraction import outsider, press, rival, stranger
from tests.extraction.stories import Story, invent

PAGES = Path(__file__).parent / "pages"
HANDS: tuple[ModuleType, ...] = (press, rival, stranger, outsider)
SEEDS = (1, 5)


def load() -> list[tuple[str, bytes, Story]]:
    """Return (file name, bytes, truth) of every frozen page."""
    truth = json.loads((PAGES / "truth.json").read_text("utf-8"))
    return [(name, (PAGES / name).read_bytes(), Story(**labels)) for name, labels in truth.items()]


def story_for(hand: ModuleType, number: int) -> Story:
    """The story a hand tells under a number."""
    return getattr(hand, "invent_own", invent)(number)


def freeze() -> int:
    """Set the pages anew; return how many there are."""
    PAGES.mkdir(exist_ok=True)
    truth = {}
    for hand in HANDS:
        for place, frame in enumerate(hand.FRAMES):
            for seed in SEEDS:
                story = story_for(hand, seed * 1000 + place)
                name = f"{frame}-{seed}.html"
                (PAGES / name).write_text(hand.press(story, frame, seed), "utf-8")
                truth[name] = asdict(story)
    (PAGES / "truth.json").write_text(
        json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8"
    )
    return len(truth)


if __name__ == "__main__":
    print(freeze(), "pages")
