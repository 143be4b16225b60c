"""Alarms: one message a run with what changed, wherever `GIAOBAN_ALARM_URLS` says.

Once all portals of a call are done, their runs are judged by rules, compared with how things stood
when somebody was last told, and what is new is sent at once. A message that reached nobody is owed,
and goes out with the next run.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Collection, Iterable

from crawler.alarms.channels import Message, channels, deliver
from crawler.alarms.rules import news, wrong
from crawler.clock import now
from crawler.conceal import conceal
from crawler.printable import printable
from output.health import open_to_read
from output.judged_runs import Run, runs_of
from output.store import Store

logger = logging.getLogger(__name__)

NAMED = 3  # portals in the subject


def alarm(database: str, portals: Collection[str]) -> None:
    """Send what the last runs of these portals changed; never raises, for the crawl went well."""
    try:
        by = channels(os.environ) if portals else []
        if not by:
            return
        runs = _runs(database, portals)
        changes = {portal: news(portal, past, wrong(past)) for portal, past in runs.items()}
        message = compose(changes)
        if message is None or deliver(message, by):
            store = Store(database)
            store.note_told((past[-1].id for past in runs.values()), now())
            store.close()
    except Exception as error:
        logger.error("alarms: %s: %s", type(error).__name__, conceal(str(error)))


def compose(changes: dict[str, list[str]]) -> Message | None:
    """Return the message for the changes of each portal, None when there are none."""
    names = [name for name, lines in changes.items() if lines]
    if not names:
        return None
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    lines = tuple(printable(conceal(line)) for name in names for line in changes[name])
    return Message(f"Giao Ban: news of {', '.join(names[:NAMED])}{more}", lines)


def _runs(database: str, portals: Iterable[str]) -> dict[str, list[Run]]:
    """Return the judged runs of those portals that have some."""
    db = open_to_read(database)
    if db is None:
        return {}
    runs = {portal: runs_of(db, portal) for portal in portals}
    db.close()
    return {portal: past for portal, past in runs.items() if past}
