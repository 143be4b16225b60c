"""How a value is shown in a table of rows: links, labels, days; the data itself stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from output.datasette import language, names, rows, territory
from output.datasette.links import Links

_LABELS = {
    "level": names.LEVELS,
    "period_kind": names.PERIOD_KINDS,
    "session": names.SESSIONS,
    "state": names.STATES,
}
_COUNTS = {"meetings", "articles", "portals", "provinces", "revisions", "word_count", "views"}
_LONG = 280


def portal(links: Links, value: Any, known: Mapping[str, str | None]) -> Markup:
    """Return what to show for a portal's id, by the names of those known."""
    ident = str(rows.key(value))
    return _link(links.portal(ident), known.get(ident) or ident)


def show(links: Links, row: Any, value: Any, column: str, table: str | None) -> Markup | str | None:
    """Return what to show for a cell, None to leave it to Datasette."""
    known = row.keys()
    if value is None and column == "title":
        value = language.choose("(không có tiêu đề)", "(no title)")
    if value is None:
        return ""
    if column in _COUNTS and isinstance(value, int):
        return _count(links, row, known, value, column)
    if not isinstance(value, str):
        return None
    if column == "title" and table != "revisions":
        target = _article(links, row, known, table)
        return _link(target, value) if target else None
    if target := _page(links, row, known, value, column, table):
        return _link(target, language.choose("Xem", "Show") if column == "article" else value)
    return _text(value, column)


def _page(
    links: Links, row: Any, known: Any, value: str, column: str, table: str | None
) -> str | None:
    """Return the page of the site that is about what the cell names."""
    match column, table:
        case "article", _:
            return links.article(value)
        case ("chair", _) | ("name", "chairs"):
            place = row["province_now"] if "province_now" in known else None
            province = territory.province_of(place) if place else None
            return links.person(value, province) if place else links.anyone(value)
        case "number", _:
            return links.document(value)
        case "province_now", _ if (province := territory.province_of(value)) in names.PROVINCES:
            return links.province(province or "")
        case "id", "portals":
            return links.portal(value)
    return None


def _text(value: str, column: str) -> Markup | str:
    if table_of_words := _LABELS.get(column):
        return language.localized(names.label(table_of_words, value))
    if column.endswith("_at") or column in ("held_on", "issued_on", "last_held"):
        return names.moment(value)
    if web := names.web(value):
        return Markup('<a href="{}" rel="noopener nofollow" target="_blank">{}</a>').format(
            web, names.host(web) if column in ("url", "homepage") else value[:_LONG]
        )
    return value if len(value) <= _LONG else value[:_LONG].rsplit(" ", 1)[0] + " …"


def _article(links: Links, row: Any, known: Any, table: str | None) -> str | None:
    if "article" in known and row["article"]:
        return links.article(rows.key(row["article"]))
    if table == "articles" and "id" in known:
        return links.article(row["id"])
    if table == "giao_ban" and "url" in known and row["url"]:
        return links.by_url(row["url"])
    return None


def _count(links: Links, row: Any, known: Any, value: int, column: str) -> Markup | str:
    figure = language.number(value)
    place = (row["province_now"] if "province_now" in known else None) or ""
    if column == "meetings" and "chair" in known:
        return _link(links.search(chair=row["chair"], province=place), figure)
    if column == "articles" and "number" in known:
        return _link(links.document(row["number"]), figure)
    return figure


def _link(target: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(target, text)
