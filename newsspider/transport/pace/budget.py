"""How much a crawl may ask of the site, in a run and in a day."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, Self

from newsspider.store.files.times import day_of
from newsspider.store.state.http import DailySpending, Spent

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_KEEP_EVERY: Final = 60.0  # seconds; a kill may cost as much of the day's account


@dataclass(frozen=True, slots=True)
class Limits:
    """Most requests, bytes received and minutes, of one run and of one day (WIB); 0: no limit."""

    run_requests: int = 0
    run_bytes: int = 0
    run_minutes: float = 0.0
    day_requests: int = 0
    day_bytes: int = 0
    day_minutes: float = 0.0

    @classmethod
    def of(cls, settings: "BaseSettings") -> Self:
        """Return the limits that the settings give."""
        return cls(
            settings.getint("BUDGET_RUN_REQUESTS"),
            settings.getint("BUDGET_RUN_BYTES"),
            settings.getfloat("BUDGET_RUN_MINUTES"),
            settings.getint("BUDGET_DAY_REQUESTS"),
            settings.getint("BUDGET_DAY_BYTES"),
            settings.getfloat("BUDGET_DAY_MINUTES"),
        )


class Budget:
    """What a run has spent, on top of what the day had spent before it."""

    def __init__(self, limits: Limits, daily: DailySpending, now: datetime, clock: float) -> None:
        self._limits = limits
        self._daily = daily
        self._day = day_of(now)
        self._before = daily.spent(self._day)
        self._began = clock
        self._requests = 0
        self._bytes = 0
        self._kept = Spent()

    def spend(self, size: int, clock: float) -> None:
        """Note a request that was made, of which `size` bytes of body came."""
        self._requests += 1
        self._bytes += size
        if clock - self._began - self._kept.seconds > _KEEP_EVERY:
            self.keep(clock)

    def exhausted(self, clock: float) -> str | None:
        """Return the limit that has been reached, in words, or None."""
        before, limits = self._before, self._limits
        minutes = (clock - self._began) / 60
        accounts = (
            (self._requests, limits.run_requests, "requests a run"),
            (self._bytes, limits.run_bytes, "bytes a run"),
            (minutes, limits.run_minutes, "minutes a run"),
            (before.requests + self._requests, limits.day_requests, "requests a day"),
            (before.bytes + self._bytes, limits.day_bytes, "bytes a day"),
            (before.seconds / 60 + minutes, limits.day_minutes, "minutes a day"),
        )
        for spent, limit, what in accounts:
            if limit and spent >= limit:
                return f"{limit:g} {what}"
        return None

    def keep(self, clock: float) -> None:
        """Enter what was spent since the last time."""
        now = Spent(self._requests, self._bytes, clock - self._began)
        kept, self._kept = self._kept, now
        more = Spent(
            now.requests - kept.requests, now.bytes - kept.bytes, now.seconds - kept.seconds
        )
        self._daily.spend(self._day, more)
