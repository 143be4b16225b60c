"""The plugin that makes Datasette this site: hooks only, what they do is in output.datasette."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

import datasette.handle_exception as errors
from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Response
from pluggy import HookimplMarker

from output.datasette import (
    article,
    canned,
    cells,
    columns,
    exports,
    failures,
    feeds,
    filters,
    functions,
    headers,
    health,
    home,
    indexing,
    language,
    limits,
    names,
    pages,
    periods,
    published,
    reasons,
    rhythm,
    rows,
    safe,
    sandbox,
    search,
    sharing,
    spellings,
    subjects,
    tables,
    territory,
)
from output.datasette.links import Links

hookimpl = HookimplMarker("datasette")

# Else every 404 prints a page of local variables on the operator's terminal.
errors.rich = None


@hookimpl
def startup(datasette: Any) -> None:
    """Show a newly published copy without a restart."""
    published.adopt(datasette)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give SQL the functions of this site, and keep what it makes small."""
    limits.limit(conn)
    functions.prepare(conn)


@hookimpl(specname="prepare_connection", trylast=True)
def prepare_search(conn: sqlite3.Connection) -> None:
    """Put our `escape_fts` in place of Datasette's."""
    functions.register_search(conn)


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """Give every template the addresses and the words of the site."""
    env.globals.update(
        site=Links(datasette),
        names=names,
        search_periods=periods.CHOICES,
        about_tables=tables.TABLES,
        table_title=tables.title,
        about_column=columns.of,
        directive_tabs=pages.directives.TABS,
        canned=canned.QUERIES,
        hides=canned.hides,
        t=language.choose,
        language=language.current,
        other_language=language.other,
    )
    env.finalize = safe.shown
    env.filters.update(
        day=names.day,
        moment=names.moment,
        number=language.number,
        host=names.host,
        web=names.web,
        from_where=article.label,
        years_covered=rhythm.years_covered,
        province=names.province,
        localized=language.localized,
        period=lambda text: language.localized(periods.in_words(text)),
        reason=reasons.localized,
    )


@hookimpl
def get_metadata(datasette: Any, key: str | None, database: str | None, table: str | None) -> Any:
    """Describe the tables under whatever name the database is served.

    Datasette asks several times a page and a column, for permissions most of all, and copies what
    it is given: each question gets what is looked up in it, no more.
    """
    if key not in (None, "databases", "tables"):
        return {}
    served = [name for name, db in datasette.databases.items() if not db.is_memory]
    # Datasette writes into what it is given.
    described = {
        name: {**about} if key == "tables" else {**about, "columns": columns.described(name)}
        for name, about in tables.TABLES.items()
    }
    return {"databases": {name: {"tables": described} for name in served}}


@hookimpl
def canned_queries(datasette: Any, database: str) -> dict[str, dict[str, Any]]:
    """Offer the questions people ask."""
    if datasette.databases[database].is_memory:
        return {}
    return {name: {**query, "hide_sql": True} for name, query in canned.QUERIES.items()}


@hookimpl
def render_cell(
    row: Any, value: Any, column: str, table: str | None, datasette: Any
) -> str | Callable[[], Awaitable[str]] | None:
    """Show a cell the way a reader expects it."""
    links = Links(datasette)

    async def portal() -> str:
        return cells.portal(links, value, await territory.portal_names(rows.served(datasette)))

    return portal if column == "portal" and value else cells.show(links, row, value, column, table)


@hookimpl(trylast=True)
def register_output_renderer(datasette: Any) -> dict[str, Any]:
    """Put the feed that copes with anything in place of datasette-atom's."""
    return feeds.register()


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[headers.App], headers.App]:
    """Give every request its language and spelling, every answer its headers; watch SQL; pack."""
    return lambda app: headers.with_headers(
        headers.with_gzip(
            spellings.with_spellings(language.with_language(sandbox.watch(app)), datasette)
        )
    )


@hookimpl
def block_robots_extra_lines(datasette: Any, request: Any) -> list[str]:
    """Open the articles to search engines where the operator said so."""
    return indexing.robots(datasette, request)


@hookimpl
def handle_exception(
    datasette: Any, request: Any, exception: Exception
) -> Callable[[], Awaitable[Any]]:
    """Say in words that a copy is too old, or the machine too busy, for what was asked."""
    return lambda: failures.answer(datasette, request, exception)


@hookimpl
def extra_template_vars(
    datasette: Any, view_name: str | None, table: str | None, request: Any
) -> Callable[[], Awaitable[dict[str, Any]]]:
    """Give Datasette's own pages what ours show on them."""

    async def gather() -> dict[str, Any]:
        db = rows.served(datasette)
        if view_name in ("database", "QueryView", "query", "table"):
            return {"choices": await filters.choices(db)}
        return {}

    return gather


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Add the pages Datasette does not have."""
    return [
        (r"^/$", home_page),
        (r"^/(?P<database>[^/.]+)/articles/(?P<article>\w+)$", article_page),
        (r"^/tim$", tim),
        (r"^/tim\.atom$", feeds.of_search),
        (r"^/[^/.]+/search(\.(?P<format>csv|json|atom|xlsx))?$", searched_before),
        (r"^/suc-khoe$", suc_khoe),
        *sharing.ROUTES,
        *indexing.ROUTES,
        *exports.ROUTES,
        *pages.ROUTES,
    ]


async def home_page(datasette: Any, request: Any) -> Any:
    """The home page: Datasette's own would count the rows of every table first."""
    page = await home.context(rows.served(datasette), Links(datasette))
    html = await datasette.render_template("index.html", page, request, view_name="index")
    return Response.html(html)


async def article_page(datasette: Any, request: Any) -> Any:
    """An article: a row with all that belongs to it."""
    if tilde_decode(request.url_vars["database"]) != rows.served(datasette).name:
        raise NotFound("Database not found")
    return await sharing.page(datasette, request)


async def tim(datasette: Any, request: Any) -> Any:
    """Search."""
    db = rows.served(datasette)
    page = await search.context(db, request.args)
    page["about"] = await subjects.subjects(db, page["asked"], Links(datasette))
    html = await datasette.render_template("tim.html", page, request=request, view_name="tim")
    return Response.html(html)


async def searched_before(datasette: Any, request: Any) -> Any:
    """Lead from where the data of a search used to be to where they are."""
    form = request.url_vars["format"]
    address = datasette.urls.path("tim" + (f".{form}" if form else ""))
    query = f"?{request.query_string}" if request.query_string else ""
    return Response.redirect(str(address) + query)


async def suc_khoe(datasette: Any, request: Any) -> Any:
    """Health."""
    page = await health.context(rows.served(datasette), request.args)
    html = await datasette.render_template("suc-khoe.html", page, request, view_name="suc-khoe")
    return Response.html(html)
