"""What belongs to each date of a folded line: its clock time, its weekday, its label, its range."""

import re
from dataclasses import dataclass
from itertools import pairwise

from newsspider.dates import calendar_dates, clock_times, labels, ranges, relative
from newsspider.dates.calendar_dates import CalendarDate
from newsspider.dates.labels import Rank
from newsspider.dates.relative import Distance
from newsspider.dates.types import Clock
from newsspider.dates.vocabulary import DAYPART, MARKET_DAY, WEEKDAY, WEEKDAYS


@dataclass(slots=True)
class Mention:
    """A date of the line with what belongs to it; `start`:`end` grows over its clock time."""

    day: CalendarDate | Distance
    start: int
    end: int
    rank: Rank = Rank.UNLABELLED
    weekday: int | None = None
    refused: bool = False
    clock: Clock | None = None

    @property
    def kind(self) -> int:
        """Return how little it says: a date with a year 0, without one 1, a distance 2."""
        if isinstance(self.day, Distance):
            return 2
        return 0 if self.day.year is not None else 1

    def opens(self, other: "Mention") -> bool:
        """Return whether a range sign between makes it the range up to `other`.

        Not the same day said twice, nor `Diperbarui 12/1/2022 - 11/1/2022`: ranges go forward.
        """
        if self.same_day(other):
            return None not in (self.clock, other.clock)
        if self.rank is not Rank.UPDATED or self.kind or other.kind:
            return True
        return self.day.parts < other.day.parts

    def same_day(self, other: "Mention") -> bool:
        """Return whether both are one calendar day, or one distance."""
        return self.kind == other.kind and self.day.parts == other.day.parts

    @property
    def wants_clock(self) -> bool:
        """Return whether it lacks a clock time; `3 jam lalu`, `Jan 11 10:52 2022` have theirs."""
        if isinstance(self.day, Distance):
            return not self.day.is_moment
        return self.day.clock is None


_FEW_WORDS = re.compile(r"[^a-z]*(?:[a-z]+[^a-z]+){0,4}")
_WEEKDAY = re.compile(rf"(?<![a-z])(?P<malam>malam )?(?P<weekday>{WEEKDAY})\.?")
# `Senin (10/1/2022)`, `Selasa Kliwon malam, 11/1`: between the weekday and its date.
_TO_DATE = re.compile(
    rf"(?:[^a-z0-9]|{MARKET_DAY}|{DAYPART}"
    r"|(?:tadi|ini|kemarin|yang|yg|tanggal|tgl|waktu setempat)(?![a-z])"
    r"|(?P<lalu>(?:lalu|depan|pekan)(?![a-z]))){0,16}"
)
_WEEKDAY_BEHIND = re.compile(
    rf"(?:,? ?\( ?(?P<in>{WEEKDAY}) ?\)|,? (?P<out>{WEEKDAY}))"
    r"(?= ?(?:$|[|,()-]|pukul|pkl|jam|[0-9]{1,2}[:.]))"
)


def _weekday(line: str, start: int, mention: Mention) -> int | None:
    """Return the weekday printed beside the date, if any; `malam Jumat` is not Friday."""
    before = list(_WEEKDAY.finditer(line, start, mention.start))
    if before:
        found = before[-1]
        between = _TO_DATE.fullmatch(line, found.end(), mention.start)
        is_week = between and between["lalu"] and found["weekday"] in ("minggu", "mgg")
        if between:
            return None if found["malam"] or is_week else WEEKDAYS[found["weekday"]]
    behind = _WEEKDAY_BEHIND.match(line, mention.day.end)
    return WEEKDAYS[behind["in"] or behind["out"]] if behind else None


def _clock_behind(line: str, mention: Mention, stop: int) -> re.Match[str] | None:
    """Return the clock time that follows: at once, or after few words if it says what it is."""
    stop = labels.cut_at_label(line, mention.end, stop, mention.rank)
    for found in clock_times.CLOCK.finditer(line, mention.end, stop):
        if not clock_times.is_clock(found) or clock_times.is_prayer(line, found.start()):
            continue
        if clock_times.FILLER.fullmatch(line, mention.end, found.start()):
            return found
        if clock_times.is_strong(found) and _FEW_WORDS.fullmatch(line, mention.end, found.start()):
            return found
    return None


def _clock_before(line: str, start: int, mention: Mention) -> re.Match[str] | None:
    """Return the clock time right in front: `10:52 WIB, 11 Januari 2022`."""
    for found in clock_times.CLOCK.finditer(line, start, mention.start):
        if (
            clock_times.is_clock(found)
            and not clock_times.is_prayer(line, found.start())
            and clock_times.FILLER.fullmatch(line, found.end(), mention.start)
        ):
            return found
    return None


def _is_malformed(line: str, end: int, stop: int) -> bool:
    """Return whether a clock time was meant, and is none: `10:5`, `10:522`, `8-10 WIB`."""
    filler = clock_times.FILLER.match(line, end, stop)
    return bool(filler and clock_times.MALFORMED.match(line, filler.end(), stop))


def _clock(
    line: str, mention: Mention, start: int, following: Mention | None
) -> re.Match[str] | None:
    """Return the clock time behind the date, or in front where that behind is the next date's."""
    stop = following.start if following else len(line)
    behind = _clock_behind(line, mention, stop)
    before = _clock_before(line, start, mention)
    if behind and before and following:
        is_of_next = clock_times.FILLER.fullmatch(line, behind.end(), following.start)
        return before if is_of_next else behind
    if behind is None and before is None:
        mention.refused |= _is_malformed(line, mention.end, stop)
    return behind or before


def _take_clock(line: str, mention: Mention, found: re.Match[str]) -> None:
    read = clock_times.read_clock(found, iso=line[found.start() - 1 : found.start()] == "t")
    mention.refused |= read is None
    beside = clock_times.ZONE_BESIDE.match(line, mention.day.end)
    if read and read.zone is None and beside:  # `2022 WIB 10:52`, `10:52, 11 Januari 2022 WIB`
        read = Clock(read.hour, read.minute, read.second, clock_times.LOCAL[beside["zone"]])
    mention.clock = read
    mention.start = min(mention.start, found.start())
    mention.end = max(mention.end, found.end())


def _days(line: str) -> list[CalendarDate | Distance]:
    """Return calendar dates, and the distances between them, from left to right."""
    calendar = calendar_dates.find_dates(line)
    distances = [
        ago
        for ago in relative.find_distances(line)
        if all(ago.end <= day.start or ago.start >= day.end for day in calendar)
    ]
    return sorted([*calendar, *distances], key=lambda day: day.start)


def _merged(line: str, found: list[Mention]) -> list[Mention]:
    """Return those that do not only repeat a date: `Published 3 hours ago on Jan 11, 2022`."""
    repeated = []
    for first, second in pairwise(found):
        distance, day = (first, second) if isinstance(first.day, Distance) else (second, first)
        if not isinstance(distance.day, Distance) or isinstance(day.day, Distance):
            continue
        if clock_times.FILLER.fullmatch(line, first.end, second.start):
            day.rank = first.rank
            repeated.append(distance)
    return [mention for mention in found if mention not in repeated]


def _refuse_ranges(line: str, found: list[Mention]) -> None:
    for mention in found:
        for end in (mention.day.end, mention.end):
            mention.refused |= ranges.is_open(line, mention.start, end)
    for mention, following in pairwise(found):
        if ranges.joins(line, mention.end, following.start) and mention.opens(following):
            mention.refused = following.refused = True


def _rank_behind(line: str, found: list[Mention]) -> None:
    """Set ranks by labels in brackets: where the first follows its date, all do."""
    ranks = [labels.rank_label_behind(line, mention.end) for mention in found]
    if not ranks or ranks[0] is None:
        return
    for mention, rank in zip(found, ranks, strict=True):
        mention.rank = Rank.UNLABELLED if rank is None else rank


def find_mentions(line: str) -> list[Mention]:
    """Return every date of `line` with what belongs to it, from left to right."""
    found = [Mention(day, day.start, day.end, clock=day.clock) for day in _days(line)]
    start = 0
    for n, mention in enumerate(found):
        following = found[n + 1] if n + 1 < len(found) else None
        mention.rank = labels.rank_label(line, start, mention.start)
        if mention.wants_clock and (match := _clock(line, mention, start, following)):
            _take_clock(line, mention, match)
        mention.weekday = _weekday(line, start, mention)
        start = mention.end
    _refuse_ranges(line, found)
    _rank_behind(line, found)
    return _merged(line, found)
