"""The map of datelines: every known place lies on it."""

import itertools
import json
from importlib.resources import files

from newsspider.report.page.map_places import MapPlace, places

ROOM = files("newsspider.report.page")
EDGE = 0.6
"""Degrees by which the outline, which leaves out small islands, may miss a place."""


def outline() -> list[list[list[tuple[float, float]]]]:
    country = json.loads(ROOM.joinpath("assets/map/indonesia.json").read_text("utf-8"))
    polygons: list[list[list[tuple[float, float]]]] = country["features"][0]["geometry"][
        "coordinates"
    ]
    return polygons


def test_every_place_lies_on_the_map() -> None:
    shore = [point for polygon in outline() for ring in polygon for point in ring]
    names = [
        line.partition(" = ")[0].strip('"')
        for line in ROOM.joinpath("places.toml").read_text("utf-8").splitlines()
        if " = " in line
    ]
    found = places(dict.fromkeys(names, 1))
    assert len(found) == len(names) > 200
    for place in found:
        assert inside(place) or any(
            abs(place.longitude - x) < EDGE and abs(place.latitude - y) < EDGE for x, y in shore
        ), place


def inside(place: MapPlace) -> bool:
    """Whether a ray to the east crosses a coast an odd number of times."""
    crossed = 0
    for polygon in outline():
        ring = polygon[0]
        for (x1, y1), (x2, y2) in itertools.pairwise(ring):
            if (y1 > place.latitude) != (y2 > place.latitude):
                crossed += place.longitude < x1 + (place.latitude - y1) * (x2 - x1) / (y2 - y1)
    return crossed % 2 == 1


def test_one_place_however_it_is_written() -> None:
    written = {"SEMARANG": 1, "Kota Semarang": 2, "kab.  semarang": 3, "WASHINGTON": 9}
    assert places(written) == [MapPlace("Semarang", 110.42, -6.97, 6)]


def test_nothing_known_is_no_map() -> None:
    assert places({"WASHINGTON": 9, "": 1}) == []
