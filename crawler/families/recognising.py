"""Which family a page is of, by the marks it bears. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.families import FAMILIES
from crawler.families.asking import Answer
from crawler.families.base import Family
from crawler.families.generic import FAMILY as GENERIC
from crawler.families.index import Index

# Attributes in which a CMS gives itself away, looked at only when no class or id does.
_ADDRESSES = (("script", "src"), ("link", "href"), ("img", "src"), ("form", "action"))


def recognise(page: Index) -> Family | None:
    """Return the family whose marks a page bears, or None."""
    return next(_marked(page), None)


def family_of(answer: Answer) -> Family | None:
    """Return the family whose marks a listing bears and whose articles it links to, or None.

    Marks may mislead: some are common words. A family that knows fewer than half of the articles
    that the shape of addresses tells is not the one; where a script brings the rows, none are told.
    """
    if answer.tree is None:
        return None
    articles = _shaped(GENERIC, answer)
    for family in _marked(Index(answer.tree)):
        if articles and (
            _knows(family, articles) or _knows(family, articles | _shaped(family, answer))
        ):
            return family
        if not articles and (family.pager or family.teasers(answer.text, answer.url)):
            return family
    return None


def _shaped(family: Family, answer: Answer) -> set[str]:
    """The addresses of the family's rows that any portal's articles may have."""
    rows = family.teasers(answer.text, answer.url)
    return {row.url for row in rows if GENERIC.key(row.url)}


def _knows(family: Family, articles: set[str]) -> bool:
    return 2 * sum(family.key(address) is not None for address in articles) >= len(articles)


def _marked(page: Index) -> Iterator[Family]:
    """Yield the families whose marks a page bears, the likeliest first."""
    tokens = {*page.by_class, *page.ids}
    # Some marks are common words ("title-detail"): the family with most of its marks has it.
    shares = {name: len(family.tokens & tokens) for name, family in FAMILIES.items()}
    for name in sorted(filter(shares.get, shares), key=lambda name: -shares[name]):
        yield FAMILIES[name]
    for family in FAMILIES.values():
        if family.prefixes and any(name.startswith(family.prefixes) for name in page.ids):
            yield family
    traces = "\n".join(
        value for tag, name in _ADDRESSES for e in page.tree.iter(tag) if (value := e.get(name))
    )
    traces += "\n".join(
        f"{e.get('name')} {e.get('content')}"
        for e in page.tree.iter("meta")
        if (e.get("name") or "").lower() in {"generator", "csrf-token"}
    )
    for family in FAMILIES.values():
        if family.signature and family.signature.search(traces):
            yield family
