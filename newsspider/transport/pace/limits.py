"""The limits that settings set to what a crawl asks of the site."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


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

    @property
    def of_a_day(self) -> tuple[int, int, float]:
        """Return the most requests, bytes and seconds of one day."""
        return self.day_requests, self.day_bytes, 60 * self.day_minutes
