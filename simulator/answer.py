"""What is asked of the site, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Final
from urllib.parse import parse_qsl

from simulator import pages
from simulator.world import World

HTML: Final = "text/html; charset=UTF-8"
RSS: Final = "application/rss+xml; charset=UTF-8"
XML: Final = "text/xml; charset=UTF-8"
PLAIN: Final = "text/plain; charset=UTF-8"
DOMAIN: Final = ".sindonews.com"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request; `label` is the first part of the host: `nasional`, `www`, `index`."""

    world: World
    now: datetime
    label: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, world: World, now: datetime, host: str, target: str) -> "Ask":
        """The request for a path with its query at a host, as they stand on the wire."""
        path, _, query = target.partition("?")
        return cls(
            world=world,
            now=now,
            label=host.partition(":")[0].removesuffix(DOMAIN).lower(),
            path=path,
            query=dict(parse_qsl(query, keep_blank_values=True)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One response. `kind` is what the simulator counts it as.

    `changed` is the Last-Modified of a list; only lists state one, and answer 304.
    """

    kind: str
    status: int = 200
    body: str = ""
    content_type: str = HTML
    location: str | None = None
    is_list: bool = False
    changed: datetime | None = None


def moved(location: str) -> Answer:
    """A 301: the site's addresses are https, also where the crawler comes over plain HTTP."""
    return Answer(kind="redirect", status=301, location=location)


def missing(ask: Ask, status: int = 404) -> Answer:
    """A page that is not there, or no longer."""
    return Answer(kind="missing", status=status, body=_missing(ask.now.year))


@cache
def _missing(year: int) -> str:
    return pages.render_plain("not-found.html", year=year)
