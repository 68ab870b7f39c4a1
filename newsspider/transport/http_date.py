"""Moments as HTTP states them: HTTP-date of RFC 9110 section 5.6.7. Pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def http_date(text: str) -> datetime | None:
    """Return the moment of an HTTP-date, or None for what is none.

    >>> http_date("Tue, 11 Jan 2022 12:00:30 GMT")
    datetime.datetime(2022, 1, 11, 12, 0, 30, tzinfo=datetime.timezone.utc)
    >>> http_date("kemarin")
    """
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:  # "-0000": UTC, place unknown (RFC 5322 section 3.3)
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
