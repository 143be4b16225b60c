"""Alarms: one message a run with what changed, by e-mail, Slack or Telegram.

spidermon's monitors judge each portal when its spider closes. What they found is gathered at the
end of the run, compared with how things stood when somebody was last told, and sent at once. A
message that reached nobody is owed, and goes out with the next run.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable

from scrapy.crawler import Crawler
from spidermon import Action, MonitorRunner, MonitorSuite

from crawler.alarms.actions import Message, configured
from crawler.alarms.monitors import Monitors
from crawler.alarms.rules import news
from crawler.clock import now
from output.store import Store

logger = logging.getLogger(__name__)

NAMED = 3  # portals in the subject


def alarm(crawlers: Iterable[Crawler]) -> None:
    """Send what the runs of these crawlers changed; never raises, for the crawl went well."""
    try:
        watched = [found for crawler in crawlers if (found := _monitors(crawler)) and found.runs]
        actions = configured(os.environ) if watched else []
        if not actions:
            return
        changes = {m: news(m.crawler.spider.name, m.runs, m.failing) for m in watched}
        message = compose({m.crawler.spider.name: lines for m, lines in changes.items()})
        if message is None or deliver(message, actions):
            store = Store(watched[0].crawler.settings["DATABASE"])
            store.note_told((monitors.runs[-1].id for monitors in watched), now())
            store.close()
    except Exception as error:
        logger.error("alarms: %s: %s", type(error).__name__, error)


def compose(changes: dict[str, list[str]]) -> Message | None:
    """Return the message for the changes of each portal, None when there are none."""
    names = [name for name, lines in changes.items() if lines]
    if not names:
        return None
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    lines = tuple(line for name in names for line in changes[name])
    return Message(f"Giao Ban: news of {', '.join(names[:NAMED])}{more}", lines)


def deliver(message: Message, actions: Iterable[Action]) -> bool:
    """Send by each means; tell whether one of them took it. A failure is one line in the log."""
    suite = MonitorSuite(monitors_finished_actions=actions)
    result = MonitorRunner().run(suite, message=message)
    sent = False
    for action in result.monitors_finished_action_results:
        if action.error:
            why = action.error.strip().splitlines()[-1]
            logger.error("no alarm by %s: %s", action.item.name, why)
        sent = sent or not action.error
    return sent


def _monitors(crawler: Crawler) -> Monitors | None:
    try:
        return crawler.get_extension(Monitors)
    except RuntimeError:  # it was stopped before it began
        return None
