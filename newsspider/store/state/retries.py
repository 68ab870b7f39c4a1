"""Articles that could not be read, and when to try them again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from newsspider.store.files.times import moment, utc
from newsspider.store.state.database import State

AT_ONCE: Final = 3  # failures after which the very next run still tries again
# After so long an article that is missing is looked for again, three times; then it is given up. A
# site that was ill and answered 404 for everything is well by then, however often cron asked.
_GONE_WAITS: Final = (timedelta(0), timedelta(hours=6), timedelta(hours=24))
MOST: Final = 40  # failures after which anything is given up; about a month of daily tries


@dataclass(frozen=True, slots=True)
class Attempt:
    """An article that could not be read, `url` its address then; `next_try` is None when it was
    given up."""

    url: str
    failures: int
    last_error: str
    last_try: datetime
    next_try: datetime | None
    id: str


class Attempts:
    """Articles that failed, by identity, so that a kill or the end of a run does not hide them."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, identity: str) -> Attempt | None:
        """Return what is remembered of an article, if it failed."""
        row = self._state.row("SELECT * FROM attempts WHERE id = ?", (identity,))
        return _attempt(row) if row else None

    def not_due_among(self, identities: Iterable[str], now: datetime) -> set[str]:
        """Return which of these articles failed, and are not to be asked for yet, or ever.

        One that failed later than now did so by a clock that went ahead, and waits for nothing.
        """
        rows = self._state.rows_among("SELECT * FROM attempts WHERE id IN", identities)
        return {
            each.id
            for each in map(_attempt, rows)
            if each.next_try is None or each.last_try <= now < each.next_try
        }

    def failed(
        self, identity: str, url: str, now: datetime, error: str, *, gone: bool = False
    ) -> int:
        """Enter one more failure and when to try again (`next_try`); return how many there are."""
        before = self.get(identity)
        failures = before.failures + 1 if before else 1
        following = next_try(failures, now, gone=gone)
        self._enter(Attempt(url, failures, error, now, following, identity))
        return failures

    def succeeded(self, identity: str) -> None:
        """Forget the failures of an article."""
        self._state.write("DELETE FROM attempts WHERE id = ?", (identity,))

    def due(self, now: datetime, limit: int = -1) -> list[Attempt]:
        """Return the articles whose next try is due, the longest waiting first."""
        query = (
            "SELECT * FROM attempts WHERE next_try <= ?1 OR (next_try NOT NULL AND last_try > ?1)"
            " ORDER BY next_try, url LIMIT ?2"
        )
        return [_attempt(row) for row in self._state.rows(query, (utc(now), limit))]

    def all(self) -> list[Attempt]:
        """Return every article that failed."""
        return [_attempt(row) for row in self._state.rows("SELECT * FROM attempts")]

    def restore(self, attempts: Iterable[Attempt]) -> None:
        """Enter attempts as they were."""
        for each in attempts:
            self._enter(each)

    def _enter(self, one: Attempt) -> None:
        again = None if one.next_try is None else utc(one.next_try)
        self._state.write(
            "INSERT OR REPLACE INTO attempts VALUES (?,?,?,?,?,?)",
            (one.url, one.failures, one.last_error, utc(one.last_try), again, one.id),
        )

    def sums(self) -> tuple[int, int]:
        """Count the articles that wait for another try, and those that were given up."""
        row = self._state.row("SELECT count(next_try), count(*) - count(next_try) FROM attempts")
        return (int(row[0]), int(row[1])) if row else (0, 0)


def next_try(failures: int, now: datetime, *, gone: bool) -> datetime | None:
    """Return when to try again after so many failures (this one counted), or None to give up.

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


def _attempt(row: tuple[Any, ...]) -> Attempt:
    url, failures, error, last, following, identity = row
    again = moment(following) if following else None
    return Attempt(url, failures, error, moment(last), again, identity)
