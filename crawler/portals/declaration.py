"""What a spider declares of its portal, and what follows from it."""

from __future__ import annotations

import re
from re import Pattern
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from crawler.families import FAMILIES
from crawler.items import Portal
from crawler.vietnamese.units import level_of, now_of, province, province_of_unit

if TYPE_CHECKING:
    from crawler.families.base import Family, Habits, PageCount

REQUIRED = ("title", "unit", "listings")
STATUSES = ("active", "moved", "gone")


class Declaration:
    """A portal as its spider declares it; what is not declared is derived.

    Required are `name`, `title`, `unit` and `listings` (any source: a category page, the portal's
    own search for giao ban, a feed, a sitemap, a JSON list). Of the rest, `host` and `homepage`
    come from the first listing, `level` from the unit's first word, `province_now` and the place on
    the map from `province`, and `family` from the portal's pages.
    """

    name: str
    title: ClassVar[str]
    unit: ClassVar[str]
    listings: ClassVar[tuple[str, ...]]
    family: ClassVar[str | None] = None
    host: ClassVar[str]
    homepage: ClassVar[str]
    level: ClassVar[str]
    province: ClassVar[str]
    province_now: ClassVar[str]
    latitude: ClassVar[float | None]
    longitude: ClassVar[float | None]
    status: ClassVar[str] = "active"
    successor: ClassVar[str | None] = None
    # What a family knows, for a portal that does it its own way.
    article: ClassVar[str | Pattern[str] | None] = None
    pages: ClassVar[PageCount | None] = None

    @classmethod
    def family_here(cls, family: Family) -> Family:
        """Return a family as this portal uses it."""
        return cls.habits().of(family)

    @classmethod
    def habits(cls) -> Habits:
        """Return what this portal does its own way."""
        from crawler.families.base import Habits  # noqa: PLC0415  (not for who lists portals)

        article = re.compile(cls.article) if cls.article else None
        return Habits(article=article, pages=cls.pages)

    @classmethod
    def complete(cls) -> None:
        """Derive what is not declared. Raises `TypeError` where the declaration cannot stand."""
        if missing := [name for name in REQUIRED if not getattr(cls, name, None)]:
            raise TypeError(f"the spider {cls.name} does not declare {', '.join(missing)}")
        if cls.family is not None and cls.family not in FAMILIES:
            raise TypeError(f"the spider {cls.name} is of an unknown family {cls.family}")
        if cls.status not in STATUSES:
            raise TypeError(f"the spider {cls.name}: status is one of {', '.join(STATUSES)}")
        first = urlsplit(cls.listings[0])
        then = province(getattr(cls, "province", None) or "") or province_of_unit(cls.unit)
        now = now_of(then.name) if then else None
        derived = {
            "host": first.hostname or "",
            "homepage": f"{first.scheme}://{first.netloc}/",
            "level": level_of(cls.unit),
            "province": then.name if then else None,
            "province_now": now.name if now else None,
            "latitude": then.latitude if then else None,
            "longitude": then.longitude if then else None,
        }
        for name, value in derived.items():
            if not hasattr(cls, name):
                if value is None:
                    raise TypeError(f"the spider {cls.name} must declare {name}")
                setattr(cls, name, value)

    @classmethod
    def portal(cls) -> Portal:
        """Return the declaration as a record."""
        return Portal(
            id=cls.name,
            name=cls.title,
            host=cls.host,
            family=cls.family or "",
            unit=cls.unit,
            level=cls.level,
            province=cls.province,
            province_now=cls.province_now,
            latitude=cls.latitude,
            longitude=cls.longitude,
            homepage=cls.homepage,
            status=cls.status,
            successor=cls.successor,
        )
