"""When stored articles were found missing, with what the site answered then."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsspider.store.files.times import utc
from newsspider.store.state.database import State

EXCERPT: Final = 1024
"""Bytes that are kept of the beginning of the answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the site answered in place of an article: status, target of a redirect, body."""

    status: int | None = None
    location: str | None = None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Takedown:
    """One time of being missing; times are UTC, `ended` None while it lasts.

    `last_seen` is when the site was last known to have the article, `noticed` when it had it no
    more. `excerpt` is the beginning of the answer.
    """

    noticed: str
    last_seen: str
    reason: str
    status: int | None
    location: str | None
    excerpt: bytes | None
    ended: str | None


class TakedownHistory:
    """Every takedown of every stored article, by the article's `n`."""

    def __init__(self, state: State) -> None:
        self._state = state

    def begin(
        self, n: int, now: datetime, last_seen: str, reason: str, evidence: Evidence | None
    ) -> None:
        """Enter that an article was found missing."""
        answer = evidence or Evidence()
        self._state.write(
            "INSERT OR IGNORE INTO takedowns VALUES (?,?,?,?,?,?,?,NULL)",
            (
                n,
                utc(now),
                last_seen,
                reason,
                answer.status,
                answer.location,
                answer.body[:EXCERPT] or None,
            ),
        )

    def end(self, n: int, now: datetime) -> None:
        """Enter that the article is there again."""
        self._state.write(
            "UPDATE takedowns SET ended = ? WHERE n = ? AND ended IS NULL", (utc(now), n)
        )

    def of(self, n: int) -> list[Takedown]:
        """Return the takedowns of an article, oldest first."""
        query = (
            "SELECT noticed, last_seen, reason, status, location, excerpt, ended FROM takedowns"
            " WHERE n = ? ORDER BY noticed"
        )
        return [Takedown(*row) for row in self._state.rows(query, (n,))]
