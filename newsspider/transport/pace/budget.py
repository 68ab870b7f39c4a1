"""How much a crawl may ask of the site, in a run and in a day."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from newsspider.store.files.times import day_of
from newsspider.store.state.http import DailySpending, Spent
from newsspider.transport.pace.limits import Limits

_NO_LIMITS: Final = Limits()
_KEEP_EVERY: Final = 60.0  # seconds; a kill may cost as much of the day's account


class Budget:
    """What a run has spent, on top of what the day had spent before it.

    `elsewhere` tells how much of the day may have been spent: by machines that were lost before
    they told how much it was.
    """

    def __init__(
        self,
        limits: Limits,
        daily: DailySpending,
        now: datetime,
        clock: float,
        elsewhere: Callable[[str], Spent] = lambda day: Spent(),
    ) -> None:
        self.day = day_of(now)
        self._limits = limits
        self._daily = daily
        self._before = daily.spent(self.day)
        lost = elsewhere(self.day).beyond(self._before)
        if lost != Spent():
            daily.spend(self.day, lost)
            self._before += lost
        self._began = clock
        self._requests = 0
        self._bytes = 0
        self._kept = Spent()

    def ask(self) -> None:
        """Note a request that leaves."""
        self._requests += 1

    def receive(self, size: int, clock: float) -> None:
        """Note an answer, or none, of which `size` bytes of body came."""
        self._bytes += size
        if clock - self._began - self._kept.seconds > _KEEP_EVERY:
            self.keep(clock)

    def exhausted(self, clock: float) -> str | None:
        """Return the limit that has been reached, in words, or None."""
        if self._limits == _NO_LIMITS:
            return None
        run, day, limits = self._of_the_run(clock), self.of_the_day(clock), self._limits
        accounts = (
            (run.requests, limits.run_requests, "requests a run"),
            (run.bytes, limits.run_bytes, "bytes a run"),
            (run.seconds / 60, limits.run_minutes, "minutes a run"),
            (day.requests, limits.day_requests, "requests a day"),
            (day.bytes, limits.day_bytes, "bytes a day"),
            (day.seconds / 60, limits.day_minutes, "minutes a day"),
        )
        for spent, limit, what in accounts:
            if limit and spent >= limit:
                return f"{limit:g} {what}"
        return None

    def of_the_day(self, clock: float) -> Spent:
        """Return what the day has spent by now, over all its runs."""
        return self._before + self._of_the_run(clock)

    def keep(self, clock: float) -> None:
        """Enter what was spent since the last time."""
        now = self._of_the_run(clock)
        self._daily.spend(self.day, now.beyond(self._kept))
        self._kept = now

    def _of_the_run(self, clock: float) -> Spent:
        return Spent(self._requests, self._bytes, clock - self._began)
