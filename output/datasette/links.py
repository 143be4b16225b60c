"""Where the pages are."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from output.datasette.rows import served
from output.datasette.slugs import segment, slug

_STATIC = Path(__file__).parent / "static"


class Links:
    """Addresses of the site's pages for one Datasette, under any base URL and file name."""

    def __init__(self, datasette: Any) -> None:
        self._datasette = datasette

    @property
    def database(self) -> str:
        """The name the database is served under."""
        return str(served(self._datasette).name)

    def home(self) -> str:
        """Return the address of the home page."""
        return str(self._datasette.urls.instance())

    def search(self, **filters: str) -> str:
        """Return the address of a search."""
        return self._with("tim", filters)

    def person(self, name: str, province: str | None) -> str:
        """Return the address of a person: a name within a province of today."""
        return self._with(f"nguoi/{segment(name)}/{slug(province or '') or '-'}", {})

    def anyone(self, name: str) -> str:
        """Return the address of everybody of one name."""
        return self._with(f"nguoi/{segment(name)}", {})

    def province(self, name: str, **params: str) -> str:
        """Return the address of a province of today."""
        return self._with(f"tinh/{slug(name)}", params)

    def compare(self, *provinces: str) -> str:
        """Return the address where two provinces stand side by side."""
        return self._with("so-sanh", dict(zip("ab", provinces, strict=False)))

    def document(self, number: str, key: str = "") -> str:
        """Return the address of a document, or of all that bear its number."""
        return self._with(f"van-ban/{segment(number)}" + (f"/{key}" if key else ""), {})

    def portal(self, ident: str) -> str:
        """Return the address of a portal."""
        return self._with(f"cong/{quote(ident, safe='')}", {})

    def directives(self, **filters: str) -> str:
        """Return the address of the directives asked for."""
        return self._with("chi-dao", filters)

    def directives_file(self, ending: str, **filters: str) -> str:
        """Return the address of a file of the directives asked for."""
        return self._with(f"chi-dao.{ending}", filters)

    def calendar(self, **filters: str) -> str:
        """Return the address of the calendar of deadlines."""
        return self._with("chi-dao.ics", filters)

    def coverage(self) -> str:
        """Return the address of the page of what is missing."""
        return self._with("con-thieu", {})

    def captures(self, ident: str, edit: int = 1) -> str:
        """Return the address where two captures of an article stand side by side."""
        return self._with(f"doi-chieu/{ident}", {"lan": str(edit)} if edit > 1 else {})

    def follow(self, **params: str) -> str:
        """Return the address that tells how to follow what is new."""
        return self._with("theo-doi", params)

    def health(self, **filters: str) -> str:
        """Return the address of the health page."""
        return self._with("suc-khoe", filters)

    def data(self) -> str:
        """Return the address of the page of questions, tables and downloads."""
        return str(self._datasette.urls.database(self.database))

    def table(self, name: str, **filters: str) -> str:
        """Return the address of a table."""
        path = str(self._datasette.urls.table(self.database, name))
        return path + (f"?{urlencode(filters)}" if filters else "")

    def article(self, ident: str) -> str:
        """Return the address of an article's page."""
        return f"{self.table('articles')}/{ident}"

    def shared(self, ident: str, form: str = "") -> str:
        """Return an address of an article that outlives this copy, or of its facts ("json")."""
        return self._with(f"bai/{ident}" + (f".{form}" if form else ""), {})

    def absolute(self, request: Any, path: str) -> str:
        """Return an address with scheme and host, as the reader's browser knows them."""
        return str(self._datasette.absolute_url(request, path))

    def by_url(self, url: str) -> str:
        """Return an address that leads to the page of the article with this address."""
        return self._with("bai", {"url": url})

    def query(self, name: str, form: str = "", **params: str) -> str:
        """Return the address of a canned query; `form` is "", "csv", "json" or "atom"."""
        if name == "search":  # a page of our own
            return self._with("tim" + (f".{form}" if form else ""), params)
        path = f"{self.data()}/{name}" + (f".{form}" if form else "")
        given = {key: value for key, value in params.items() if value}
        return path + (f"?{urlencode(given)}" if given else "")

    def static(self, name: str) -> str:
        """Return the address of a file of our own, which names its content: it is kept for good."""
        return f"{self._datasette.urls.path(f'static/{name}')}?v={_version(name)}"

    def _with(self, path: str, params: dict[str, str]) -> str:
        given = {key: value for key, value in params.items() if value}
        address = str(self._datasette.urls.path(path))
        return address + (f"?{urlencode(given)}" if given else "")


@lru_cache
def _version(name: str) -> str:
    return hashlib.sha256((_STATIC / name).read_bytes()).hexdigest()[:12]
