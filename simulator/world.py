"""What the simulated site holds at any moment: pure, computed on demand from (seed, index).

Nothing is stored: the article with index 173,205 is as near as the first, so a world of 200,000
articles costs no more memory than one of 100. Articles are numbered in the order in which they were
created; day `d` of the world holds the indexes from `d * articles // days` on, also after the last
day, so the clock may be moved on as far as one likes.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from random import Random
from typing import Final, Literal

from simulator.sections import BY_SHARE, CHANNELS, UNNUMBERED
from simulator.story import Layout

WIB: Final = timezone(timedelta(hours=7), "WIB")
_OPENS, _HOURS = timedelta(hours=4), timedelta(hours=19)
_MASK: Final = 2**64 - 1
_LAGS: Final = (-9, -2, 1, 8, 17, 25, 34, 46, 55, 60, 63, 72, 85, 97, 120, 150, 240, 600, 1299)
_STEPS: Final = (10, 10, 10, 5)
_PAGES: Final = (1, 2, 2, 2, 2, 2, 2, 2, 2, 2)

Departure = Literal["404", "410", "front"]


@dataclass(frozen=True, slots=True)
class Piece:
    """One article as the news desk plans it: where and when, not yet what it says.

    `created` is the number at the end of the address, `published` the date line, usually some
    minutes later. It `appears` in lists when published, or hours later; from `edited` on its text
    is another, and where `silent` no `date_modified` says so; at `gone` it is taken off the site.
    One that `repeats` an earlier article has its text under an address of its own.
    """

    index: int
    number: int
    section: str
    channel: int
    created: datetime
    published: datetime
    appears: datetime
    pages: int
    step: int
    edited: datetime | None = None
    silent: bool = False
    gone: datetime | None = None
    departure: Departure = "404"
    repeats: int | None = None

    def shown(self, now: datetime) -> bool:
        """Whether the site has it at that moment."""
        return self.appears <= now and (self.gone is None or now < self.gone)

    def changed(self, now: datetime) -> bool:
        """Whether it has been edited by then."""
        return self.edited is not None and self.edited <= now


Archive = Literal["www/20", "index/10", "index/15", "index/20"]


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A site: how much it publishes, until when, and how often it is late, edits and removes.

    `articles` is the number of the first `days` days, the last of which is `until`. `late`,
    `edited`, `removed`, `repeated` and `unnumbered` (articles of a kanal that the daily index has
    no list for, only that of all kanals) are shares between 0 and 1. `layout` is that of every
    page, as on the real site, where the day of the crawl decides. `archive` tells which host and
    step the daily index has: `www/20` (2025-26) or `index/10`, `index/15`, `index/20` (2018-25).
    """

    until: date
    articles: int = 2000
    days: int = 30
    seed: int = 1
    first_number: int = 1_700_001
    layout: Layout = "2025-26"
    archive: Archive = "www/20"
    late: float = 0.0
    edited: float = 0.0
    removed: float = 0.0
    repeated: float = 0.0
    unnumbered: float = 0.0

    def __post_init__(self) -> None:
        if self.articles < 1 or self.days < 1:
            raise ValueError("a world has at least one article and one day")

    @property
    def first_day(self) -> date:
        """The day of the oldest article."""
        return self.until - timedelta(days=self.days - 1)

    @property
    def evening(self) -> datetime:
        """The last minute of the last day: all `articles` are out, but for late ones."""
        return datetime.combine(self.until, time(23, 59), WIB)

    def indexes(self, day: date) -> range:
        """The articles of one day; empty before the first day."""
        nth = (day - self.first_day).days
        if nth < 0:
            return range(0)
        return range(nth * self.articles // self.days, (nth + 1) * self.articles // self.days)

    def day_of(self, index: int) -> date:
        """The day of an article."""
        nth = ((index + 1) * self.days - 1) // self.articles
        return self.first_day + timedelta(days=nth)

    def section_of(self, index: int) -> str:
        """The kanal of an article, without the rest of it."""
        if dice(self.seed, index, 9) % 10_000 < self.unnumbered * 10_000:
            return UNNUMBERED
        return BY_SHARE[dice(self.seed, index) % len(BY_SHARE)]

    def piece(self, index: int) -> Piece:
        """The article of an index."""
        return _piece(self, index)

    def numbered(self, number: int) -> Piece | None:
        """The article with a number of the site; the numbers are odd, as they are since 2021."""
        index, even = divmod(number - self.first_number, 2)
        return None if even or index < 0 else self.piece(index)

    def day(self, day: date) -> tuple[Piece, ...]:
        """All articles of a day, newest first, whether they are out yet or not."""
        return _day(self, day)

    def before(self, index: int, section: str | None = None) -> Iterator[int]:
        """The indexes before one, nearest first, of one kanal or of all."""
        for earlier in range(index - 1, -1, -1):
            if section is None or self.section_of(earlier) == section:
                yield earlier

    def newest(self, now: datetime, section: str | None = None) -> Iterator[Piece]:
        """What the site shows at that moment, newest first, all the way back."""
        day = now.astimezone(WIB).date()
        while day >= self.first_day:
            for piece in self.day(day):
                if (section is None or piece.section == section) and piece.shown(now):
                    yield piece
            day -= timedelta(days=1)

    def held(
        self,
        now: datetime,
        since: date | None = None,
        until: date | None = None,
        sections: Collection[str] = (),
    ) -> Iterator[Piece]:
        """What the site shows at that moment of the days `since` … `until`, oldest day first."""
        day, last = since or self.first_day, until or now.astimezone(WIB).date()
        while day <= last:
            for piece in self.day(day):
                if piece.shown(now) and (not sections or piece.section in sections):
                    yield piece
            day += timedelta(days=1)


def dice(*numbers: int) -> int:
    """64 well mixed bits of some numbers (splitmix64): the same on every machine, and quick."""
    state = 0
    for number in numbers:
        state = (state + number + 0x9E3779B97F4A7C15) & _MASK
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & _MASK
        state ^= state >> 31
    return state


@lru_cache(maxsize=50_000)
def _piece(world: World, index: int) -> Piece:
    rng = Random(dice(world.seed, index, 1))
    day, section = world.day_of(index), world.section_of(index)
    indexes = world.indexes(day)
    slot = _HOURS / len(indexes)
    opens = datetime.combine(day, time(), WIB) + _OPENS
    created = opens + slot * (index - indexes.start + rng.random())
    published = _same_day(created + timedelta(minutes=rng.choice(_LAGS)), day)
    late, edited, removed = rng.random(), rng.random(), rng.random()
    hours = [timedelta(minutes=rng.randrange(60, most)) for most in (600, 1500, 2400)]
    appears = published + (hours[0] if late < world.late else timedelta())
    return Piece(
        index=index,
        number=world.first_number + 2 * index,
        section=section,
        channel=rng.choice(tuple(CHANNELS[section])),
        created=created.replace(microsecond=0),
        published=published,
        appears=appears,
        pages=3 if rng.random() < 0.03 else rng.choice(_PAGES),
        step=rng.choice(_STEPS),
        edited=appears + hours[1] if edited < world.edited else None,
        silent=rng.random() < 0.5,
        gone=appears + hours[2] if removed < world.removed else None,
        departure=rng.choice(("404", "410", "front")),
        repeats=_repeated(world, index),
    )


def _repeated(world: World, index: int) -> int | None:
    """The article that this one repeats: one of the two hundred before, itself no repetition."""
    roll = dice(world.seed, index, 7)
    if index == 0 or roll % 10_000 >= world.repeated * 10_000:
        return None
    earlier = index - 1 - (roll >> 20) % min(index, 200)
    return earlier if _repeated(world, earlier) is None else None


def _same_day(moment: datetime, day: date) -> datetime:
    """The minute of a moment, kept within the day: articles of a day have one run of numbers."""
    first, last = datetime.combine(day, time(), WIB), datetime.combine(day, time(23, 59), WIB)
    return min(max(moment.replace(second=0, microsecond=0), first), last)


@lru_cache(maxsize=64)
def _day(world: World, day: date) -> tuple[Piece, ...]:
    pieces = [world.piece(index) for index in world.indexes(day)]
    return tuple(sorted(pieces, key=lambda piece: (piece.published, piece.number), reverse=True))
