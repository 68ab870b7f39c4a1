"""Articles that could not be read, and when to try them again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsspider.store.files.times import moment, utc
from newsspider.store.state.database import State


@dataclass(frozen=True, slots=True)
class Attempt:
    """An address that could not be read; `next_try` is None when it was given up."""

    url: str
    failures: int
    last_error: str
    last_try: datetime
    next_try: datetime | None


class Attempts:
    """Addresses that failed, so that a kill or the end of a run does not hide them."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, url: str) -> Attempt | None:
        """What is remembered of an address, if it failed."""
        row = self._state.row("SELECT * FROM attempts WHERE url = ?", (url,))
        return _attempt(row) if row else None

    def failed(self, url: str, now: datetime, error: str, next_try: datetime | None) -> int:
        """Count one more failure; how many there are now. `next_try` None gives the address up."""
        again = None if next_try is None else utc(next_try)
        self._state.write(
            "INSERT INTO attempts VALUES (?,1,?,?,?) ON CONFLICT (url) DO UPDATE SET"
            " failures=failures+1, last_error=excluded.last_error, last_try=excluded.last_try,"
            " next_try=excluded.next_try",
            (url, error, utc(now), again),
        )
        row = self._state.row("SELECT failures FROM attempts WHERE url = ?", (url,))
        return int(row[0]) if row else 0

    def succeeded(self, url: str) -> None:
        """Forget the failures of an address."""
        self._state.write("DELETE FROM attempts WHERE url = ?", (url,))

    def due(self, now: datetime, limit: int = -1) -> list[Attempt]:
        """Addresses whose next try is due, the longest waiting first."""
        query = "SELECT * FROM attempts WHERE next_try <= ? ORDER BY next_try, url LIMIT ?"
        return [_attempt(row) for row in self._state.rows(query, (utc(now), limit))]

    def sums(self) -> tuple[int, int]:
        """How many addresses wait for another try, and how many were given up."""
        row = self._state.row("SELECT count(next_try), count(*) - count(next_try) FROM attempts")
        return (int(row[0]), int(row[1])) if row else (0, 0)

    def given_up(self) -> list[Attempt]:
        """Addresses that will not be tried again."""
        query = "SELECT * FROM attempts WHERE next_try IS NULL ORDER BY url"
        return [_attempt(row) for row in self._state.rows(query)]


def _attempt(row: tuple[Any, ...]) -> Attempt:
    url, failures, error, last, following = row
    return Attempt(url, failures, error, moment(last), moment(following) if following else None)
