"""How a page of ours answers: a template filled, a redirect, or that there is no such thing."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import NotFound, Response

from output.datasette.language import choose
from output.datasette.rows import Row


async def page(datasette: Any, request: Any, name: str, context: Row) -> Response:
    """Return the template `pages/NAME.html` filled in."""
    html = await datasette.render_template(f"pages/{name}.html", context, request, view_name=name)
    return Response.html(html)


def redirect(address: str) -> Response:
    """Lead to the address a page really has."""
    return Response.redirect(address)


def missing(vi: str, en: str) -> NotFound:
    """Return the error to raise where there is nothing to show."""
    return NotFound(choose(vi, en))


def text(request: Any, name: str) -> str:
    """Return a parameter of the query, "" where it is not there."""
    return (request.args.get(name) or "").strip()[:300]
