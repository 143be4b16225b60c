"""An article's own address, however it was copied: http or https, www, tracking, archives. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

LONGEST = 2000
# web.archive.org/web/20240501id_/https://…, archive.ph/2024/https://…, a viewer of other caches.
_ARCHIVED = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/web/[\w*]+/|archive\.(?:ph|is|today|li|md|vn)/"
    r"(?:newest/|\d+/)?|webcache\.googleusercontent\.com/search\?q=cache:(?:\w+:)?)(?=\S)",
    re.IGNORECASE,
)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|zarsrc|_ga|_gl|mc_[ce]id"
    r"|zalo\w*|ref_?src|mibextid|share",
    re.IGNORECASE,
)
_SAFE = "/%:@!$&'()*+,;=~-._"


def variants(typed: str) -> list[str]:
    """Return the addresses an article may be stored under, the likeliest first; none for no URL."""
    text = typed.strip()[:LONGEST]
    for _ in range(3):  # an archive of an archive
        text, replaced = _ARCHIVED.subn("", text)
        if not replaced:
            break
    if re.match(r"https?%3a", text, re.IGNORECASE):
        text = unquote(text)
    text = re.sub(r"^(https?):/+", r"\1://", text, flags=re.IGNORECASE)
    if not re.match(r"https?://", text, re.IGNORECASE):
        text = "https://" + text.lstrip("/")
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return []
    if "." not in host:
        return []
    bare = host.removeprefix("www.")
    kept = [p for p in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(p[0])]
    queries = list(dict.fromkeys((parts.query, urlencode(kept), _untracked(parts.query))))
    path = parts.path or "/"
    paths = [path, path.rstrip("/") or "/", path.rstrip("/") + "/"]
    paths += [quote(unquote(path), safe=_SAFE), unquote(path)]
    return [
        urlunsplit((scheme, name + port, path, query, ""))
        for query in queries
        for path in dict.fromkeys(paths)
        for scheme in ("https", "http")
        for name in dict.fromkeys((host, bare, f"www.{bare}"))
    ]


def _untracked(query: str) -> str:
    """Return a query as it was written, without what tracks."""
    parts = query.split("&")
    return "&".join(part for part in parts if not _TRACKING.fullmatch(part.partition("=")[0]))
