"""Articles by span of time and section: sums, tables that fit, bars. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final, Literal

Span = Literal["day", "month", "year"]

LENGTH: Final[dict[Span, int]] = {"day": 10, "month": 7, "year": 4}
"""Characters of an ISO date that name the span."""

_EIGHTHS: Final = " ▏▎▍▌▋▊▉█"


@dataclass(slots=True)
class SectionCounts:
    """How many articles each section has in each span of time."""

    by: Span = "day"
    numbers: Counter[tuple[str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str, int]], by: Span) -> "SectionCounts":
        """Sum up days, sections and numbers.

        >>> days = [("2022-01-01", "metro", 2), ("2022-01-02", "metro", 1)]
        >>> SectionCounts.of(days, "month").numbers
        Counter({('2022-01', 'metro'): 3})
        """
        counts = cls(by)
        for day, section, number in rows:
            counts.numbers[day[: LENGTH[by]], section] += number
        return counts

    @property
    def spans(self) -> list[str]:
        """Return the spans of time from the first to the last with articles, also those between
        them that have none.

        >>> SectionCounts.of([("2022-12", "metro", 1), ("2023-02", "metro", 1)], "month").spans
        ['2022-12', '2023-01', '2023-02']
        """
        if not self.numbers:
            return []
        first, last = (
            date.fromisoformat(f"{end(span for span, _ in self.numbers)}-01-01"[:10])
            for end in (min, max)
        )
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        return list(dict.fromkeys(day.isoformat()[: LENGTH[self.by]] for day in days))

    @property
    def sections(self) -> list[str]:
        """Return the sections, the one with the most articles first."""
        sums: Counter[str] = Counter()
        for (_, section), number in self.numbers.items():
            sums[section] += number
        return [section for section, _ in sums.most_common()]

    def sums(self) -> list[tuple[str, int]]:
        """Return how many articles there are in each span."""
        sums: Counter[str] = Counter()
        for (span, _), number in self.numbers.items():
            sums[span] += number
        return [(span, sums[span]) for span in self.spans]


def columns_that_fit(sections: list[str], width: int, first: int) -> Iterator[list[str]]:
    """Yield the sections in groups, each as wide a table as `width` takes beside its first column.

    >>> list(columns_that_fit(["nasional", "metro", "ekbis"], 34, 10))
    [['nasional', 'metro'], ['ekbis']]
    """
    group: list[str] = []
    left = width - first
    for section in sections:
        needed = max(len(section), 6) + 2
        if group and needed > left:
            yield group
            group, left = [], width - first
        group.append(section)
        left -= needed
    if group:
        yield group


def bar(number: int, most: int, width: int, *, plain: bool = False) -> str:
    """Return a bar of `number`, of which `most` would be `width` characters long.

    >>> bar(3, 4, 4), bar(3, 8, 4), bar(3, 4, 4, plain=True)
    ('███', '█▌', '###')
    """
    eighths = round(number / most * width * 8)
    if plain:
        return "#" * max(eighths // 8, number > 0)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + _EIGHTHS[rest].strip()
