"""From a folded line to its one date: the choice among mentions, and what it comes to."""

from datetime import date, datetime, timedelta, timezone

from newsspider.dates.calendar_dates import CalendarDate
from newsspider.dates.mentions import Mention, find_mentions
from newsspider.dates.relative import Distance
from newsspider.dates.types import WIB, WIB_MINUTES, Clock, Date, make_date, plausible_day


def _reference(now: datetime) -> datetime:
    """Return `now` with an offset: +07:00 where it has none."""
    if now.utcoffset() is None:
        return now.replace(tzinfo=WIB)
    return now


def _today(mention: Mention, now: datetime) -> date | None:
    """Return the day of the reference where the line was printed."""
    printed = mention.clock.zone if mention.clock else None
    zone = WIB_MINUTES if printed is None else printed
    try:
        return _reference(now).astimezone(timezone(timedelta(minutes=zone))).date()
    except OverflowError:
        return None


def _moment(ago: Distance, now: datetime) -> Date | None:
    moment = ago.before(_reference(now))
    if moment is None:
        return None
    distance = moment.utcoffset() or timedelta()
    zone = None if now.utcoffset() is None else round(distance.total_seconds() / 60)
    return _resolved(moment.date(), Clock(moment.hour, moment.minute, moment.second, zone), None)


def _resolved(day: date, at: Clock | None, weekday: int | None) -> Date | None:
    """Return the answer for a day that arithmetic gave."""
    possible = plausible_day(day.year, day.month, day.day)
    return make_date(possible, at, weekday) if possible else None


def _resolve(mention: Mention, now: datetime | None) -> Date | None:
    if mention.refused:
        return None
    if isinstance(mention.day, CalendarDate):
        day = mention.day.date(_today(mention, now) if now else None)
        return make_date(day, mention.clock, mention.weekday) if day else None
    if now is None:
        return None
    if mention.day.is_moment:
        return _moment(mention.day, now)
    moved = mention.day.before(_reference(now))
    return _resolved(moved.date(), mention.clock, None) if moved else None


def _choose(found: list[Mention]) -> Mention | None:
    """Return the published one; where no label tells, the first if only it has a clock."""
    rank = min(mention.rank for mention in found)
    ranked = [mention for mention in found if mention.rank == rank]
    kind = min(mention.kind for mention in ranked)
    alike = [mention for mention in ranked if mention.kind == kind]
    first, *others = alike
    if all(first.same_day(other) for other in others):
        return next((mention for mention in alike if mention.clock), first)
    if first.clock and not any(other.clock for other in others):
        return first
    return None


def resolve_line(line: str, now: datetime | None) -> Date | None:
    """Return the date that a folded line prints, None when it prints none or not exactly one."""
    found = find_mentions(line)
    chosen = _choose(found) if found else None
    return _resolve(chosen, now) if chosen else None
