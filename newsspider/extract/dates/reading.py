"""From a folded line to its one date: clock, weekday and label of each mention, then the choice."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from newsspider.extract.dates import clock, labels, ranges, relative, written
from newsspider.extract.dates.date import WIB, Clock, Date, answer, plausible
from newsspider.extract.dates.labels import Rank
from newsspider.extract.dates.relative import Ago
from newsspider.extract.dates.words import DAYPART, MARKET_DAY, WEEKDAY, WEEKDAYS
from newsspider.extract.dates.written import Written


@dataclass(slots=True)
class Mention:
    """A date of the line with what belongs to it; `start`:`end` grows over its clock time."""

    day: Written | Ago
    start: int
    end: int
    rank: Rank = Rank.UNLABELLED
    clock: Clock | None = None
    weekday: int | None = None
    refused: bool = False

    @property
    def kind(self) -> int:
        """Calendar dates say more than dates without a year, and these more than distances."""
        if isinstance(self.day, Ago):
            return 2
        return 0 if self.day.year is not None else 1


_FEW_WORDS = re.compile(r"[^a-z]*(?:[a-z.']+[^a-z]+){0,4}")
_WEEKDAY = re.compile(rf"(?<![a-z])(?P<malam>malam )?(?P<weekday>{WEEKDAY})\.?")
# `Senin (10/1/2022)`, `Selasa Kliwon malam, 11/1`: between the weekday and its date.
_TO_DATE = re.compile(
    rf"(?:[ ,.()|/:@-]|{MARKET_DAY}|{DAYPART}"
    r"|(?:tadi|ini|kemarin|yang|yg|tanggal|tgl|waktu setempat)(?![a-z])"
    r"|(?P<lalu>(?:lalu|depan|pekan)(?![a-z]))){0,16}"
)
_WEEKDAY_BEHIND = re.compile(
    rf"(?:,? ?\( ?(?P<in>{WEEKDAY}) ?\)|,? (?P<out>{WEEKDAY}))"
    r"(?= ?(?:$|[|,()-]|pukul|pkl|jam|[0-9]{1,2}[:.]))"
)


def _weekday(line: str, start: int, mention: Mention) -> int | None:
    """The weekday printed beside the date, if any; `malam Jumat` is not Friday."""
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
    """The clock time that follows: at once, or after few words if it says that it is one."""
    label = labels.LABEL.search(line, mention.end, stop)
    stop = label.start() if label else stop
    for found in clock.CLOCK.finditer(line, mention.end, stop):
        if not clock.is_clock(found) or clock.is_prayer(line, found.start()):
            continue
        if clock.FILLER.fullmatch(line, mention.end, found.start()):
            return found
        if clock.is_strong(found) and _FEW_WORDS.fullmatch(line, mention.end, found.start()):
            return found
    return None


def _clock_before(line: str, start: int, mention: Mention) -> re.Match[str] | None:
    """The clock time right in front: `10:52 WIB, 11 Januari 2022`."""
    for found in clock.CLOCK.finditer(line, start, mention.start):
        if (
            clock.is_clock(found)
            and not clock.is_prayer(line, found.start())
            and clock.FILLER.fullmatch(line, found.end(), mention.start)
        ):
            return found
    return None


def _is_malformed(line: str, end: int, stop: int) -> bool:
    """A clock time was meant, and it is none: `10:5`, `10:522`."""
    filler = clock.FILLER.match(line, end, stop)
    return bool(filler and clock.MALFORMED.match(line, filler.end(), stop))


def _set_clock(line: str, mention: Mention, start: int, following: Mention | None) -> None:
    if mention.clock or (isinstance(mention.day, Ago) and mention.day.is_moment):
        return
    stop = following.start if following else len(line)
    found = _clock_behind(line, mention, stop)
    before = _clock_before(line, start, mention)
    if before and (
        found is None or (following and clock.FILLER.fullmatch(line, found.end(), following.start))
    ):
        found = before
    if found is None:
        mention.refused |= _is_malformed(line, mention.end, stop)
        return
    iso = line[found.start() - 1 : found.start()] == "t"
    mention.clock = clock.read(found, iso)
    mention.refused |= mention.clock is None
    if mention.clock and mention.clock.zone is None:
        mention.clock = _with_zone_beside(line, mention)
    mention.start = min(mention.start, found.start())
    mention.end = max(mention.end, found.end())


def _with_zone_beside(line: str, mention: Mention) -> Clock:
    """`11 Januari 2022 WIB 10:52`, `10:52, 11 Januari 2022 WIB`: the zone beside the date."""
    read = mention.clock
    assert read is not None
    beside = clock.ZONE_BESIDE.match(line, mention.day.end)
    if not beside:
        return read
    return Clock(read.hour, read.minute, read.second, clock.LOCAL[beside["zone"]])


def _mentions(line: str) -> list[Mention]:
    calendar: list[Written | Ago] = list(written.dates(line))
    spans = [(each.start, each.end) for each in calendar]
    distances = [
        ago
        for ago in relative.mentions(line)
        if all(ago.end <= start or ago.start >= end for start, end in spans)
    ]
    days = sorted([*calendar, *distances], key=lambda each: each.start)
    found = [Mention(day, day.start, day.end) for day in days]
    start = 0
    for n, mention in enumerate(found):
        if isinstance(mention.day, Written):
            mention.clock = mention.day.clock
        _set_clock(line, mention, start, found[n + 1] if n + 1 < len(found) else None)
        mention.weekday = _weekday(line, start, mention)
        mention.rank = labels.rank(line, start, mention.start)
        start = mention.end
    for mention in found:
        mention.refused |= ranges.is_open(line, mention.start, mention.end)
    for mention, following in pairwise(found):
        if ranges.joins(line, mention.end, following.start):
            mention.refused = following.refused = True
    _rank_behind(line, found)
    return found


def _rank_behind(line: str, found: list[Mention]) -> None:
    behind = [labels.rank_behind(line, mention.end) for mention in found]
    if not behind or behind[0] is None:
        return
    for mention, rank in zip(found, behind, strict=True):
        mention.rank = Rank.UNLABELLED if rank is None else rank


def _reference(now: datetime) -> datetime:
    """`now` with an offset: +07:00 where it has none."""
    if now.utcoffset() is None:
        return now.replace(tzinfo=timezone(timedelta(minutes=WIB)))
    return now


def _today(mention: Mention, now: datetime) -> date | None:
    """The day of the reference where the line was printed."""
    zone = WIB if mention.clock is None or mention.clock.zone is None else mention.clock.zone
    try:
        return _reference(now).astimezone(timezone(timedelta(minutes=zone))).date()
    except OverflowError:
        return None


def _moment(ago: Ago, now: datetime) -> Date | None:
    moment = ago.before(_reference(now))
    if moment is None:
        return None
    distance = moment.utcoffset() or timedelta()
    zone = None if now.utcoffset() is None else round(distance.total_seconds() / 60)
    return resolved(moment.date(), Clock(moment.hour, moment.minute, moment.second, zone), None)


def resolved(day: date, at: Clock | None, weekday: int | None) -> Date | None:
    """The answer for a day that arithmetic gave."""
    possible = plausible(day.year, day.month, day.day)
    return answer(possible, at, weekday) if possible else None


def _resolve(mention: Mention, now: datetime | None) -> Date | None:
    if mention.refused:
        return None
    if isinstance(mention.day, Written):
        day = mention.day.date(_today(mention, now) if now else None)
        return answer(day, mention.clock, mention.weekday) if day else None
    if now is None:
        return None
    if mention.day.is_moment:
        return _moment(mention.day, now)
    moved = mention.day.before(_reference(now))
    return resolved(moved.date(), mention.clock, None) if moved else None


def _same_day(first: Written | Ago, second: Written | Ago) -> bool:
    if isinstance(first, Ago) or isinstance(second, Ago):
        return isinstance(first, Ago) and isinstance(second, Ago)
    return (first.year, first.month, first.day) == (second.year, second.month, second.day)


def _choose(found: list[Mention]) -> Mention | None:
    """The published one; of several that no label tells apart, the first if only it has a clock."""
    rank = min(mention.rank for mention in found)
    ranked = [mention for mention in found if mention.rank == rank]
    kind = min(mention.kind for mention in ranked)
    alike = [mention for mention in ranked if mention.kind == kind]
    first, *others = alike
    if all(_same_day(first.day, other.day) for other in others):
        return next((mention for mention in alike if mention.clock), first)
    if first.clock and not any(other.clock for other in others):
        return first
    return None


def read(line: str, now: datetime | None) -> Date | None:
    """The date that a folded line prints, None when it prints none or not exactly one."""
    found = _mentions(line)
    chosen = _choose(found) if found else None
    return _resolve(chosen, now) if chosen else None
