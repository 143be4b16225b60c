"""VHV (laichau, hungyen, moit, many communes).

The pager is a script: the list's configuration stands in the page as base64 JSON and is posted
back with `pageNo` for an HTML fragment.
"""

import base64
import binascii
import json
import re
from itertools import islice
from typing import Any
from urllib.parse import urlencode, urljoin

from crawler.families.asking import AJAX, Answer, Ask
from crawler.families.base import Family, Fields, Listing
from crawler.markup.selecting import select

_ROWS = ("article.article-news", ".article-news", ".post-item")
_DECODE64 = re.compile(r"""decode64\(\s*['"]([A-Za-z0-9+/=_-]+)['"]\s*\)""")
# What the call adds to it: `…decode64('…')), {"module": "…", "id": "22"}), {totalItems: 34, …})`.
_ADDED = re.compile(r"[\s),]*(\{[^{}]{0,2000}\})")
_PAIR = re.compile(r"""["']?(\w+)["']?\s*:\s*(?:"([^"]*)"|'([^']*)'|(-?\d+|true|false))""")
_MOST_WIDGETS = 50
_SITE = re.compile(r"""\bsite["']?\s*[:=]\s*["']?(\d+)|/upload/(\d{4,})/""")


def pager(answer: Answer, page: int) -> Ask | None:
    """Ask for the fragment of page `page`, by the configuration in the page or in what was sent."""
    if answer.ask.method == "POST":
        sent = {**dict(answer.ask.form), "pageNo": str(page)}
        return Ask(url=answer.ask.url, method="POST", form=tuple(sent.items()), headers=AJAX)
    rows = next((n for css in _ROWS if (n := len(_rows(answer, css)))), 0)
    redraw = _redraw(answer.text, answer.url, rows)
    if redraw is None:
        return None
    address, fields = redraw
    form = tuple({**fields, "pageNo": str(page)}.items())
    return Ask(url=address, method="POST", form=form, headers=AJAX)


def _rows(answer: Answer, css: str) -> list[Any]:
    return [] if answer.tree is None else list(select(answer.tree, css))


def _redraw(html: str, url: str, rows: int) -> tuple[str, dict[str, str]] | None:
    """Return the address and form fields, all but `pageNo`, of a VHV listing's redraw.

    A page may hold several such widgets: the listing is the one that counts in as many items as
    the page shows `rows`, of these the longest.
    """
    candidates = []
    for blob in islice(_DECODE64.finditer(html), _MOST_WIDGETS):
        config = _decoded(blob[1])
        if config is None:
            continue
        config |= _added(html, blob.end())
        config.setdefault("moduleId", config.get("id"))
        if not isinstance(config["moduleId"], (str, int)) or not config["moduleId"]:
            continue
        size, total = _number(config.get("itemsPerPage")), _number(config.get("totalItems"))
        lists = "Article" in f"{config.get('service', '')}{config.get('page', '')}"
        candidates.append((lists, rows > 0 and size == rows, total, config))
    if not candidates:
        return None
    config = max(candidates, key=lambda candidate: candidate[:3])[3]
    fields = {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in config.items()
        if value is not None and name != "pageNo"
    }
    printed = _SITE.search(html)
    site = fields.get("site") or (printed[1] or printed[2] if printed else "")
    module = fields["moduleId"]
    # Names of the portal's own modules have a dot; a field of that name may mean another thing.
    module_name, page_name = fields.get("module", ""), fields.get("page", "")
    query = {
        "module": module_name if "." in module_name else "Content.Listing",
        "moduleId": module,
        "cmd": "redraw",
        "site": site,
        "url_mode": "rewrite",
        "submitFormId": module,
        "page": page_name if "." in page_name else "Article.News.list",
    }
    asked = urlencode(query, errors="replace")  # a lone surrogate is no text
    return urljoin(url, f"/?{asked}"), fields


def _added(html: str, at: int) -> dict[str, Any]:
    """Read the object literals that follow a configuration in its call."""
    added: dict[str, Any] = {}
    while literal := _ADDED.match(html, at):
        at = literal.end()
        for name, double, single, bare in _PAIR.findall(literal[1]):
            added[name] = double or single or bare
    return added


def _decoded(blob: str) -> dict[str, Any] | None:
    padded = blob.replace("-", "+").replace("_", "/") + "=" * (-len(blob) % 4)
    try:
        config = json.loads(base64.b64decode(padded))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return config if isinstance(config, dict) else None


def _number(value: object) -> int:
    digits = str(value)
    return int(digits) if digits.isdecimal() and len(digits) < 10 else 0


FAMILY = Family(
    name="vhv",
    tokens=frozenset(
        {
            "news-detail-layout-type-2",
            "section-list",
            "article-news",
            "frame-tinlquan",
            "block_share",
        }
    ),
    signature=re.compile(r"module=Content\.Listing|\bvhv\b"),
    # No id: the slug alone, because one article hangs under several categories.
    article=re.compile(r"^/(?:[^?#]*/)?(?P<key>[^/?#]+)\.html?(?:[?#]|$)", re.IGNORECASE),
    pager=pager,
    fields=Fields(
        title=(".title-detail", "h1.article-title", ".news-detail-layout-type-2 h1"),
        stamp=(".post-date", ".article-date", ".news-detail-layout-type-2 .date"),
        # Rows of related lists carry the same class: the one in the article itself counts.
        sapo=(
            ".news-detail-layout-type-2 .article-brief",
            "article > .article-brief",
        ),
        content=(
            ".article-content .article-content.font-size-text",
            ".content-detail",
            ".article-content",
        ),
        author=("div.author",),
        source=("div.source",),
        furniture=(
            ".article-tags",
            ".rating",
            ".block_share",
            ".frame-tinlquan",
        ),
    ),
    listing=Listing(
        scope=("section.section-list", ".section-list"),
        row=_ROWS,
        title=("a.article-title", ".article-title a", ".post-title h4 a", ".post-title a"),
        summary=(".article-brief", ".post-brief", ".post-summary"),
        date=(".article-date", ".post-date"),
    ),
)
