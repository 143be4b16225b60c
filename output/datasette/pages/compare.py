"""`/so-sanh?a=…&b=…`: two provinces side by side."""

from __future__ import annotations

from typing import Any

from crawler.clock import now
from output.datasette import names, territory
from output.datasette.pages import answer
from output.datasette.pages.province import summary
from output.datasette.rows import served


async def compare(datasette: Any, request: Any) -> Any:
    """Show two provinces, or ask which."""
    db = served(datasette)
    chosen = [territory.province_of(answer.text(request, name)) for name in ("a", "b")]
    sides = [
        await summary(db, name, now()[:10])
        for name in chosen
        if name is not None and name in names.PROVINCES
    ]
    years = sorted({year for side in sides for year, _ in side["calendar"]}, reverse=True)
    months = {side["name"]: dict(side["calendar"]) for side in sides}
    return await answer.page(
        datasette,
        request,
        "compare",
        {"chosen": chosen, "sides": sides, "years": years, "months": months},
    )


ROUTES = [("so-sanh", compare)]
