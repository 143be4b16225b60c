"""The map of Vietnam: the 34 provinces of 1 July 2025 as inline SVG, drawn on the server.

Shapes come from provinces.json, whose source is named in it. Hoàng Sa (of Đà Nẵng) and Trường Sa
(of Khánh Hòa) lie beyond its frame and are drawn in insets at their own side.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

from markupsafe import Markup

from crawler.vietnamese import provinces
from output.datasette import language
from output.datasette.charts import meetings
from output.datasette.names import PROVINCES

_SHAPES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "provinces.json").read_text(encoding="utf-8")
)
_PATHS: dict[str, str] = _SHAPES["paths"]
# What each province of today was made of; those that stayed are made of themselves alone.
MERGED: dict[str, list[str]] = {
    name: [old for old, then in provinces.PROVINCES_THEN.items() if then.now == name != old]
    for name in PROVINCES
}
MERGED["Huế"] = []  # renamed, not merged
PROVINCES_THEN = [name for now, olds in MERGED.items() for name in (now, *olds)]
SHADES = 5
_WIDTH, _HEIGHT = 470, _SHAPES["height"] + 4

# Name, province, the inset's corner, and a few islands each, roughly where they lie.
_INSETS = (
    ("Hoàng Sa", "Đà Nẵng", 352, 318, ((20, 24), (31, 19), (44, 27), (62, 16), (70, 31), (86, 22))),
    (
        "Trường Sa",
        "Khánh Hòa",
        352,
        706,
        ((18, 46), (30, 27), (37, 40), (49, 18), (55, 33), (66, 47), (74, 22), (88, 34), (92, 14)),
    ),
)


def spot(latitude: float, longitude: float) -> tuple[float, float]:
    """Return where a place lies on the map, in its units."""
    x = (longitude - _SHAPES["west"]) * _SHAPES["x_scale"]
    y = (_SHAPES["north"] - latitude) * _SHAPES["y_scale"]
    return round(x, 1), round(y, 1)


def middle(province: str) -> tuple[float, float]:
    """Return the latitude and longitude of about the middle of one of the 34 provinces."""
    largest = max(_PATHS[province].split("Z"), key=len)
    steps = largest[1:].replace("l", " ").split()
    points = [tuple(map(float, step.split(","))) for step in steps]
    xs = list(accumulate(p[0] for p in points))
    ys = list(accumulate(p[1] for p in points))
    longitude = _SHAPES["west"] + sum(xs) / len(xs) / _SHAPES["x_scale"]
    latitude = _SHAPES["north"] - sum(ys) / len(ys) / _SHAPES["y_scale"]
    return round(latitude, 4), round(longitude, 4)


def shades(counts: Mapping[str, int]) -> dict[str, int]:
    """Return a shade from 0 (nothing) to 5 (most) for every province: fifths of the counts."""
    ranked = sorted({count for count in counts.values() if count})
    # Rounded up, so that the most has the darkest however few counts there are.
    steps = {count: -(-rank * SHADES // len(ranked)) for rank, count in enumerate(ranked, 1)}
    return {name: steps.get(counts.get(name, 0), 0) for name in PROVINCES}


def draw(
    counts: Mapping[str, int],
    places: Iterable[tuple[str, float, float]],
    link: Callable[[str], str],
) -> Markup:
    """Return the map: provinces shaded by `counts` and linked, portals' `places` as dots.

    The keyboard passes it by: the list beside it leads to the same places with fewer keys.
    """
    shade = shades(counts)
    parts = [
        Markup('<svg class="map" viewBox="0 0 {} {}" role="group" aria-label="{}">').format(
            _WIDTH,
            _HEIGHT,
            language.choose(
                "Bản đồ 34 tỉnh, thành theo số hội nghị", "Map of 34 provinces by meetings"
            ),
        )
    ]
    for name in PROVINCES:
        label = f"{name}: {meetings(counts.get(name, 0))}"
        parts.append(
            Markup(
                '<a href="{}" aria-label="{}" tabindex="-1"><path class="shade-{}" d="{}">'
                "<title>{}</title></path></a>"
            ).format(link(name), label, shade[name], _PATHS[name], label)
        )
    for label, province, left, top, islands in _INSETS:
        dots = Markup("").join(
            Markup('<circle cx="{}" cy="{}" r="1.7"/>').format(*island) for island in islands
        )
        parts.append(
            Markup(
                '<g class="inset" transform="translate({},{})"><title>{} ({})</title>'
                '<rect width="106" height="62" rx="3"/>{}'
                '<text x="53" y="76" text-anchor="middle">{}</text></g>'
            ).format(left, top, label, province, dots, label)
        )
    for name, latitude, longitude in places:
        x, y = spot(latitude, longitude)
        parts.append(
            Markup(
                '<circle class="portal" cx="{}" cy="{}" r="3"><title>{}</title></circle>'
            ).format(x, y, name)
        )
    return Markup("").join([*parts, Markup("</svg>")])
