"""Count right, wrong and null per fact, on the labelled reports, the seeds and our own cases.

Run `python -m tests.meetings.bench` from the checkout; every miss is listed. The labelled reports
and the seeds lie beside the checkout in `shared/` and are skipped, loudly, where they are not.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from crawler.items import Article, Reading
from crawler.meetings import read

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
OWN = Path(__file__).parent / "cases.jsonl"
FACTS = ("is_giao_ban", "held_on", "session", "period", "level", "convenor", "chairs", "offices")

_STAMP = re.compile(
    r"^\W*(?:Cập nhật(?: ngày)?:?"
    r"|Ngày đăng)?\s*(?:\d{1,2}:\d\d\W+)?(?:Thứ \w+\W+)?\d{1,4}[/-]\d{1,2}[/-]\d{2,4}"
    r"(?:\W+\d{1,2}:\d\d(?::\d\d)?)?(?:\s*[AP]M|\s+\d+)?\W*$"
)


@dataclass
class Case:
    """One article and what a person reads in it; `alternatives` are accepted as well."""

    name: str
    article: Article
    is_giao_ban: bool
    meeting: dict[str, Any]
    citations: list[str]
    period_alt: dict[str, Any] | None = None

    @cached_property
    def reading(self) -> Reading:
        """What the program reads in it, once however many look."""
        return read(self.article)


@dataclass(slots=True)
class Tally:
    """Counts per fact, and the misses as readable lines."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    null: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    invented: int = 0
    missed: int = 0
    chairs_found: int = 0
    chairs_given: int = 0
    chairs_read: int = 0
    seconds: float = 0.0
    articles: int = 0

    def share(self, fact: str) -> float:
        """Return the share of right answers for `fact`."""
        total = self.right[fact] + self.wrong[fact] + self.null[fact]
        return self.right[fact] / total if total else 1.0

    def wrong_share(self, fact: str) -> float:
        """Return the share of wrong values (not null) for `fact`."""
        total = self.right[fact] + self.wrong[fact] + self.null[fact]
        return self.wrong[fact] / total if total else 0.0

    @property
    def chairs_f1(self) -> float:
        """F1 of the names of chairs."""
        both = self.chairs_given + self.chairs_read
        return 2 * self.chairs_found / both if both else 1.0

    def note(self, fact: str, case: str, expected: object, got: object, right: bool) -> None:
        """Count one answer."""
        if right:
            self.right[fact] += 1
            return
        (self.wrong if got else self.null)[fact] += 1
        self.misses.append(f"{case} {fact}: expected {expected!r}, read {got!r}")


def same(text: str | None) -> str | None:
    """Return `text` as two labels are compared: without case, uỷ as ủy."""
    return " ".join(text.lower().replace("uỷ", "ủy").split()) if text else None


def measure(cases: list[Case]) -> Tally:
    """Read all `cases` and compare."""
    tally = Tally()
    for case in cases:
        began = time.process_time()
        reading = case.reading
        tally.seconds += time.process_time() - began
        tally.articles += 1
        _compare(tally, case, reading)
    return tally


def _compare(tally: Tally, case: Case, reading: Reading) -> None:
    right = reading.is_giao_ban == case.is_giao_ban
    tally.note("is_giao_ban", case.name, case.is_giao_ban, reading.is_giao_ban, right)
    numbers = [c.number for c in reading.citations]
    for number in case.citations:
        if number not in numbers:
            tally.missed += 1
            tally.misses.append(f"{case.name} citation missed: {number}")
    for number in numbers:
        if number not in case.citations:
            tally.invented += 1
            tally.misses.append(f"{case.name} citation invented: {number}")
    if not case.is_giao_ban:
        return
    got = asdict(reading.meeting) if reading.meeting else {}
    want = case.meeting
    for fact in ("held_on", "session", "level"):
        value = got.get(fact)
        tally.note(fact, case.name, want[fact], value, value == want[fact])
    period = got.get("period")
    accepted = [want["period"], *([case.period_alt] if case.period_alt else [])]
    tally.note("period", case.name, accepted, period, period in accepted)
    body = got.get("convenor")
    tally.note("convenor", case.name, want["convenor"], body, same(body) == same(want["convenor"]))
    _compare_chairs(tally, case.name, want["chairs"], got.get("chairs", []))


def _compare_chairs(
    tally: Tally, case: str, want: list[dict[str, Any]], got: list[dict[str, Any]]
) -> None:
    names = {same(c["name"]): c for c in want}
    read_names = {same(c["name"]): c for c in got}
    common = [n for n in names if n in read_names]
    tally.chairs_given += len(names)
    tally.chairs_read += len(read_names)
    tally.chairs_found += len(common)
    tally.note(
        "chairs",
        case,
        sorted(map(str, names)),
        sorted(map(str, read_names)),
        set(names) == set(read_names),
    )
    for name in common:
        expected, title = names[name]["title"], read_names[name]["title"]
        tally.note("offices", case, expected, title, same(expected) == same(title))


def labelled(*, dirty: bool = False, without_title: bool = False) -> list[Case]:
    """Return the labelled reports; `dirty` leaves captions and page furniture in the body."""
    path = SHARED / "gold" / "articles.jsonl"
    if not path.exists():
        print(
            f"SKIPPED: the labelled reports are not at {path.name} beside the checkout",
            file=sys.stderr,
        )
        return []
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_labelled_case(r, dirty, without_title) for r in records]


def _labelled_case(record: dict[str, Any], dirty: bool, without_title: bool) -> Case:
    lines = [" ".join(line.split()) for line in record["text"].splitlines()]
    furniture = {" ".join(x.split()) for x in (*record["captions"], *record["boilerplate"])}
    title = record["title"]
    kept = []
    for line in lines:
        if not line or line == title:
            continue
        if not dirty and (line in furniture or _STAMP.match(line) or line == record["author"]):
            continue
        kept.append(line)
    article = Article(
        url=record["url"],
        title=None if without_title else title,
        sapo=None if dirty else (kept[0] if kept else None),
        body="\n\n".join(kept if dirty else kept[1:]) or None,
        published_at=record["published_at"],
    )
    meeting = {
        "held_on": record["meeting_date"],
        **{k: record[k] for k in ("session", "period", "level", "convenor", "place", "chairs")},
    }
    return Case(
        name=f"gold-{record['id']}",
        article=article,
        is_giao_ban=record["is_giao_ban"],
        meeting=meeting,
        citations=[c["number"] for c in record["citations"]],
        period_alt=record["period_alt"],
    )


FIRST_SEEDS = SHARED / "seeds"
OWN_SEEDS = ROOT / "tests" / "seeds"


def seeds(*folders: Path) -> list[Case]:
    """Return the seeds of the folders that are there: our own five, the first five."""
    return [
        Case(
            name=f"{folder.parent.name}-seed-{record['portal']}",
            article=Article(
                title=record["title"],
                sapo=record["sapo"],
                body="\n\n".join(record["body"]),
                published_at=record["published_at"],
            ),
            is_giao_ban=record["is_giao_ban"],
            meeting=record["meeting"],
            citations=[c["number"] for c in record["citations"]],
        )
        for folder in folders or (OWN_SEEDS, FIRST_SEEDS)
        if folder.exists()
        for record in json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    ]


def own(group: str | None = None) -> list[Case]:
    """Return our own cases, one JSON object a line; `group` is "first", "unseen" or "stranger"."""
    cases = []
    for line in OWN.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if group is not None and record["group"] != group:
            continue
        meeting = {
            "held_on": None, "session": None, "period": None, "level": None, "convenor": None,
            "place": None, "chairs": [], **record.get("meeting", {}),
        }  # fmt: skip
        if meeting["period"]:
            meeting["period"] = dict(zip(("kind", "value", "year"), meeting["period"], strict=True))
        meeting["chairs"] = [{"name": n, "title": t} for n, t in meeting["chairs"]]
        alt = record.get("period_alt")
        cases.append(
            Case(
                name=record["id"],
                article=Article(
                    **{k: record.get(k) for k in ("url", "title", "sapo", "body", "published_at")}
                ),
                is_giao_ban=record["is_giao_ban"],
                meeting=meeting,
                citations=record.get("citations", []),
                period_alt=dict(zip(("kind", "value", "year"), alt, strict=True)) if alt else None,
            )
        )
    return cases


def report(name: str, tally: Tally) -> None:
    """Print one table and its misses."""
    if not tally.articles:
        return
    print(
        f"\n{name}: {tally.articles} articles, {1000 * tally.seconds / tally.articles:.2f} ms each"
    )
    print(f"  {'fact':<12}{'right':>6}{'wrong':>6}{'null':>6}{'share':>8}")
    for fact in FACTS:
        counts = (tally.right[fact], tally.wrong[fact], tally.null[fact])
        print(f"  {fact:<12}{counts[0]:>6}{counts[1]:>6}{counts[2]:>6}{tally.share(fact):>8.3f}")
    print(
        f"  chairs F1 {tally.chairs_f1:.3f};"
        f" citations missed {tally.missed}, invented {tally.invented}"
    )
    for miss in tally.misses:
        print(f"    - {miss}")


def main() -> None:
    """Print all tables."""
    report("labelled reports", measure(labelled()))
    report(
        "labelled reports, captions and furniture left in the body", measure(labelled(dirty=True))
    )
    report("labelled reports, titles taken away", measure(labelled(without_title=True)))
    report("seeds", measure(seeds()))
    if OWN.exists():
        report("our own cases", measure(own("first")))
        report("our own cases, written before the rules saw them", measure(own("unseen")))
        report("reports by an author who had not seen the rules", measure(own("stranger")))


if __name__ == "__main__":
    main()
