"""`/chi-dao`: directives by addressee, speaker, province, days; `/chi-dao.ics`: their deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from datasette.utils.asgi import Response

from crawler.clock import now
from output.datasette import directives as asking
from output.datasette import icalendar_feed, names
from output.datasette.language import choose
from output.datasette.links import Links
from output.datasette.pages import answer
from output.datasette.rows import served

CALENDAR_DAYS = 60  # how far back the calendar goes
CALENDAR_MOST = 300


async def directives(datasette: Any, request: Any) -> Any:
    """Show a page of directives."""
    db = served(datasette)
    asked = asking.Asked.read(request.args)
    today = now()[:10]
    counts = await asking.counts(db, asked, today)
    if not answer.text(request, "when") and not counts[asked.when]:
        asked = replace(asked, when="all")  # nothing comes up: no reason to show nothing
    rows = await asking.find(db, asked, today)
    return await answer.page(
        datasette,
        request,
        "directives",
        {
            "asked": asked,
            "rows": rows[: asking.PAGE],
            "more": len(rows) > asking.PAGE,
            "counts": counts,
            "data": asked.filters(),
            "today": today,
        },
    )


async def calendar(datasette: Any, request: Any) -> Any:
    """Answer with the deadlines since two months ago, the nearest `CALENDAR_MOST` of them."""
    since = date.fromisoformat(now()[:10]) - timedelta(days=CALENDAR_DAYS)
    asked = asking.Asked.read(request.args)
    asked = replace(asked, when="coming", page=1)
    rows = await asking.find(served(datasette), asked, str(since), CALENDAR_MOST)
    links = Links(datasette)
    title = " — ".join(
        filter(
            None,
            (
                choose("Giao Ban: hạn", "Giao Ban: due"),
                asked.province,
                asked.addressee,
                asked.speaker,
            ),
        )
    )
    body = icalendar_feed.calendar(
        rows, title, lambda article: datasette.absolute_url(request, links.article(article))
    )
    return Response(
        body.decode(),
        content_type="text/calendar; charset=utf-8",
        headers={"content-disposition": 'inline; filename="chi-dao.ics"'},
    )


ROUTES = [("chi-dao", directives), (r"chi-dao\.ics", calendar)]
TABS = {
    "coming": names.Label("Sắp đến hạn", "Coming due"),
    "past": names.Label("Đã quá ngày hạn", "Fell due"),
    "undated": names.Label("Không có ngày hạn", "Without a day"),
    "all": names.Label("Tất cả", "All"),
}
