"""What is counted over the stored articles, one row after the other, in bounded memory. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import timedelta
from typing import Any, Final

from newsspider.dates import WIB
from newsspider.items import Article
from newsspider.store.files.times import day_of, moment

_DECIDED: Final = {"warnings", "duplicate_of", "similarity", "date_published_raw"}
OPTIONAL: Final = tuple(
    each.name
    for each in fields(Article)
    if (each.default is None or each.default_factory is not MISSING) and each.name not in _DECIDED
)
"""Fields that a page may leave unstated."""

DELAYS: Final = (
    ("before", timedelta(0)),
    ("15min", timedelta(minutes=15)),
    ("1h", timedelta(hours=1)),
    ("3h", timedelta(hours=3)),
    ("12h", timedelta(hours=12)),
    ("1d", timedelta(days=1)),
    ("7d", timedelta(days=7)),
    ("30d", timedelta(days=30)),
    ("1y", timedelta(days=365)),
    ("more", timedelta.max),
)
"""Steps of the delay from publication to capture, each with the end that it does not reach;
`before`: captured before the time that the page gives."""


@dataclass(slots=True)
class ArticleSums:
    """Sums over the newest revision of each article. Days and hours are those of Jakarta."""

    articles: int = 0
    words: int = 0
    by_day: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles by day and section."""
    by_hour: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Articles by weekday (0 is Monday) and hour."""
    by_layout: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles by layout and month."""
    stated: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    """Articles that state an optional field, by layout, month and field."""
    warned: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Articles with a warning, by its code and month."""
    keywords: Counter[str] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    datelines: Counter[str] = field(default_factory=Counter)
    agencies: Counter[str] = field(default_factory=Counter)

    def add(self, record: Mapping[str, Any]) -> None:
        """Count an article. One that names a keyword, an author or an agency twice counts once."""
        published = moment(record["date_published"]).astimezone(WIB)
        day = day_of(published)
        month, layout = day[:7], record["layout"]
        self.articles += 1
        self.words += record["word_count"]
        self.by_day[day, record["section"]] += 1
        self.by_hour[published.weekday(), published.hour] += 1
        self.by_layout[layout, month] += 1
        self.stated.update((layout, month, name) for name in OPTIONAL if record.get(name))
        self.warned.update((code, month) for code in set(record["warnings"]))
        self.keywords.update(set(record["keywords"]))
        self.authors.update(set(record["authors"]))
        self.datelines.update(filter(None, [record["dateline"]]))
        self.agencies.update({cited["name"] for cited in record["citations"]})


def step_of(delay: timedelta) -> str:
    """Return the step of `DELAYS` that a delay falls into.

    >>> [step_of(timedelta(minutes=minutes)) for minutes in (-1, 0, 15, 90, 10_000_000)]
    ['before', '15min', '1h', '3h', 'more']
    """
    return next(name for name, end in DELAYS if delay < end)


def ranked(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    """Return the names with the highest counts, those of the same count by name.

    >>> ranked({"garam": 2, "beras": 2, "gula": 5, "kopi": 1}, 3)
    [('gula', 5), ('beras', 2), ('garam', 2)]
    """
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]


def sums_of(rows: Iterable[Mapping[str, Any]]) -> ArticleSums:
    """Return the sums over rows, of which one is in memory at a time."""
    sums = ArticleSums()
    for row in rows:
        sums.add(row)
    return sums
