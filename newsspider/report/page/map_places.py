"""Where the places that open texts lie on the map of Indonesia."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from newsspider.report.page.article_sums import ranked

_ROOM: Final = "newsspider.report.page"
_KINDS: Final = ("kota ", "kabupaten ", "kab. ", "kab ")


class MapPlace(NamedTuple):
    """A place with its longitude and latitude in degrees, and how many articles it opens."""

    name: str
    longitude: float
    latitude: float
    articles: int


def places(datelines: Mapping[str, int]) -> list[MapPlace]:
    """Return the places whose position is known, the most frequent first.

    However a place is written, it is one. Datelines from abroad, and of places that `places.toml`
    does not have, are left out.

    >>> places({"JAKARTA": 2, "Kota Bandung": 1, "Jakarta": 1, "KUALA LUMPUR": 4})[0]
    MapPlace(name='Jakarta', longitude=106.83, latitude=-6.2, articles=3)
    """
    counts: Counter[str] = Counter()
    for dateline, articles in datelines.items():
        counts[_plain(dateline)] += articles
    found = {name: articles for name, articles in counts.items() if name in _positions()}
    return [MapPlace(name.title(), *_positions()[name], n) for name, n in ranked(found, len(found))]


@cache
def _positions() -> dict[str, tuple[float, float]]:
    text = files(_ROOM).joinpath("places.toml").read_text("utf-8")
    return {name: (place[0], place[1]) for name, place in tomllib.loads(text).items()}


def _plain(dateline: str) -> str:
    name = " ".join(dateline.casefold().split())
    return next((name.removeprefix(kind) for kind in _KINDS if name.startswith(kind)), name)
