"""The CMS families of Vietnamese portals: how each is told, where it keeps what.

Families are recognised by marks in the page, never by its host, so that a portal nobody has
written a spider for is read as well as those of the project.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.families.base import Family

__all__ = ["FAMILIES"]

# A module each, in the order in which marks are tried: the most particular first.
_NAMES = (
    "vhv_hungyen",
    "vhv",
    "liferay_bacninh",
    "vnpt",
    "sharepoint_tandan",
    "sharepoint_lacviet",
    "nukeviet",
    "press_hash",
    "press_a",
    "epi",
    "onecms",
    "press_uploads",
    "vccorp",
    "portal_en_v5",
    "baophutho",
    "baoninhbinh",
    "baobacninh",
    "baolaichau",
    "baosonla",
    "hatinh",
    "mediatech",
    "dotnetnuke",
    "mojoportal",
    "liferay",
    "wordpress",
    "joomla",
    "drupal",
    "huecit",
    "mdefault",
    "webcenter",
    "tin_bai",
    "dcs_post",
    "easywebhub",
    "sharepoint",
    "baothanhhoa",
    "laravel",
)


class _Families(Mapping[str, "Family"]):
    """The families by name; each is loaded when it is asked for, not by who only tells names."""

    def __getitem__(self, name: str) -> Family:
        if name not in _NAMES:
            raise KeyError(name)
        return _family(name)

    def __contains__(self, name: object) -> bool:
        return name in _NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


@cache
def _family(name: str) -> Family:
    family: Family = import_module(f"{__name__}.{name}").FAMILY
    return family


FAMILIES: Mapping[str, Family] = _Families()
