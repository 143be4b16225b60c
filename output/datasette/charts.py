"""Small charts as inline SVG, drawn on the server: no script, no inline style."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from markupsafe import Markup

from output.datasette import language, names

_COLUMN, _GAP, _TALL = 14, 4, 120
MOST_MONTHS = 48
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class Site(Protocol):
    """Where the pages are: see `output.datasette.links`."""

    def search(self, **filters: str) -> str:
        """Return the address of a search."""
        ...

    def province(self, name: str) -> str:
        """Return the address of a province of today."""
        ...


class Bar(NamedTuple):
    """One line of a list of counts, with its bar drawn."""

    label: Any
    meetings: int
    link: str
    drawing: Markup


def bars(counts: Sequence[tuple[Any, int, str]]) -> list[Bar]:
    """Return the lines of a horizontal bar chart; the longest bar is as wide as there is room."""
    most = max((count for _, count, _ in counts), default=1) or 1
    return [Bar(label, count, link, bar(count / most)) for label, count, link in counts]


def meetings(count: int) -> str:
    """Return a number of meetings in words."""
    return f"{language.number(count)} {language.choose('hội nghị', 'meetings')}"


def bar(share: float) -> Markup:
    """Return one horizontal bar filled to `share` of 1."""
    return Markup(
        '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{:.1f}" height="4"/></svg>'
    ).format(max(share * 100, 0.8))


def months(counts: Mapping[str, int], last: str, link: Callable[[str], str]) -> Markup:
    """Return a column a month ("2026-03"), gaps included, linked: the latest years up to `last`.

    Months after `last` are slips of the pen and left out. Where all is older than the chart is
    long, it ends with the newest.
    """
    known = [month for month in counts if _MONTH.fullmatch(month) and month <= last]
    if not known:
        return Markup("")
    every = _every_month(min(known), last)
    if max(known) < every[0]:
        every = _every_month(min(known), max(known))
    most = max(counts.get(month, 0) for month in every) or 1
    step = _COLUMN + _GAP
    width = MOST_MONTHS * step
    parts = [
        Markup('<svg class="months" viewBox="0 -16 {} {}" role="group" aria-label="{}">').format(
            width, _TALL + 40, language.choose("Số hội nghị theo tháng", "Meetings by month")
        ),
        Markup('<line class="axis" x1="0" x2="{}" y1="{}" y2="{}"/>').format(
            width, _TALL + 0.5, _TALL + 0.5
        ),
    ]
    for index, month in enumerate(every):
        count = counts.get(month, 0)
        x = index * step
        if month.endswith("-01") or index == 0:
            year, number = month.split("-")
            parts.append(
                Markup('<text x="{}" y="{}">{}</text>').format(
                    x, _TALL + 18, year if number == "01" else f"{int(number)}/{year}"
                )
                if number == "01" or not any(m.endswith("-01") for m in every[:5])
                else Markup("")
            )
        if not count:
            continue
        height = max(round(count / most * _TALL, 1), 1.5)
        label = f"{language.choose('Tháng ', '')}{int(month[5:])}/{month[:4]}: {meetings(count)}"
        parts.append(
            Markup(
                '<a href="{}" aria-label="{}"><rect class="room" x="{}" y="-16" width="{}" '
                'height="{}"/><rect x="{}" y="{}" width="{}" height="{}"><title>{}</title>'
                "</rect></a>"
            ).format(
                link(month),
                label,
                x - _GAP / 2,
                step,
                _TALL + 16,
                x,
                round(_TALL - height, 1),
                _COLUMN,
                height,
                label,
            )
        )
    top = max(every, key=lambda m: counts.get(m, 0))
    parts.append(
        Markup('<text class="top" x="{}" y="-4" text-anchor="{}">{}</text></svg>').format(
            every.index(top) * step + _COLUMN / 2,
            "middle"
            if 2 < every.index(top) < len(every) - 3
            else "start"
            if every.index(top) <= 2
            else "end",
            language.number(counts.get(top, 0)),
        )
    )
    return Markup("").join(parts)


def _every_month(first: str, last: str) -> list[str]:
    year, month = int(last[:4]), int(last[5:7])
    months = [last]
    while months[-1] > first and len(months) < MOST_MONTHS:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
        months.append(f"{year:04}-{month:02}")
    return months[::-1]


def runs(history: Iterable[Mapping[str, Any]]) -> Markup:
    """Return a portal's last runs, oldest first: a column each, tall by articles, by state."""
    shown = list(history)
    most = max((run["articles_new"] or 0 for run in shown), default=0) or 1
    columns: dict[str, str] = {}
    by_state: dict[str, int] = {}
    for index, run in enumerate(shown):
        state = run["state"] or "running"
        height = 5 + 22 * (run["articles_new"] or 0) / most if state == "ok" else 5
        x = (30 - len(shown) + index) * 6
        columns[state] = columns.get(state, "") + f"M{x},28v-{height:.0f}h5v{height:.0f}z"
        by_state[state] = by_state.get(state, 0) + 1
    label = ", ".join(
        f"{n} {language.localized(names.label(names.STATES, state))}"
        for state, n in by_state.items()
    )
    return Markup(
        '<svg class="runs" viewBox="0 0 180 28" role="img" aria-label="{}: {}">{}</svg>'
    ).format(
        language.choose(f"{len(shown)} lượt", f"{len(shown)} runs"),
        label,
        Markup("").join(
            Markup('<path class="state-{}" d="{}"/>').format(state, d)
            for state, d in columns.items()
        ),
    )
