"""`/theo-doi`: how to hear of what is new without an account: feeds, calendar, digest."""

from __future__ import annotations

from typing import Any

from output.datasette.pages import answer
from output.datasette.territory import province_of


async def follow(datasette: Any, request: Any) -> Any:
    """Show the ways, for the whole country or one province."""
    province = province_of(answer.text(request, "province")) or ""
    return await answer.page(
        datasette,
        request,
        "follow",
        {
            "province": province,
            "absolute": lambda path: datasette.absolute_url(request, path),
        },
    )


ROUTES = [("theo-doi", follow)]
