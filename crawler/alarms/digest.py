"""`python -m crawler.alarms.digest`: the week's new meetings and directives, by e-mail.

Sent to the e-mail addresses in `GIAOBAN_DIGEST_TO`, through the server that alarms are mailed
through, and to the addresses in `GIAOBAN_DIGEST_URLS` (as alarms are: docs/health.md); of the
provinces in `GIAOBAN_DIGEST_PROVINCES`, names parted by commas, of all where it is not set.
`GIAOBAN_SITE` is the address of the site, to link to. Nothing new sends nothing.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from urllib.parse import urlencode

from crawler import clock
from crawler.alarms.channels import Message, channels, deliver, mail
from crawler.printable import printable
from crawler.vietnamese import units
from output.digest import Digest, Row, gather, portals_of
from output.health import open_to_read

TO, URLS = "GIAOBAN_DIGEST_TO", "GIAOBAN_DIGEST_URLS"
DAYS = 7
AHEAD = 14  # days: what falls due in them is named
MOST = 60  # lines of each kind


def compose(digest: Digest, site: str | None = None) -> Message | None:
    """Return the e-mail in Vietnamese, None when nothing is new and nothing falls due."""
    if not (digest.meetings or digest.directives or digest.coming):
        return None
    span = f"{_day(digest.since)} – {_day(digest.until)}"
    subject = (
        f"Giao Ban: {len(digest.meetings)} hội nghị, {len(digest.directives)} chỉ đạo mới, {span}"
    )
    lines: list[str] = []
    for heading, rows, write in (
        ("HỘI NGHỊ MỚI", digest.meetings, _meeting),
        ("CHỈ ĐẠO MỚI", digest.directives, _directive),
        (f"SẮP ĐẾN HẠN, tới {_day(digest.horizon)}", digest.coming, _directive),
    ):
        if not rows:
            continue
        lines += ([""] if lines else []) + [heading]
        for row in rows[:MOST]:
            first, *more = (" ".join(printable(line).split()) for line in write(row))
            lines += ["", first, *(f"  {line}" for line in (*more, _address(row, site)))]
        if len(rows) > MOST:
            lines += ["", f"… và {len(rows) - MOST} nữa"]
    return Message(subject, tuple(lines))


def _meeting(row: Row) -> list[str]:
    day = _day(row["held_on"] or row["published_at"] or "")
    place = row["province_now"] or row["portal"]
    chairs = [f"Chủ trì: {row['chairs']}"] if row["chairs"] else []
    return [f"[{place}] {day} {row['title'] or '(không có tiêu đề)'}", *chairs]


def _directive(row: Row) -> list[str]:
    due = _day(row["due_on"]) if row["due_on"] else row["due"]
    parts = [
        f"[{row['province_now']}]" if row["province_now"] else "",
        f"Hạn {due}:" if due else "",
        f"{row['addressee']}:" if row["addressee"] else "",
        row["text"] or "",
        f"({row['speaker']})" if row["speaker"] else "",
    ]
    return [" ".join(filter(None, parts))]


def _address(row: Row, site: str | None) -> str:
    if not site:
        return str(row["url"])
    return f"{site.rstrip('/')}/bai?{urlencode({'url': row['url']})}"


def _day(stamp: str) -> str:
    year, month, day = stamp[:10].split("-") if stamp[:10].count("-") == 2 else ("", "", stamp)
    return f"{day}/{month}/{year}" if year else day


def chosen(rows: list[Row], names: str | None) -> list[str] | None:
    """Return the ids of the portals of the provinces named, in any spelling, of then or now.

    None means all of them. Raises `ValueError` for a name that is no province.
    """
    if not (names or "").strip():
        return None
    wanted = set()
    for name in (names or "").split(","):
        province = units.now_of(name.strip())
        if province is None:
            raise ValueError(f"GIAOBAN_DIGEST_PROVINCES: {name.strip()!r} is no province")
        wanted.add(province.name)
    return [
        row["id"]
        for row in rows
        if (now := units.now_of(row["province_now"] or row["province"])) and now.name in wanted
    ]


def main(argv: list[str] | None = None, env: Mapping[str, str] = os.environ) -> int:
    """Send it; exit 1 when it reached nobody, 2 when a setting is wrong."""
    parser = argparse.ArgumentParser(prog="python -m crawler.alarms.digest", description=__doc__)
    parser.add_argument("database", nargs="?", default="output/giaoban.db")
    parser.add_argument("--days", type=int, default=DAYS, help="how far back (default %(default)s)")
    parser.add_argument("--show", action="store_true", help="print it, send nothing")
    given = parser.parse_args(argv)
    logging.basicConfig(format="%(message)s")
    try:
        return _send(given, env)
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def _send(given: argparse.Namespace, env: Mapping[str, str]) -> int:
    """Send or show what is asked for; raises `ValueError` when a setting is wrong."""
    db = open_to_read(given.database)
    if db is None:
        raise ValueError(f"there is no database at {given.database}")
    until = datetime.fromisoformat(clock.now())
    since, horizon = until - timedelta(days=given.days), until + timedelta(days=AHEAD)
    portals = chosen(portals_of(db), env.get("GIAOBAN_DIGEST_PROVINCES"))
    digest = gather(db, since.isoformat(), until.isoformat(), str(horizon.date()), portals)
    message = compose(digest, env.get("GIAOBAN_SITE"))
    if message is None:
        print("nothing new: nothing to send")
        return 0
    if given.show:
        print(message.subject, "", message.text, sep="\n")
        return 0
    by = [*filter(None, [mail(env, TO)]), *channels(env, URLS)]
    if not by:
        raise ValueError(f"neither {TO} nor {URLS} names an address, see docs/health.md")
    sent = deliver(message, by)
    print(f"{message.subject}: {'sent' if sent else 'not sent'}")
    return int(not sent)


if __name__ == "__main__":
    sys.exit(main())
