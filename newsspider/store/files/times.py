"""Moments as the store writes them. It has no clock: every time is an argument.

A file of the output holds what was crawled on one day in Jakarta.
"""

from datetime import UTC, datetime
from functools import lru_cache

from newsspider.dates import WIB


def utc(moment: datetime) -> str:
    """Return ISO 8601 in UTC, to the second, which also sorts as text.

    Raises `ValueError` for a moment without an offset.

    >>> utc(datetime(2026, 5, 1, 17, 30, tzinfo=UTC))
    '2026-05-01T17:30:00Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no offset")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def day_of(moment: datetime) -> str:
    """Return the day of a moment in Jakarta.

    >>> day_of(datetime(2026, 5, 1, 17, 30, tzinfo=UTC))
    '2026-05-02'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no offset")
    return moment.astimezone(WIB).date().isoformat()


@lru_cache(maxsize=1_024)  # asked of a list as a whole, of each of its articles, and of the article
def wib_day(published: str) -> str:
    """Return the day in Jakarta of an ISO date; one without a clock time is taken as it stands.

    >>> wib_day("2022-01-13T00:59:00+08:00"), wib_day("2022-01-13")
    ('2022-01-12', '2022-01-13')
    """
    return day_of(moment(published)) if "T" in published else published


def moment(text: str) -> datetime:
    """Read what `utc` wrote, or any ISO 8601 with offset."""
    return datetime.fromisoformat(text)
