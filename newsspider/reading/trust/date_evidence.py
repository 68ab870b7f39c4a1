"""How well a visible date is backed by what else says when an article was published."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from enum import IntEnum
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.dates.vocabulary import YEAR_IN_TEXT
from newsspider.reading.text import clean

_WIB: Final = timezone(timedelta(hours=7))
_MINUTE: Final = timedelta(minutes=1)
_BEFORE: Final = timedelta(hours=1)
_HOURS: Final = timedelta(hours=26)
_DAYS_BEFORE: Final = timedelta(days=1)
_DAYS_AFTER: Final = timedelta(days=7)
_LONGEST: Final = 100  # characters of a line with a date
_MOST: Final = 40  # lines of a page that are tried


class Backing(IntEnum):
    """What backs a visible date."""

    NOTHING = 0
    DAYS = 1
    """It lies within days of the number at the end of the address."""
    HOURS = 2
    """It lies within hours of that number, as in nearly every article."""
    STATED = 3
    """JSON-LD or a meta gives the same instant, or what a clock then showed in another zone; the
    same day where it has no time."""


def backing(iso: str, stated: Sequence[str], hint: datetime | None) -> Backing:
    """Return what backs a date, given the dates that are stated elsewhere and the address's moment.

    >>> backing("2026-07-24T10:00:00+07:00", ["2026-07-24T03:00:00+00:00"], None).name
    'STATED'
    """
    if any(_is_same(iso, other) for other in stated):
        return Backing.STATED
    if hint is None:
        return Backing.NOTHING
    if "T" not in iso:
        days = datetime.fromisoformat(iso).date() - hint.astimezone(_WIB).date()
        return Backing.HOURS if 0 <= days.days <= 1 else Backing.NOTHING
    gap = datetime.fromisoformat(iso) - hint
    if -_BEFORE <= gap <= _HOURS:
        return Backing.HOURS
    return Backing.DAYS if -_DAYS_BEFORE < gap < _DAYS_AFTER else Backing.NOTHING


def dated_lines(root: etree._Element) -> Iterator[str]:
    """Yield the short texts of a page that have a year in them, in order, some dozens at most."""
    texts = (
        text
        for element in root.iter("*")
        if element.tag not in ("script", "style")
        for text in (element.text, element.tail)
        if text and ("20" in text or "19" in text)
    )
    lines = (
        clean(text) for text in texts if len(text) < 4 * _LONGEST and YEAR_IN_TEXT.search(text)
    )
    yield from islice((line for line in lines if len(line) <= _LONGEST), _MOST)


def _is_same(one: str, other: str) -> bool:
    if "T" in one and "T" in other:
        if one[:16] == other[:16]:  # a template that names another zone than that of its clock
            return True
        return abs(datetime.fromisoformat(one) - datetime.fromisoformat(other)) < _MINUTE
    return one[:10] == other[:10]
