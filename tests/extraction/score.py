"""How well an extractor read pages: its answers against the truth, in eight figures from 0 to 1."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields

from lxml import html as lxml_html

from crawler.vietnamese.letters import clean
from tests.extraction.stories import Story

_WORD = re.compile(r"\w+")


@dataclass
class Answer:
    """What an extractor says of one page; `text` is its sapo and body, one paragraph a line."""

    text: str = ""
    title: str | None = None
    sapo: str | None = None
    published_at: str | None = None
    author: str | None = None


@dataclass
class Scores:
    """Means over pages."""

    f1: float = 0.0
    furniture_free: float = 0.0
    captions_byline_out: float = 0.0
    sapo: float = 0.0
    paragraphs: float = 0.0
    title: float = 0.0
    date: float = 0.0
    author: float = 0.0


def score(pages: list[tuple[bytes, Story, Answer]], *, kept_sapo: bool = False) -> Scores:
    """Return the mean scores. `kept_sapo` asks only that the sapo is in the text: for extractors
    that know no sapo.
    """
    total: Counter[str] = Counter()
    for body, story, answer in pages:
        total.update(_one(body, story, answer, kept_sapo))
    return Scores(**{f.name: total[f.name] / len(pages) for f in fields(Scores)})


def _one(body: bytes, story: Story, answer: Answer, kept_sapo: bool) -> dict[str, float]:
    lines = [line for raw in answer.text.split("\n") if (line := clean(raw.strip("| -•")))]
    paragraphs = ([story.sapo] if story.sapo else []) + story.paragraphs
    want = [line for p in paragraphs if (line := clean(p.strip("| -•")))]
    extracted = "\n".join(lines)
    out = [*story.captions, *([story.byline] if story.byline else [])]
    extra = "\n".join(line for line in lines if line not in want)
    sapo = clean(story.sapo or "") in extracted if kept_sapo else answer.sapo == story.sapo
    return {
        "f1": token_f1(extracted, "\n".join(want)),
        "furniture_free": float(not set(lines) & _furniture(body, story)),
        "captions_byline_out": float(not any(clean(o) in extra for o in out)),
        "sapo": float(sapo),
        "paragraphs": float(lines == want),
        "title": float(clean(answer.title or "") == clean(story.title)),
        "date": float(answer.published_at == story.published_at),
        "author": float(answer.author == story.author),
    }


def token_f1(extracted: str, want: str) -> float:
    """F1 of the words, as a bag."""
    a, b = Counter(_WORD.findall(extracted.lower())), Counter(_WORD.findall(want.lower()))
    both = sum((a & b).values())
    return 2 * both / (sum(a.values()) + sum(b.values())) if both else 0.0


def _furniture(body: bytes, story: Story) -> set[str]:
    """Every text on the page that is none of the story's."""
    own = " ".join(map(clean, [story.title, story.sapo or "", *story.paragraphs, *story.captions,
                               story.byline or "", story.stamp or ""]))  # fmt: skip
    tree = lxml_html.document_fromstring(body.decode("utf-8"))
    texts = (clean(str(t)) for t in tree.xpath("//body//text()"))  # type: ignore[union-attr]
    return {t for t in texts if len(t) > 1 and t not in own}
