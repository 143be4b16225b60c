"""Whom and what a search is narrowed to, where that has a page of its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from output.datasette import filters, names, territory, unit_names
from output.datasette.asked import Asked
from output.datasette.links import Links

MOST = 4  # people a typed name may mean, documents a typed number: more are no answer


class Subject(NamedTuple):
    """What a page is about, and its address."""

    name: str
    address: str


async def subjects(db: Any, asked: Asked, links: Links) -> list[Subject]:
    """Return the pages of the person, document, province, portal and units that were asked for."""
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
    units = unit_names.mentioned(asked.q, await territory.units(db))
    for portal in dict.fromkeys([asked.portal, *(units if len(units) <= MOST else ())]):
        if portal in portals:
            pages.append(Subject(portals[portal] or portal, links.portal(portal)))
    return pages
