"""What is said of a database that an earlier version made: it lacks a table or column."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from datasette.utils.asgi import Response

from output.datasette.language import choose

_MISSING = re.compile(r"no such (?:table|column): ")
_STATUS = 503  # the next published copy has it


async def answer(datasette: Any, request: Any, exception: Exception) -> Response | None:
    """Return the answer where a table or column was missing; None for any other error."""
    if not isinstance(exception, sqlite3.OperationalError) or not _MISSING.match(str(exception)):
        return None
    words = choose(
        "Bản dữ liệu này do phiên bản trước tạo ra, chưa có phần dữ liệu của trang này. "
        "Lần công bố sau sẽ có.",
        "An earlier version made these data; they lack what this page shows. The next published "
        "copy will have it.",
    )
    if request.path.endswith(".json"):
        body = {"ok": False, "error": words, "status": _STATUS}
        return Response.json(body, status=_STATUS)
    html = await datasette.render_template(
        "error.html", {"status": _STATUS, "error": words}, request=request
    )
    return Response.html(html, status=_STATUS)
