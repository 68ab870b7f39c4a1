"""The one door to the site: every request of a crawl waits here for its turn, or is turned away."""

import asyncio
import logging
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.exceptions import IgnoreRequest

from newsspider.crawl import clock
from newsspider.crawl.open_store import http_state_of
from newsspider.crawl.stop import close, is_stopping
from newsspider.transport.causes import words_for
from newsspider.transport.pace import retry_after
from newsspider.transport.pace.budget import Budget, Limits
from newsspider.transport.pace.rate_limiter import RateLimiter

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

WHOLE_SITE: Final = "site"
"""Under this name a site's own state remembers until when it asked to be left alone."""

_LOOK_UP: Final = 0.5  # seconds between looks whether the crawl is being stopped
_LONGEST_HELD: Final = timedelta(days=1)  # however long a server asks, look again the next day


_REFUSED: Final = frozenset({401, 403, 429})


class Stopping(IgnoreRequest):
    """Not requested because the crawl is ending; what depends on it is for the next run."""


class Pacing:
    """Extension: says when a request may leave, and ends the crawl when the site has had enough.

    Ends it as `throttled` when the site asks for a longer pause than `longest_pause` seconds or
    goes on answering 429, as `budget`, and as `unreachable` after `most_failures` in a row, one of
    them of a request that was tried again; `retried` are the statuses after which one is.
    """

    def __init__(
        self,
        crawler: "Crawler",
        gate: RateLimiter,
        limits: Limits,
        longest_pause: float,
        most_failures: int,
        connections: int,
        retried: frozenset[int],
    ) -> None:
        self.gate = gate
        # Scrapy 2.19 itself lets more requests out where there is no DOWNLOAD_DELAY: its slot
        # counts a request when its task runs, after it has made tasks of all that wait.
        self.connections = asyncio.Semaphore(max(1, connections))
        self._crawler = crawler
        self._limits = limits
        self._longest_pause = longest_pause
        self._most_failures = most_failures
        self._retried = retried
        self._budget: Budget | None = None
        self._ended: str | None = None

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        settings = crawler.settings
        pace = cls(
            crawler,
            RateLimiter(failing_delay=settings.getfloat("FAILING_DELAY")),
            Limits.of(settings),
            settings.getfloat("RETRY_AFTER_MAX"),
            settings.getint("FAILURES_IN_A_ROW_MAX"),
            settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"),
            _retried(settings),
        )
        crawler.signals.connect(pace._closed, signals.spider_closed)
        return pace

    async def leave(self) -> float:
        """Wait for the turn of a request; returns when it left, by the monotonic clock.

        Raises `Stopping` once the crawl is ending, however long the wait would have been.
        """
        self._begin()
        while True:
            self._check()
            now = monotonic()
            wait = self.gate.leave(now)
            if not wait:
                return now
            self._crawler.stats.inc_value("pace/ms_waited", round(1000 * min(wait, _LOOK_UP)))
            await asyncio.sleep(min(wait, _LOOK_UP))

    def answered(self, request: "Request", response: "Response", left: float) -> None:
        """Take note of a response, at once: before the next request asks for its turn."""
        assert self._budget is not None
        self._budget.spend(len(response.body), monotonic())
        if response.status in _REFUSED or response.status >= 500:
            self._count_cause(f"{_host(request)} answered {response.status}")
        if response.status != 429 and response.status < 500:
            if "robots_of" not in request.meta:  # a file that is there while the site is ill
                self.gate.succeeded(left)
            return
        asked = retry_after.seconds(response.headers.get("Retry-After"), clock.now())
        if asked is not None:
            self._crawler.stats.inc_value(f"pace/retry_after/{response.status}")
            self._remember(asked)
            if asked > self._longest_pause:
                self._end("throttled")
                return
        self._failed(request, left, response.status, asked)

    def failed(self, request: "Request", left: float, error: BaseException) -> None:
        """Take note that no answer came, and why."""
        assert self._budget is not None
        self._count_cause(words_for(error, _host(request)))
        self._budget.spend(0, monotonic())
        self._failed(request, left)

    def _failed(
        self, request: "Request", left: float, status: int | None = None, asked: float | None = None
    ) -> None:
        again = "retry_times" in request.meta
        self.gate.failed(
            left=left,
            now=monotonic(),
            status=status,
            retry_after=asked,
            counts=not again or "robots_of" in request.meta,
            lasts=again or not self._is_tried_again(status),
        )
        if 0 < self._most_failures <= self.gate.failures:
            if self.gate.throttled:
                self._end("throttled")
            elif self.gate.lasting:
                self._end("unreachable")

    def _is_tried_again(self, status: int | None) -> bool:
        return bool(self._retried) if status is None else status in self._retried

    def _count_cause(self, words: str) -> None:
        """Count a cause, for the last line of the run: most of the time it is one."""
        self._crawler.stats.inc_value(f"cause/{words}")

    def _remember(self, asked: float) -> None:
        """Remember the pause for the next run, should this one end before it does."""
        until = clock.now() + min(timedelta(seconds=min(asked, 1e6)), _LONGEST_HELD)
        http_state_of(self._crawler).pauses.pause(WHOLE_SITE, until)
        logger.warning("The site asks to be left alone until %s", until.isoformat(" ", "seconds"))

    def _begin(self) -> None:
        """At the first request: what earlier runs have left to heed."""
        if self._budget is not None:
            return
        http = http_state_of(self._crawler)
        self._budget = Budget(self._limits, http.spending, clock.now(), monotonic())
        until = http.pauses.until(WHOLE_SITE)
        rest = (until - clock.now()).total_seconds() if until else 0.0
        if rest > _LONGEST_HELD.total_seconds():
            logger.warning("Pause until %s not kept: the clock was wrong when it was set", until)
            http.pauses.forget(WHOLE_SITE)
        elif rest > self._longest_pause:
            logger.warning("The site asked to be left alone until %s", until)
            self._end("throttled")
        elif rest > 0:
            self.gate.pause(monotonic() + rest)

    def _check(self) -> None:
        assert self._budget is not None
        spent = self._budget.exhausted(monotonic())
        if spent and not self._ended:
            self._crawler.stats.set_value("pace/budget_exhausted", spent)
            logger.warning("Budget used up: %s", spent)
            self._end("budget")
        if self._ended or is_stopping(self._crawler):
            self._crawler.stats.inc_value("pace/not_requested")
            raise Stopping(f"the crawl is ending ({self._ended or 'stopped'})")

    def _end(self, reason: str) -> None:
        if self._ended is None:
            self._ended = reason
            close(self._crawler, reason)

    def _closed(self) -> None:
        if self._budget is not None:
            self._budget.keep(monotonic())


def _retried(settings: "BaseSettings") -> frozenset[int]:
    """Return the statuses after which Scrapy tries a request again."""
    if not settings.getbool("RETRY_ENABLED") or not settings.getint("RETRY_TIMES"):
        return frozenset()
    return frozenset(map(int, settings.getlist("RETRY_HTTP_CODES")))


def _host(request: "Request") -> str:
    return urlsplit(request.url).netloc
