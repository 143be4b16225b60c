"""The pages Datasette does not have, one a file; `ROUTES` are their addresses."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from output.datasette.pages import (
    captures,
    compare,
    coverage,
    directives,
    document,
    follow,
    person,
    portal,
    province,
)

Handler = Callable[..., Awaitable[Any]]
ROUTES: list[tuple[str, Handler]] = [
    (rf"^/{path}$", handler)
    for module in (
        *(person, province, compare, document, portal),
        *(directives, coverage, captures, follow),
    )
    for path, handler in module.ROUTES
]
