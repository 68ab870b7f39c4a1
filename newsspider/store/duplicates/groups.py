"""Which stored articles repeat each other, read off the index of texts.

Groups do not depend on the order of storing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from sqlite3 import Connection

from newsspider import similarity
from newsspider.errors import StateInvalid
from newsspider.similarity import Sketch
from newsspider.store.duplicates import index
from newsspider.store.duplicates.index import in_order
from newsspider.store.state.sqlite_errors import Refusals


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group; `similarity` is to the group's earliest article, None where the index
    has lost one of the two texts."""

    id: str
    url: str
    section: str
    date_published: str
    headline: str
    similarity: float | None


def indexed(connection: Connection) -> None:
    """Raises `StateInvalid` for a state without an index of texts."""
    query = "SELECT 1 FROM sqlite_master WHERE name = 'near_version'"
    with Refusals("the index of texts"):
        if connection.execute(query).fetchone() is None:
            raise StateInvalid("state invalid: it has no index of texts; run `scrapy rebuild`")


def groups(connection: Connection) -> Iterator[list[Member]]:
    """Yield articles that repeat each other, in groups, each group's earliest first."""
    texts = {
        article: Sketch(*sketch)
        for article, *sketch in connection.execute(
            "SELECT article, size, slots, figures, headline FROM near_texts"
            " WHERE article IN (SELECT article FROM near_groups) ORDER BY n"
        )
    }
    rows = connection.execute(
        "SELECT head, n, content_hash, id, url, section, date_published, (SELECT headline"
        " FROM lines WHERE lines.n = a.n ORDER BY revision DESC LIMIT 1)"
        " FROM near_groups JOIN articles a ON a.n = article ORDER BY head"
    )
    for _, members in groupby(rows, key=lambda row: row[0]):
        ordered = sorted(members, key=lambda row: in_order(row[6], row[3]))
        sketches = [texts.get(row[1]) for row in ordered]
        yield [
            Member(*(*row[3:], 1.0 if row[2] == ordered[0][2] else _alike(sketch, sketches[0])))
            for row, sketch in zip(ordered, sketches, strict=True)
        ]


def _alike(one: Sketch | None, other: Sketch | None) -> float | None:
    if one is None or other is None:
        return None
    return min(similarity.similarity(one, other), index.BELOW_SAME)
