"""What the page of one article tells: the text, what was read from it, and what is related."""

from __future__ import annotations

from typing import Any

from output.datasette import archives, differences, documents, facts, names, reprints, territory
from output.datasette.rows import Row, ask

ARTICLE = """
    SELECT a.*, p.name AS portal_name, p.host, p.homepage, p.province, p.province_now,
        p.unit, p.level AS portal_level,
        s.gone_at, s.last_checked_at,
        (SELECT g.period FROM giao_ban AS g WHERE g.url = a.url AND g.portal = a.portal) AS period
    FROM articles AS a
    LEFT JOIN portals AS p ON p.id = a.portal
    LEFT JOIN pages_seen AS s ON s.url = a.url AND s.portal = a.portal
    WHERE a.id = :article
"""
PARTS = {
    "meetings": "SELECT * FROM meetings WHERE article = :article",
    "chairs": "SELECT * FROM chairs WHERE article = :article ORDER BY position",
    "citations": "SELECT * FROM citations WHERE article = :article",
    "evidence": "SELECT * FROM evidence WHERE article = :article",
    "directives": "SELECT * FROM directives WHERE article = :article ORDER BY position",
    "images": "SELECT * FROM images WHERE article = :article ORDER BY position",
    "attachments": "SELECT * FROM attachments WHERE article = :article ORDER BY position",
    "revisions": "SELECT * FROM revisions WHERE article = :article ORDER BY seen_at DESC",
}
_CARD = """
    SELECT a.id AS article, a.title, a.published_at, a.portal, p.name AS portal_name,
        p.province_now, p.province{more}
"""
SAME_PERIOD = (
    _CARD.format(more=", m.level, m.held_on")
    + """
    FROM (
        SELECT article, level IS :level AS is_near, newest FROM findable
        WHERE period_kind = :kind AND period_value IS :value AND period_year = :year
            AND portal <> :portal
        ORDER BY level IS :level DESC, newest DESC, article DESC LIMIT 8
    ) AS near
    JOIN meetings AS m ON m.article = near.article
    JOIN articles AS a ON a.id = near.article
    JOIN portals AS p ON p.id = a.portal
    ORDER BY near.is_near DESC, near.newest DESC, near.article DESC
"""
)
_TEXTS = ("title", "sapo", "body")


async def context(db: Any, ident: str) -> Row | None:
    """Return everything the template of an article's page needs, None when there is no such."""
    key = {"article": ident}
    rows = await ask(db, ARTICLE, key)
    if not rows:
        return None
    article = rows[0]
    parts = {name: await ask(db, sql, key) for name, sql in PARTS.items()}
    evidence = parts["evidence"]
    meeting = parts["meetings"][0] if parts["meetings"] else None
    texts = {
        name: facts.cut(article[name], [e for e in evidence if e["source"] == name])
        for name in _TEXTS
    }
    shown = {p.anchors for ps in texts.values() for pieces in ps for p in pieces}
    anchors = facts.anchors(evidence, {name for names_ in shown for name in names_})
    for name in ("period_kind", "period_value", "period_year"):
        if name in anchors:
            anchors.setdefault("period", anchors[name])
    for citation in parts["citations"]:
        citation["key"] = _document(article, citation).key
    return {
        **parts,
        "article": article,
        "where": territory.province_of(article["province_now"], article["province"]),
        "kept": archives.copies(article),
        "meeting": meeting,
        "texts": texts,
        "anchors": anchors,
        "beyond": facts.beyond(evidence),
        "edits": _edits(article, parts["revisions"]),
        "same_period": await _same_period(db, article, meeting),
        "reprints": await reprints.of(db, article),
        "is_edited": bool(parts["revisions"]),
    }


async def _same_period(db: Any, article: Row, meeting: Row | None) -> list[Row]:
    if not meeting or not meeting["period_kind"] or not meeting["period_year"]:
        return []
    return await ask(
        db,
        SAME_PERIOD,
        {
            "kind": meeting["period_kind"],
            "year": meeting["period_year"],
            "value": meeting["period_value"],
            "level": meeting["level"],
            "portal": article["portal"],
        },
    )


def _document(article: Row, citation: Row) -> documents.Document:
    return documents.identify(
        citation["number"],
        citation["issuer"],
        citation["issued_on"],
        article["province"] or article["province_now"],
        article["unit"],
        article["portal_level"],
    )


def _edits(article: Row, revisions: list[Row]) -> list[Row]:
    """Return every edit, the latest first: each earlier text beside the one that replaced it."""
    edits = []
    after = article
    for before in revisions:
        changed = {name: differences.compare(before[name], after[name]) for name in _TEXTS}
        edits.append({"seen_at": before["seen_at"], "changed": changed})
        after = before
    return edits


def label(row: Row) -> str:
    """Return where an article comes from in a few words: "Ninh Bình (Nam Định)"."""
    now, then = names.province(row.get("province_now")), row.get("province")
    return f"{now} ({then})" if now and then and then != now else (now or then or "")
