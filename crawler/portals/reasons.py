"""Why a look at a portal, or a page of it, shows nothing: in words. Pure."""

from __future__ import annotations

from urllib.parse import urljoin

from crawler.families.address import bare_host
from crawler.families.asking import Answer
from crawler.families.base import Family


def robots_of(reason: str) -> str:
    """Return what is known of robots.txt, the first that is asked for, from why nothing came."""
    if "robots.txt" not in reason:
        return "allows"
    known = ("robots.txt forbids", "forbids"), ("robots.txt asks", "asks for too long a delay")
    return next((words for start, words in known if reason.startswith(start)), "was not read")


def tls_of(tls: str, robots: str, reason: str) -> str:
    """Return what is known of the connection from why nothing came over it."""
    if "certificate" in reason:
        return "not verified"
    is_unseen = robots == "was not read" and "answered" not in reason
    return "not seen" if is_unseen and tls == "verified" else tls


def why_empty(answer: Answer, family: Family) -> str:
    """Say why a page gives no rows: how many links, how many like articles, what was tried."""
    if answer.tree is None:
        return "an empty answer"
    links = [a.get("href") or "" for a in answer.tree.iter("a")]
    inside = [urljoin(answer.url, href) for href in links if href]
    own = [a for a in inside if bare_host(a) == bare_host(answer.url)]
    like = [a for a in own if family.key(a)]
    return (
        f"{len(links)} links, {len(own)} to the portal, {len(like)} like an article "
        f"({family.name}: {family.article.pattern[:80]})"
    )
