"""Write provinces.json, shapes of the 34 provinces of 1 July 2025, for the map of the home page.

Source: the npm package @superset-ui/legacy-plugin-chart-country-map 0.20.3 (Apache-2.0), file
lib/countries/vietnam.geojson: the 63 provinces before the merger. Needs shapely, which nothing
else here does; run it again only to redraw the map:

    pip install shapely && python -m tools.build_map vietnam.geojson
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

import shapely  # type: ignore[import-not-found,import-untyped,unused-ignore]

from crawler.vietnamese.units import now_of

OUT = Path(__file__).parents[1] / "output" / "datasette" / "provinces.json"
WIDTH = 400
TOLERANCE = 0.022  # degrees, about 2 km: the smallest bend that shows at this width
SLIT = 0.025  # degrees
SMALLEST = 0.004  # square degrees: islets below this would be less than a pixel


def main(source: Path) -> None:
    """Dissolve, simplify without gaps between neighbours, project, write."""
    shapes: dict[str, list[object]] = {}
    for feature in json.loads(source.read_text())["features"]:
        today = now_of(feature["properties"]["NAME_1"])
        assert today, feature["properties"]["NAME_1"]
        shapes.setdefault(today.name, []).append(
            shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
        )
    names = sorted(shapes)
    # Neighbours in the source do not quite meet: swell, unite, shrink, so that no slit stays.
    whole = [
        shapely.union_all([shapely.buffer(s, SLIT) for s in shapes[name]]).buffer(-SLIT)
        for name in names
    ]
    for index, shape in enumerate(whole):  # what two provinces both claim goes to the first
        for later in range(index + 1, len(whole)):
            whole[later] = whole[later].difference(shape)
    whole = list(shapely.coverage_clean(whole, gap_width=SLIT))
    simple = shapely.coverage_simplify(whole, TOLERANCE)
    west, south, east, north = shapely.total_bounds(simple)
    stretch = math.cos(math.radians((south + north) / 2))  # a degree of longitude is shorter
    scale = WIDTH / ((east - west) * stretch)

    def ring(points: list[tuple[float, float]]) -> str:
        # Tenths of a unit, each point told from the one before: half the bytes of absolute ones.
        spots = [
            (round((x - west) * stretch * scale * 10), round((north - y) * scale * 10))
            for x, y in points
        ]
        steps = [f"{(x - a) / 10:g},{(y - b) / 10:g}" for (a, b), (x, y) in pairwise(spots[:-1])]
        return f"M{spots[0][0] / 10:g},{spots[0][1] / 10:g}l{' '.join(steps)}Z"

    def path(shape: object) -> str:
        parts = getattr(shape, "geoms", [shape])
        kept = [p for p in parts if p.area >= SMALLEST] or [max(parts, key=lambda p: p.area)]
        return "".join(
            ring(list(r.coords))
            for p in kept
            for r in (p.exterior, *p.interiors)
            if shapely.Polygon(r).area >= SMALLEST
        )

    drawn = {name: path(shape) for name, shape in zip(names, simple, strict=True)}
    record = {
        "source": "npm @superset-ui/legacy-plugin-chart-country-map 0.20.3 (Apache-2.0), "
        "lib/countries/vietnam.geojson, dissolved and simplified by build_map.py",
        "west": round(west, 5),
        "north": round(north, 5),
        "x_scale": round(stretch * scale, 4),
        "y_scale": round(scale, 4),
        "width": WIDTH,
        "height": math.ceil((north - south) * scale),
        "paths": drawn,
    }
    OUT.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(len(drawn), "provinces,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
