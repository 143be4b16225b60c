"""Directives against what a person marked: words, speaker, addressee, deadline.

Words are compared as bags of tokens over a whole report; a directive counts as met when one read
holds half of its words. What a person marked as borderline is scored neither way.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from crawler.items import Article, Directive
from crawler.meetings import read
from tests.meetings import bench

OWN = Path(__file__).parent / "directives.jsonl"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Marked:
    """A report and the directives a person marked in it."""

    name: str
    article: Article
    directives: list[dict[str, Any]]


@dataclass(slots=True)
class Score:
    """Counts of tokens and of facts; `misses` are readable lines."""

    common: int = 0
    read: int = 0
    marked: int = 0
    met: int = 0
    speakers: int = 0
    addressees: int = 0
    due_wrong: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of the words read that are marked."""
        return self.common / self.read if self.read else 1.0

    @property
    def f1(self) -> float:
        """F1 of the words."""
        both = self.read + self.marked
        return 2 * self.common / both if both else 1.0

    def __str__(self) -> str:
        met = max(1, self.met)
        return (
            f"tokens P {self.precision:.3f} F1 {self.f1:.3f}; speaker {self.speakers / met:.3f},"
            f" addressee {self.addressees / met:.3f} of {self.met}; due_on wrong {self.due_wrong}"
        )


def tokens(text: str | None) -> Counter[str]:
    """Return the words of `text` as they are compared."""
    return Counter(re.findall(r"\w+", bench.same(text) or ""))


def measure(reports: Iterable[Marked]) -> Score:
    """Read all `reports` and compare."""
    score = Score()
    for report in reports:
        _compare(score, report, read(report.article).directives)
    return score


def _compare(score: Score, report: Marked, directives: list[Directive]) -> None:
    wanted = [d for d in report.directives if d["kind"] == "directive" and not d.get("borderline")]
    either = [tokens(d["text"]) for d in report.directives if d.get("borderline")]
    got = [d for d in directives if not any(_share(b, tokens(d.text)) >= _HALF for b in either)]
    got_words = sum((tokens(d.text) for d in got), Counter[str]())
    wanted_words = sum((tokens(d["text"]) for d in wanted), Counter[str]())
    score.common += (got_words & wanted_words).total()
    score.read += got_words.total()
    score.marked += wanted_words.total()
    met: set[int] = set()
    for mark in wanted:
        words = tokens(mark["text"])
        best = max(range(len(got)), key=lambda n: _share(words, tokens(got[n].text)), default=None)
        if best is None or _share(words, tokens(got[best].text)) < _HALF:
            score.misses.append(f"{report.name} missed: {mark['text']}")
            continue
        met.add(best)
        _compare_facts(score, report.name, mark, got[best])
    score.misses += [f"{report.name} invented: {d.text}" for n, d in enumerate(got) if n not in met]


def _share(wanted: Counter[str], got: Counter[str]) -> float:
    return (wanted & got).total() / max(1, wanted.total())


def _compare_facts(score: Score, name: str, mark: dict[str, Any], got: Directive) -> None:
    score.met += 1
    accepted = {bench.same(mark["speaker"]), bench.same(mark.get("speaker_alt") or mark["speaker"])}
    facts = {
        "speaker": bench.same(got.speaker) in accepted,
        "addressee": bench.same(got.addressee) == bench.same(mark["addressee"]),
        "due_on": got.due_on in (None, mark["due_on"]),
    }
    score.speakers += facts["speaker"]
    score.addressees += facts["addressee"]
    score.due_wrong += not facts["due_on"]
    for fact, right in facts.items():
        if not right:
            read_value = getattr(got, fact)
            score.misses.append(f"{name} {fact}: expected {mark[fact]!r}, read {read_value!r}")


def labelled() -> list[Marked]:
    """Return the labelled reports that lie beside the checkout."""
    marks = {f"gold-{m['id']}": m["directives"] for m in _lines("directives-dev.jsonl")}
    cases = bench.labelled(dirty=True) if marks else []
    return [Marked(c.name, c.article, marks[c.name]) for c in cases if c.name in marks]


def seeds() -> list[Marked]:
    """Return the first five seeds, where they lie beside the checkout."""
    marks = [m["directives"] for m in _lines("directives-seeds.jsonl")]
    cases = bench.seeds(bench.FIRST_SEEDS) if marks else []
    return [Marked(c.name, c.article, m) for c, m in zip(cases, marks, strict=True)]


def own() -> list[Marked]:
    """Return our own reports, marked before the rules were run on them.

    A record without a text of its own marks the case of its name in `bench.OWN`.
    """
    cases = {case.name: case.article for case in bench.own()}
    reports = []
    for line in OWN.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        article = cases.get(record["id"]) or Article(
            **{name: record.get(name) for name in ("title", "sapo", "body", "published_at")}
        )
        reports.append(Marked(record["id"], article, record["directives"]))
    return reports


def _lines(name: str) -> list[dict[str, Any]]:
    path = bench.SHARED / "gold" / name
    if not path.exists():
        print(f"SKIPPED: {name} does not lie beside the checkout", file=sys.stderr)
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main() -> None:
    """Print one line and the misses for each set of reports."""
    sets = {"labelled reports": labelled(), "seeds": seeds(), "our own reports": own()}
    for name, reports in sets.items():
        if not reports:
            continue
        score = measure(reports)
        print(f"\ndirectives, {name}: {len(reports)} reports; {score}")
        for miss in score.misses:
            print(f"    - {miss}")


if __name__ == "__main__":
    main()
