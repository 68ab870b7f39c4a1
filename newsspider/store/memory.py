"""What a run leaves for the next one besides articles: failures, validators, pauses, budgets."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newsspider.store.clock import moment, utc
from newsspider.store.state import State


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


@dataclass(frozen=True, slots=True)
class Validators:
    """What a conditional request needs (RFC 9110 §13), and a hash for sites that ignore it."""

    etag: str | None
    last_modified: str | None
    body_hash: str
    fetched_at: datetime


class Http:
    """The last answer of each listing, feed and sitemap."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, url: str) -> Validators | None:
        """The validators of an address fetched before."""
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


class Robots:
    """The last good robots.txt of each host, for the time when it cannot be fetched."""

    def __init__(self, state: State) -> None:
        self._state = state

    def get(self, host: str) -> RobotsCopy | None:
        """The copy of a host; how old it may be is the caller's rule (RFC 9309: 24 hours)."""
        row = self._state.row("SELECT status, body, fetched_at FROM robots WHERE host = ?", (host,))
        return RobotsCopy(row[0], row[1], moment(row[2])) if row else None

    def put(self, host: str, copy: RobotsCopy) -> None:
        """Keep a copy in place of the one before."""
        self._state.write(
            "INSERT OR REPLACE INTO robots VALUES (?,?,?,?)",
            (host, copy.status, copy.body, utc(copy.fetched_at)),
        )


class Throttle:
    """Hosts that asked for a pause (Retry-After), which holds across runs."""

    def __init__(self, state: State) -> None:
        self._state = state

    def until(self, host: str) -> datetime | None:
        """When the host may be asked again; None when it never asked for a pause."""
        row = self._state.row("SELECT until FROM throttle WHERE host = ?", (host,))
        return moment(row[0]) if row else None

    def pause(self, host: str, until: datetime) -> None:
        """Leave the host alone until then; a pause is never shortened."""
        self._state.write(
            "INSERT INTO throttle VALUES (?,?) ON CONFLICT (host)"
            " DO UPDATE SET until = max(until, excluded.until)",
            (host, utc(until)),
        )


@dataclass(frozen=True, slots=True)
class Spent:
    """What has been asked of the site on one day."""

    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0


class Budget:
    """Requests, bytes and seconds of each day, over all its runs."""

    def __init__(self, state: State) -> None:
        self._state = state

    def spent(self, day: str) -> Spent:
        """The sums of a day."""
        row = self._state.row("SELECT requests, bytes, seconds FROM budget WHERE day = ?", (day,))
        return Spent(*row) if row else Spent()

    def spend(self, day: str, more: Spent) -> None:
        """Add to the sums of a day."""
        self._state.write(
            "INSERT INTO budget VALUES (?,?,?,?) ON CONFLICT (day) DO UPDATE SET"
            " requests=requests+excluded.requests, bytes=bytes+excluded.bytes,"
            " seconds=seconds+excluded.seconds",
            (day, more.requests, more.bytes, more.seconds),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """One run as the state remembers it; `facts` is what later runs compare themselves with."""

    id: str
    started: datetime
    ended: datetime | None
    verdict: str | None
    exit_code: int | None
    facts: dict[str, Any]


class Runs:
    """The runs so far: the baseline of the health checks and the list of `scrapy status`."""

    def __init__(self, state: State) -> None:
        self._state = state

    def begin(self, run: str, now: datetime) -> None:
        """Enter a run that has started."""
        self._state.write("INSERT OR REPLACE INTO runs (id, started) VALUES (?,?)", (run, utc(now)))

    def end(
        self, run: str, now: datetime, verdict: str, exit_code: int, facts: dict[str, Any]
    ) -> None:
        """Enter how a run ended."""
        self._state.write(
            "UPDATE runs SET ended=?, verdict=?, exit_code=?, facts=? WHERE id=?",
            (utc(now), verdict, exit_code, json.dumps(facts, allow_nan=False), run),
        )

    def complete(self) -> Iterator[dict[str, Any]]:
        """What the runs that were complete say of themselves, newest first."""
        query = "SELECT facts FROM runs WHERE exit_code = 0 ORDER BY started DESC, id DESC"
        for (facts,) in self._state.rows(query):
            yield json.loads(facts)

    def last(self, count: int) -> list[Run]:
        """The newest runs, newest first."""
        query = "SELECT * FROM runs ORDER BY started DESC, id DESC LIMIT ?"
        return [
            Run(
                row[0],
                moment(row[1]),
                moment(row[2]) if row[2] else None,
                row[3],
                row[4],
                json.loads(row[5]),
            )
            for row in self._state.rows(query, (count,))
        ]
