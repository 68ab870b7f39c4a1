"""A stored output of many articles that nobody wrote, for what reads outputs: ten years, a dozen
sections, lines of about 7 KB as those of the site are.
"""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from sqlite3 import Connection
from typing import Any, Final

from benchmarks.duplicates.texts import news
from newsspider.items import Link, content_hash
from newsspider.similarity import Sketch
from newsspider.store import Store
from newsspider.store.duplicates.index import IndexedText, insert
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.line_index import Index
from tests.store.records import SITE, record

SECTIONS: Final = (
    "nasional", "metro", "daerah", "ekbis", "international", "sports",
    "soccer", "otomotif", "tekno", "kalam", "edukasi", "lifestyle",
)  # fmt: skip
_FIRST: Final = datetime(2016, 1, 1, tzinfo=UTC)
_YEARS: Final = 10
_A_DAY: Final = 2_000  # articles crawled a day
_POOL: Final = 2_000  # texts whose paragraphs are put together anew: two texts share hardly one


def fill(
    output: Path, count: int, *, first: int = 0, of: int = 0, indexes: Sequence[Index] = ()
) -> None:
    """Store `count` articles of SINDOnews, the same ones each time.

    They are those from number `first` on, in an output that has the ones before, of a ten years'
    archive of so many (`of`; else of those that are stored then).
    """
    total, begin = of or first + count, day_of_crawl(first)
    store = Store.open(output, SITE, begin, indexes=indexes, batch=1_000)
    for number in range(first, first + count):
        store.append(article(number, total), day_of_crawl(number))
    store.close()


def day_of_crawl(number: int) -> datetime:
    """Return when an article was fetched."""
    return datetime(2021, 1, 1, 3, tzinfo=UTC) + timedelta(days=number // _A_DAY)


def article(number: int, total: int) -> dict[str, Any]:
    """Return the record of an article in an archive of `total`."""
    rng = random.Random(number)
    body = "\n\n".join(rng.choices(_paragraphs(), k=11))
    headline = f"{rng.choice(_headlines())} {number}"
    published = _FIRST + timedelta(days=365 * _YEARS) * (number / total)
    return record(
        number,
        headline=headline,
        body=body,
        section=rng.choice(SECTIONS),
        date_published=published.replace(microsecond=0).isoformat(),
        content_hash=content_hash(headline, body),
        authors=[f"Penulis {rng.randint(1, 200)}"],
        keywords=[f"topik {rng.randint(1, 5_000)}" for _ in range(4)],
        fetched_at=day_of_crawl(number).isoformat(),
        **{name: _links(rng) for name in ("read_also", "related", "recommended", "latest")},
    )


@cache
def _paragraphs() -> list[str]:
    rng = random.Random(14)
    return [part for each in range(_POOL) for part in news(rng, str(each)).paragraphs]


@cache
def _headlines() -> list[str]:
    rng = random.Random(15)
    return [news(rng, str(each)).headline for each in range(_POOL)]


def _links(rng: random.Random) -> list[Link]:
    return rng.choices(_all_links(), k=7)


@cache
def _all_links() -> list[Link]:
    rng = random.Random(16)
    numbers = [rng.randint(1, 9_999_999) for _ in range(_POOL)]
    return [
        Link(
            headline=f"Kabar Nomor {number} yang Dibaca Banyak Orang",
            url=f"https://nasional.sindonews.com/read/{number}/15/kabar-{number}",
        )
        for number in numbers
    ]


class AnySketches:
    """The index of near-duplicates with sketches at random in place of those of the texts, for
    archives so large that to sketch every text would take an hour."""

    def __init__(self) -> None:
        self._rng = random.Random(17)

    def prepare(self, connection: Connection) -> None:
        """Create the tables."""
        Duplicates().prepare(connection)

    def add(self, connection: Connection, n: int, record: dict[str, Any]) -> None:
        """Enter a sketch that is like no other."""
        bits = self._rng.getrandbits
        keys = tuple(bits(32) - (1 << 31) for _ in range(8))
        sketch = Sketch(240, bits(1024).to_bytes(128), bits(160).to_bytes(20), bits(31))
        insert(connection, n, 1, IndexedText(bits(63), sketch, keys))

    def carry(self, connection: Connection) -> None:
        """Take over nothing."""
