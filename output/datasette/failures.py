"""What is said where a page could not be made: the copy is too old, the machine too busy."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response
from datasette.views.base import DatasetteError

from output.datasette.language import localized
from output.datasette.names import Label

_MISSING = re.compile(r"no such (?:table|column): ")
_OLD = Label(
    "Bản dữ liệu này do phiên bản trước tạo ra, chưa có phần dữ liệu của trang này. "
    "Lần công bố sau sẽ có.",
    "An earlier version made these data; they lack what this page shows. The next published "
    "copy will have it.",
)
_BUSY = Label(
    "Máy chủ đang bận, chưa kịp làm trang này. Xin thử lại sau ít phút.",
    "The server is busy and could not make this page in time. Please try again in a few minutes.",
)
_STATUS = 503  # it passes: the next published copy has it, the machine has time again


async def answer(datasette: Any, request: Any, exception: Exception) -> Response | None:
    """Return the answer where a table or column or the time was missing; None for other errors."""
    reason = _reason(exception)
    if isinstance(exception, DatasetteError) and exception.status == 500:
        exception.status = 400  # its default; what it says is always of the address ("_sort=x")
    if reason is None:
        return None
    words = localized(reason)
    if request.path.endswith(".json"):
        return Response.json({"ok": False, "error": words, "status": _STATUS}, status=_STATUS)
    html = await datasette.render_template(
        "error.html", {"status": _STATUS, "error": words}, request=request
    )
    return Response.html(html, status=_STATUS)


def _reason(exception: Exception) -> Label | None:
    if isinstance(exception, QueryInterrupted):
        return _BUSY
    is_old = isinstance(exception, sqlite3.OperationalError) and _MISSING.match(str(exception))
    return _OLD if is_old else None
