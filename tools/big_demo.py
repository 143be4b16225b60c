"""Generate a large published database, to see how fast the pages are and to keep them so.

    python -m tools.big_demo [--articles 200000] [output/big-demo.db]

Places are real; portals, people, documents and what they are said to have decided are made up,
the same ones every time.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlite_utils import Database

from crawler.vietnamese.letters import fold
from output.datasette.vietnam import MERGED, middle
from output.publish import publish
from output.schema import migrations
from tools.big_demo_words import (
    ADDRESSEES,
    DOCUMENTS,
    FAMILY,
    GIVEN,
    LEVELS,
    MIDDLE,
    OFFICES,
    SENTENCES,
    SUBJECTS,
    TASKS,
)

PORTALS = 200
LAST_DAY = date(2026, 10, 30)
_ROMAN = ["I", "II", "III", "IV"]


def main() -> None:
    """Generate the articles into a scratch file and publish that."""
    parser = argparse.ArgumentParser(prog="python -m tools.big_demo", description=__doc__)
    parser.add_argument("target", nargs="?", type=Path, default=Path("output/big-demo.db"))
    parser.add_argument("--articles", type=int, default=200_000)
    given = parser.parse_args()
    began = time.monotonic()
    build(given.target, given.articles)
    size = given.target.stat().st_size / 1e6
    seconds = time.monotonic() - began
    print(f"{given.target}: {given.articles} articles, {size:.0f} MB, {seconds:.0f} s")


def build(target: Path, articles: int) -> None:
    """Write a published database of so many articles to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        scratch = Path(folder) / "big.db"
        db = Database(scratch)
        migrations.apply(db)
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        for name in db.triggers:  # publishing indexes the text anyway
            db.execute(f"DROP TRIGGER [{name.name}]")
        portals = list(islice(_portals(), PORTALS))
        with db.conn:
            db.table("portals").insert_all(portals)
            db.table("runs").insert_all(_runs(portals), pk="id")
        for start in range(0, articles, 5000):
            rows: dict[str, list[dict[str, Any]]] = {}
            for index in range(start, min(start + 5000, articles)):
                for table, row in _article(index, portals):
                    rows.setdefault(table, []).append(row)
            with db.conn:
                for table, some in rows.items():
                    _insert(db, table, some)
        db.close()
        publish(scratch, target)


def _insert(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    db.conn.executemany(
        f"INSERT INTO {table} ({', '.join(f'[{n}]' for n in names)}) "
        f"VALUES ({', '.join(':' + n for n in names)})",
        rows,
    )


def _portals() -> Iterator[dict[str, Any]]:
    for suffix, kind, level in (
        ("", "Cổng thông tin điện tử", "province"),
        ("-bdv", "Ban Tuyên giáo và Dân vận", "sector"),
        ("-bao", "Báo và phát thanh, truyền hình", "province"),
        ("-hdnd", "Đoàn đại biểu Quốc hội và Hội đồng nhân dân", "province"),
    ):
        for now, olds in MERGED.items():
            for old in (now, *olds):
                unit = f"{kind} {old}"
                name = fold(old).replace(" ", "").replace("-", "") + suffix
                host = f"{name}.example.vn"
                chance = random.Random(name)
                latitude, longitude = (c + chance.uniform(-0.2, 0.2) for c in middle(now))
                yield {
                    "id": name.replace("-", "_"),
                    "name": unit,
                    "host": host,
                    "family": "vhv",
                    "unit": unit,
                    "level": level,
                    "province": old,
                    "province_now": now,
                    "latitude": round(latitude, 4),
                    "longitude": round(longitude, 4),
                    "homepage": f"https://{host}/",
                }


def _runs(portals: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    chance = random.Random("runs")
    for night in range(30, 0, -1):
        day = LAST_DAY - timedelta(days=night - 1)
        for portal in portals:
            state = chance.choices(["ok", "no-news", "stale", "unreachable"], [50, 45, 3, 2])[0]
            new = chance.randint(1, 6) if state == "ok" else 0
            yield {
                "portal": portal["id"],
                "started_at": f"{day}T02:00:00+07:00",
                "finished_at": f"{day}T02:04:00+07:00",
                "complete": int(state != "unreachable"),
                "topic": "giao-ban",
                "state": state,
                "reason": "kết nối quá hạn" if state == "unreachable" else None,
                "requests": 9 + new,
                "responses": 9 + new,
                "not_modified": 3,
                "articles_new": new,
                "articles_changed": 0,
                "articles_unchanged": 4,
                "dropped": 2,
                "errors": 0,
                "stats": json.dumps({"coverage": {"title": 1.0, "body": 0.99, "published_at": 1}}),
            }


def _article(index: int, portals: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    chance = random.Random(index)
    portal = chance.choice(portals)
    held = LAST_DAY - timedelta(days=int(chance.triangular(0, 4000, 300)))
    level = chance.choice(LEVELS)
    kind, value, year, period = _period(chance, held)
    who = chance.choice(GIVEN)
    people = random.Random(f"{portal['id']} {held.year // 5} {chance.randint(1, 3)}")
    chair = f"{people.choice(FAMILY)} {people.choice(MIDDLE)} {people.choice(GIVEN)}"
    subject = chance.choice(SUBJECTS)
    documents = chance.sample(DOCUMENTS, chance.randint(0, 3))
    words = {
        "subject": subject,
        "period": period,
        "chair": chair,
        "place": portal["province"],
    }
    title = f"{portal['province']}: Hội nghị giao ban {subject} {period}"
    paragraphs = [
        chance.choice(SENTENCES).format(
            **words,
            n=chance.randint(2, 98),
            m=chance.randint(99, 9999),
            document=f"Công văn số {chance.choice(DOCUMENTS)}",
        )
        for _ in range(chance.randint(5, 11))
    ]
    sapo = f"Ngày {held.day}/{held.month}, đồng chí {chair} chủ trì hội nghị giao ban {period}."
    orders = [_order(chance, held) for _ in range(chance.choice((0, 1, 1, 2)))]
    body = "\n\n".join(
        [
            *paragraphs,
            *(f"Căn cứ văn bản số {d}, đồng chí {who} báo cáo." for d in documents),
            *(f"Đồng chí {chair} yêu cầu {o['addressee']} {o['text']} {o['due']}." for o in orders),
        ]
    )
    ident = hashlib.sha256(str(index).encode()).hexdigest()[:16]
    posted = f"{held + timedelta(days=chance.randint(0, 2))}T{chance.randint(7, 17):02}:15:00+07:00"
    yield (
        "articles",
        {
            "id": ident,
            "portal": portal["id"],
            "url": f"https://{portal['host']}/tin/{index}.html",
            "title": title,
            "sapo": sapo,
            "body": body,
            "published_at": posted,
            "published_from": "page",
            "word_count": len(body.split()),
            "is_giao_ban": 1,
            "content_hash": hashlib.sha256((title + body).encode()).hexdigest()[:32],
            "extractor_version": 1,
            "first_seen_at": posted,
            "fetched_at": posted,
            "archive": "wayback" if held.year < LAST_DAY.year - 4 else None,
        },
    )
    yield (
        "meetings",
        {
            "article": ident,
            "held_on": str(held),
            "session": chance.choice(["morning", "afternoon", None]),
            "period_kind": kind,
            "period_value": value,
            "period_year": year,
            "level": level,
            "convenor": portal["unit"],
            "place": portal["province"],
        },
    )
    office = chance.choice(OFFICES[level])
    yield "chairs", {"article": ident, "position": 1, "name": chair, "title": office}
    start = sapo.index(chair)
    yield "evidence", _evidence(ident, "chairs.1", "sapo", start, start + len(chair))
    start = title.index(period)
    yield "evidence", _evidence(ident, "period_value", "title", start, start + len(period))
    for document in documents:
        start = body.index(document)
        yield (
            "citations",
            {"article": ident, "number": document, "kind": None, "issuer": None, "issued_on": None},
        )
        evidence = _evidence(ident, f"citations.{document}", "body", start, start + len(document))
        yield "evidence", evidence
    for position, order in enumerate(orders, 1):
        yield "directives", {"article": ident, "position": position, "speaker": chair, **order}
        start = body.index(order["text"])
        fact = f"directives.{position}"
        yield "evidence", _evidence(ident, fact, "body", start, start + len(order["text"]))


def _order(chance: random.Random, held: date) -> dict[str, Any]:
    due = held + timedelta(days=chance.randint(5, 200))
    known = chance.random() < 0.5
    return {
        "addressee": f"{chance.choice(ADDRESSEES)} {chance.randint(1, 40)}",
        "text": f"{chance.choice(TASKS)} của {chance.randint(2, 98)} đơn vị",
        "due": f"trước ngày {due.day}/{due.month}/{due.year}" if known else "trong thời gian tới",
        "due_on": str(due) if known else None,
    }


def _evidence(article: str, fact: str, source: str, start: int, end: int) -> dict[str, Any]:
    return {"article": article, "fact": fact, "source": source, "start": start, "end": end}


def _period(chance: random.Random, held: date) -> tuple[str, int | None, int, str]:
    year = held.year
    kind = chance.choices(["quarter", "month", "week", "half", "year"], [40, 35, 10, 8, 7])[0]
    if kind == "quarter":
        value = (held.month - 1) // 3 + 1
        return kind, value, year, f"quý {_ROMAN[value - 1]} năm {year}"
    if kind == "month":
        return kind, held.month, year, f"tháng {held.month}/{year}"
    if kind == "week":
        week = held.isocalendar()
        return kind, week.week, week.year, f"tuần {week.week}/{week.year}"
    if kind == "half":
        value = 1 if held.month < 7 else 2
        return kind, value, year, f"6 tháng {'đầu' if value == 1 else 'cuối'} năm {year}"
    return kind, None, year, f"năm {year}"


if __name__ == "__main__":
    main()
