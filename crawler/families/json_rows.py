"""Listings that answer JSON: any list of objects that each have a title and an address. Pure.

Read in sources: Liferay's `{items: [{title, urlDetail, summary, createdDate}]}`, WordPress'
`[{title: {rendered}, link, excerpt: {rendered}, date}]`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from crawler.families.address import resolve
from crawler.items import Teaser
from crawler.markup.decode import parse
from crawler.markup.times import epoch_time, machine_time
from crawler.vietnamese.dates import parse_stamp
from crawler.vietnamese.letters import clean

MOST_ROWS = 2000
_SCRIPTS = 40  # of a page
_FIRST = 20  # of a list, what it holds is told by
_LONGEST_NUMBER = 100  # digits
_DEEPEST = 6  # levels at which a list of rows may stand
# Names of members in small letters, without what joins their words.
_TITLES = ("title", "name", "tieude", "headline", "subject", "tenbai", "tenbaiviet", "tentin")
_ADDRESSES = (
    *("urldetail", "link", "url", "href", "permalink", "detailurl", "fullurl"),
    *("duongdan", "lienket", "path", "newsurl", "articleurl", "linkdetail"),
)
_SUMMARIES = (
    *("summary", "excerpt", "description", "sapo", "trichdan", "brief", "lead", "mota", "tomtat"),
    *("trichyeu", "motangan", "noidungtomtat", "shortdescription", "intro"),
)
_DATES = (
    *("createddate", "date", "publishedat", "publishdate", "pubdate", "created", "publisheddate"),
    *("ngaydang", "ngayxuatban", "thoigiandang", "publishtime", "publishedtime", "createdat"),
    *("createdate", "ngaytao", "ngay"),
)


def read_json_rows(text: str, url: str) -> list[Teaser] | None:
    """Return the rows of a JSON answer fetched from `url`, None where it is not JSON."""
    try:
        data = json.loads(text, parse_int=_number)
    except (ValueError, RecursionError):
        return None
    rows: dict[str, Teaser] = {}
    for item in max(_lists(data), key=len, default=()):
        if len(rows) < MOST_ROWS and (teaser := _row(item, url)):
            rows.setdefault(teaser.url, teaser)
    return list(rows.values())


def embedded_rows(tree: HtmlElement, url: str) -> list[Teaser]:
    """Return the rows that a page holds as JSON, for its script to show."""
    for script in islice(tree.iter("script"), _SCRIPTS):
        text = (script.text or "").strip()
        if script.get("type") == "application/json" and (rows := read_json_rows(text, url)):
            return rows
    return []


def _number(digits: str) -> int | None:
    """Read a number; one of hundreds of digits is nonsense, and spoils no rows."""
    return int(digits) if len(digits) < _LONGEST_NUMBER else None


def mark_up_of(text: str) -> str:
    """Return the longest piece of mark-up with links that a JSON answer holds, else the text.

    Scripts that load more are often sent their rows so: `{"html": "<div>…"}`.
    """
    if text.lstrip()[:1] not in ("{", "["):
        return text
    try:
        todo = [(json.loads(text, parse_int=_number), 0)]
    except (ValueError, RecursionError):
        return text
    pieces = [""]
    while todo:
        value, depth = todo.pop()
        if isinstance(value, str) and "<a " in value:
            pieces.append(value)
        elif table := _table_of(value):
            pieces.append(table)
        elif depth <= _DEEPEST and isinstance(value, (dict, list)):
            inner = value.values() if isinstance(value, dict) else value[:_FIRST]
            todo.extend((v, depth + 1) for v in inner)
    return max(pieces, key=len)


def _table_of(value: Any) -> str | None:
    """Rows whose cells are mark-up, as a table's script is sent them; None of anything else."""
    is_list = isinstance(value, list) and all(isinstance(row, list) for row in value[:_FIRST])
    if not value or not is_list:
        return None
    rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in value[:MOST_ROWS])
    table = "".join(f"<tr>{row}</tr>" for row in rows)
    return f"<table>{table}</table>" if "<a " in table else None


def _lists(data: Any) -> Iterator[Sequence[Mapping[str, Any]]]:
    """Yield the lists whose objects have a title, wherever they stand."""
    todo = [(data, 0)]
    while todo:
        value, depth = todo.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, list):
            objects = [o for o in value if isinstance(o, dict)]
            if any(_first(o, _TITLES) for o in objects[:_FIRST]):
                yield objects
            todo.extend((o, depth + 1) for o in objects[:_FIRST])
        elif isinstance(value, dict):
            todo.extend((v, depth + 1) for v in value.values() if isinstance(v, (dict, list)))


def _row(item: Mapping[str, Any], url: str) -> Teaser | None:
    title, address = plain(_first(item, _TITLES)), _first(item, _ADDRESSES)
    link = resolve(url, address) if address else None
    if not title or link is None:
        return None
    date = _first(item, _DATES) or _seconds(item)
    return Teaser(
        url=link,
        title=title,
        summary=plain(_first(item, _SUMMARIES)),
        published_at=(machine_time(date) or parse_stamp(date)) if date else None,
    )


def _seconds(item: Mapping[str, Any]) -> str | None:
    """Return the time of a row that counts seconds, or thousandths, since 1970."""
    members = _plainly_named(item)
    for name in _DATES:
        value = members.get(name)
        if isinstance(value, int) and 10**9 <= value < 10**14:
            return epoch_time(value if value < 10**11 else value // 1000)
    return None


def _first(item: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    members = _plainly_named(item)
    for name in names:
        value = members.get(name)
        if isinstance(value, dict):  # WordPress: {"rendered": "…"}
            value = value.get("rendered")
        if isinstance(value, str) and value.strip():
            return value
    return None


def _plainly_named(item: Mapping[str, Any]) -> dict[str, Any]:
    """The members by their names in one spelling: "tieuDe", "tieu_de", "TieuDe" are one."""
    members: dict[str, Any] = {}
    for name, value in item.items():
        members.setdefault(name.replace("_", "").replace("-", "").casefold(), value)
    return members


def plain(value: str | None) -> str | None:
    """Return the text of a string that may hold mark-up and entities; None where there is none."""
    if value is None:
        return None
    if "<" in value or "&" in value:
        tree = parse(value)
        value = "" if tree is None else str(tree.text_content())
    return clean(value) or None
