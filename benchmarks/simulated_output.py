"""A stored output of many articles that nobody wrote, for what reads outputs: ten years, a dozen
sections, lines of about 7 KB as those of the site are.
"""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.duplicates.texts import news
from newsspider.items import Link, content_hash
from newsspider.store import Store
from tests.store.records import SITE, record

SECTIONS: Final = (
    "nasional", "metro", "daerah", "ekbis", "international", "sports",
    "soccer", "otomotif", "tekno", "kalam", "edukasi", "lifestyle",
)  # fmt: skip
_FIRST: Final = datetime(2016, 1, 1, tzinfo=UTC)
_YEARS: Final = 10
_A_DAY: Final = 2_000  # articles crawled a day


def fill(output: Path, count: int) -> None:
    """Store `count` articles of SINDOnews in an empty folder, the same ones each time."""
    rng = random.Random(14)
    store = Store.open(output, SITE, _FIRST, batch=1_000)
    for number in range(count):
        now = datetime(2026, 1, 1, 3, tzinfo=UTC) + timedelta(days=number // _A_DAY)
        store.append(_record(rng, number, count, now), now)
    store.close()


def _record(rng: random.Random, number: int, count: int, now: datetime) -> dict[str, Any]:
    text = news(rng, str(number))
    published = _FIRST + timedelta(days=365 * _YEARS) * (number / count)
    return record(
        number,
        headline=text.headline,
        body=text.body,
        section=rng.choice(SECTIONS),
        date_published=published.replace(microsecond=0).isoformat(),
        content_hash=content_hash(text.headline, text.body),
        authors=[f"Penulis {rng.randint(1, 200)}"],
        keywords=[f"topik {rng.randint(1, 5_000)}" for _ in range(4)],
        fetched_at=now.isoformat(),
        **{name: _links(rng) for name in ("read_also", "related", "recommended", "latest")},
    )


def _links(rng: random.Random) -> list[Link]:
    return [
        Link(
            headline=f"Kabar Nomor {rng.randint(1, 9_999_999)} yang Dibaca Banyak Orang",
            url=f"https://nasional.sindonews.com/read/{rng.randint(1, 9_999_999)}/15/kabar-{place}",
        )
        for place in range(7)
    ]
