"""When to try again what could not be read."""

from datetime import datetime, timedelta
from typing import Final

from newsspider.store.store import Store

AT_ONCE: Final = 3  # failures after which the very next run still tries again
# After so long an article that is missing is looked for again, three times; then it is given up. A
# site that was ill and answered 404 for everything is well by then, however often cron asked.
_GONE_WAITS: Final = (timedelta(0), timedelta(hours=6), timedelta(hours=24))
MOST: Final = 40  # failures after which anything is given up; about a month of daily tries


def next_try(failures: int, now: datetime, *, gone: bool) -> datetime | None:
    """The moment from which to try again after so many failures (this one counted), or None.

    A page that could not be read is tried for a month: when the layout changed, its reader has to
    be repaired first. One that the site says is gone (404, 410, "tidak ditemukan") is not.
    """
    if gone:
        return now + _GONE_WAITS[failures - 1] if failures <= len(_GONE_WAITS) else None
    if failures >= MOST:
        return None
    if failures <= AT_ONCE:
        return now
    return now + timedelta(hours=min(2 ** (failures - AT_ONCE), 24))


def note_failure(store: Store, address: str, now: datetime, error: str, *, gone: bool) -> int:
    """Enters one more failure of an article, and when to try it again; how many there are."""
    before = store.attempts.get(address)
    failures = before.failures + 1 if before else 1
    return store.attempts.failed(address, now, error, next_try(failures, now, gone=gone))


def is_due(store: Store, address: str, now: datetime) -> bool:
    """Whether an article may be asked for: it never failed, or its next try has come."""
    before = store.attempts.get(address)
    return before is None or (before.next_try is not None and before.next_try <= now)
