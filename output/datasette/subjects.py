"""Whom and what a search is narrowed to, where that has a page of its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from output.datasette import filters, names, territory
from output.datasette.asked import Asked
from output.datasette.links import Links

MOST = 4  # people a typed name may mean, documents a typed number: more are no answer


class Subject(NamedTuple):
    """What a page is about, and its address."""

    name: str
    address: str


async def subjects(db: Any, asked: Asked, links: Links) -> list[Subject]:
    """Return the pages of the person, document, province and portal that were asked for."""
    pages = []
    people = await filters.people_of(db, asked.chair)
    if len(people) <= MOST:
        pages += [Subject(name, links.anyone(name)) for name in people]
    numbers = await filters.numbers_of(db, asked.document)
    if len(numbers) <= MOST:
        pages += [Subject(number, links.document(number)) for number in numbers]
    province = territory.province_of(asked.province or asked.then or None)
    if province in names.PROVINCES:
        pages.append(Subject(str(province), links.province(str(province))))
    portals = await territory.portal_names(db)
    if asked.portal in portals:
        pages.append(Subject(portals[asked.portal] or asked.portal, links.portal(asked.portal)))
    return pages
