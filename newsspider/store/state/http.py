"""What a run leaves for the transport of the next one: validators, robots.txt, pauses, budgets."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsspider.store.files.times import moment, utc
from newsspider.store.state.database import State

WHOLE_SITE: Final = "site"
"""Under this name a site's own state remembers until when it asked to be left alone."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a conditional request needs (RFC 9110 §13), and a hash for sites that ignore it."""

    etag: str | None
    last_modified: str | None
    body_hash: str
    fetched_at: datetime


class ListingValidators:
    """The validators of the last answer of each listing, feed and sitemap."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, url: str) -> Validators | None:
        """Return the validators of an address fetched before."""
        row = self._state.row(
            "SELECT etag, last_modified, body_hash, fetched_at FROM http WHERE url = ?", (url,)
        )
        return Validators(row[0], row[1], row[2], moment(row[3])) if row else None

    def put(self, url: str, validators: Validators) -> None:
        """Remember an answer in place of the one before."""
        self._state.write(
            "INSERT OR REPLACE INTO http VALUES (?,?,?,?,?)",
            (
                url,
                validators.etag,
                validators.last_modified,
                validators.body_hash,
                utc(validators.fetched_at),
            ),
        )


@dataclass(frozen=True, slots=True)
class RobotsCopy:
    """A robots.txt as it was served."""

    status: int
    body: bytes
    fetched_at: datetime


class RobotsCopies:
    """The last good robots.txt of each host, for the time when it cannot be fetched."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, host: str) -> RobotsCopy | None:
        """Return the copy of a host, however old: its age is the caller's rule (RFC 9309)."""
        row = self._state.row("SELECT status, body, fetched_at FROM robots WHERE host = ?", (host,))
        return RobotsCopy(row[0], row[1], moment(row[2])) if row else None

    def all(self) -> dict[str, RobotsCopy]:
        """Return the copies by host."""
        rows = self._state.rows("SELECT host, status, body, fetched_at FROM robots ORDER BY host")
        return {host: RobotsCopy(status, body, moment(at)) for host, status, body, at in rows}

    def put(self, host: str, copy: RobotsCopy) -> None:
        """Keep a copy in place of the one before."""
        self._state.write(
            "INSERT OR REPLACE INTO robots VALUES (?,?,?,?)",
            (host, copy.status, copy.body, utc(copy.fetched_at)),
        )


class Pauses:
    """Until when hosts asked to be left alone (Retry-After), which holds across runs."""

    def __init__(self, state: State) -> None:
        self._state = state

    def until(self, host: str) -> datetime | None:
        """Return when the host may be asked again, or None: it never asked for a pause."""
        row = self._state.row("SELECT until FROM throttle WHERE host = ?", (host,))
        return moment(row[0]) if row else None

    def pause(self, host: str, until: datetime) -> None:
        """Leave the host alone until then; a pause is never shortened."""
        self._state.write(
            "INSERT INTO throttle VALUES (?,?) ON CONFLICT (host)"
            " DO UPDATE SET until = max(until, excluded.until)",
            (host, utc(until)),
        )

    def all(self) -> dict[str, datetime]:
        """Return until when each host asked to be left alone."""
        return {host: moment(at) for host, at in self._state.rows("SELECT * FROM throttle")}

    def forget(self, host: str) -> None:
        """Take back a pause: the clock was wrong when it was entered."""
        self._state.write("DELETE FROM throttle WHERE host = ?", (host,))


@dataclass(frozen=True, slots=True)
class Spent:
    """What has been asked of the site on one day."""

    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0

    @property
    def amounts(self) -> tuple[int, int, float]:
        """Return requests, bytes and seconds."""
        return self.requests, self.bytes, self.seconds

    def __add__(self, more: "Spent") -> "Spent":
        return Spent(
            self.requests + more.requests, self.bytes + more.bytes, self.seconds + more.seconds
        )

    def beyond(self, other: "Spent") -> "Spent":
        """Return by how much each amount is higher than another, none below zero."""
        return Spent(
            max(0, self.requests - other.requests),
            max(0, self.bytes - other.bytes),
            max(0.0, self.seconds - other.seconds),
        )


class DailySpending:
    """Requests, bytes and seconds of each day, over all its runs."""

    def __init__(self, state: State) -> None:
        self._state = state

    def spent(self, day: str) -> Spent:
        """Return the sums of a day."""
        row = self._state.row("SELECT requests, bytes, seconds FROM budget WHERE day = ?", (day,))
        return Spent(*row) if row else Spent()

    def all(self) -> dict[str, Spent]:
        """Return the sums of each day."""
        rows = self._state.rows("SELECT day, requests, bytes, seconds FROM budget")
        return {day: Spent(*sums) for day, *sums in rows}

    def spend(self, day: str, more: Spent) -> None:
        """Add to the sums of a day."""
        self._state.write(
            "INSERT INTO budget VALUES (?,?,?,?) ON CONFLICT (day) DO UPDATE SET"
            " requests=requests+excluded.requests, bytes=bytes+excluded.bytes,"
            " seconds=seconds+excluded.seconds",
            (day, more.requests, more.bytes, more.seconds),
        )


class HttpState:
    """The part of a state that belongs to the transport."""

    def __init__(self, state: State) -> None:
        self.validators = ListingValidators(state)
        self.robots = RobotsCopies(state)
        self.pauses = Pauses(state)
        self.spending = DailySpending(state)
