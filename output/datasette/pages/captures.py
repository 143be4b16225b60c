"""`/doi-chieu/ARTICLE?lan=N`: two captures of an article side by side, with their times."""

from __future__ import annotations

import re
from typing import Any

from output.datasette import article, differences, slugs
from output.datasette.pages import answer
from output.datasette.rows import ask, served

FIELDS = ("title", "sapo", "body")


async def captures(datasette: Any, request: Any) -> Any:
    """Show an edit, counted from 1, the latest: the text before it and the one after."""
    db = served(datasette)
    key = {"article": slugs.name(request.url_vars["article"])}
    articles = await ask(db, article.ARTICLE, key)
    earlier = await ask(db, article.PARTS["revisions"], key) if articles else []
    if not earlier:
        raise answer.missing("Bài này chưa có bản nào khác", "This article has no other capture")
    asked = answer.text(request, "lan")
    number = min(int(asked), len(earlier)) if re.fullmatch(r"[1-9]\d{0,3}", asked) else 1
    # Each text was read anew until the next one was seen; the last is as it was fetched.
    texts = [{**articles[0], "seen_at": None}, *earlier]
    after, before = texts[number - 1], texts[number]
    return await answer.page(
        datasette,
        request,
        "captures",
        {
            "article": articles[0],
            "before": before,
            "after": after,
            "since": earlier[number]["seen_at"] if number < len(earlier) else None,
            "until": earlier[number - 1]["seen_at"],
            "fields": [
                (field, differences.side_by_side(before[field], after[field])) for field in FIELDS
            ],
            "number": number,
            "edits": len(earlier),
        },
    )


ROUTES = [("doi-chieu/(?P<article>[^/]+)", captures)]
