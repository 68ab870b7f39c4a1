"""The one door to each site: every request of a crawl waits here for its turn, or is turned away.

A crawl has one download slot, named as its spider, and so one door. A spider whose articles lie on
many sites has a slot for each (`download_slot` of the request): each has its own pace then, and one
that is down or wants to be left alone ends nothing but the requests to itself.
"""

import asyncio
import logging
from collections import defaultdict
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.exceptions import IgnoreRequest

from newsspider.crawl import clock
from newsspider.crawl import signals as own_signals
from newsspider.crawl.open_store import http_state_of
from newsspider.crawl.shared_site import session_of
from newsspider.crawl.stop import close, is_stopping
from newsspider.store.state.http import WHOLE_SITE
from newsspider.transport.causes import words_for
from newsspider.transport.pace import retry_after
from newsspider.transport.pace.budget import Budget
from newsspider.transport.pace.lease_check import LeaseCheck
from newsspider.transport.pace.limits import Limits
from newsspider.transport.pace.rate_limiter import RateLimiter
from newsspider.transport.pace.reservation import Reservation

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

_LOOK_UP: Final = 0.5  # seconds between looks whether the crawl is being stopped
_LONGEST_HELD: Final = timedelta(days=1)  # however long a server asks, look again the next day

_REFUSED: Final = frozenset({401, 403, 429})


class Stopping(IgnoreRequest):
    """Not requested because the crawl is ending; what depends on it is for the next run."""


class Pacing:
    """Extension: says when a request may leave, and ends the crawl when the site has had enough.

    `gate` makes the limiter of a slot, `slot` is the one without which the crawl ends: that of the
    whole `site`, or of the archive that stands in for it. Ends the crawl, or
    the requests of another slot, as `throttled` when the site asks for a longer pause than
    `longest_pause` seconds or goes on answering 429, as `budget`, and as `unreachable` after
    `most_failures` in a row, one of them of a request that was tried again; `retried` are the
    statuses after which one is. `lease` is that of the site, where machines share it: none but its
    holder asks for a page.
    """

    def __init__(
        self,
        crawler: "Crawler",
        gate: "Callable[[], RateLimiter]",
        slot: str,
        site: str,
        limits: Limits,
        longest_pause: float,
        most_failures: int,
        connections: int,
        retried: frozenset[int],
        lease: LeaseCheck,
    ) -> None:
        self.gates: defaultdict[str, RateLimiter] = defaultdict(gate)
        # Scrapy 2.19 itself lets more requests out where there is no DOWNLOAD_DELAY: its slot
        # counts a request when its task runs, after it has made tasks of all that wait.
        self.connections: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(max(1, connections))
        )
        self._slot = slot
        self._site = site
        self._crawler = crawler
        self._limits = limits
        self.reservation = Reservation(limits)
        self.budget: Budget | None = None
        self._longest_pause = longest_pause
        self._most_failures = most_failures
        self._retried = retried
        self._lease = lease
        self._begun: set[str] = set()
        self._ended: dict[str, str] = {}  # why, by slot

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        settings, session = crawler.settings, session_of(crawler)
        pace = cls(
            crawler,
            partial(RateLimiter, failing_delay=settings.getfloat("FAILING_DELAY")),
            getattr(crawler.spider, "archive_slot", crawler.spidercls.name),
            crawler.spidercls.name,
            Limits.of(settings),
            settings.getfloat("RETRY_AFTER_MAX"),
            settings.getint("FAILURES_IN_A_ROW_MAX"),
            settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"),
            _retried(settings),
            LeaseCheck(session.lease if session is not None else None),
        )
        crawler.signals.connect(pace.keep_account, signals.spider_closed)
        return pace

    async def leave(self, slot: str) -> float:
        """Wait for the turn of a request; returns when it left, by the monotonic clock.

        Raises `Stopping` once the crawl is ending, however long the wait would have been.
        """
        self._begin(slot)
        while True:
            self._check(slot)
            now = monotonic()
            wait = _LOOK_UP if self._others_first(now) else self.gates[slot].leave(now)
            if not wait:
                self._account.ask()
                return now
            self._crawler.stats.inc_value("pace/ms_waited", round(1000 * min(wait, _LOOK_UP)))
            await asyncio.sleep(min(wait, _LOOK_UP))

    def answered(self, request: "Request", response: "Response", left: float) -> None:
        """Take note of a response, at once: before the next request asks for its turn."""
        self._account.receive(len(response.body), monotonic())
        if response.status in _REFUSED or response.status >= 500:
            self._count_cause(f"{_host(request)} answered {response.status}")
        if not self._is_failure(response.status):
            if "robots_of" not in request.meta:  # a file that is there while the site is ill
                self.gates[slot_of(request)].succeeded(left)
            return
        asked = retry_after.seconds(response.headers.get("Retry-After"), clock.now())
        if asked is not None:
            self._crawler.stats.inc_value(f"pace/retry_after/{response.status}")
            self._remember(slot_of(request), asked)
            if asked > self._longest_pause:
                self._end(slot_of(request), "throttled")
                return
        self._failed(request, left, response.status, asked)

    def failed(self, request: "Request", left: float, error: BaseException) -> None:
        """Take note that no answer came, and why."""
        self._count_cause(words_for(error, _host(request)))
        self._account.receive(0, monotonic())
        self._failed(request, left)

    def _failed(
        self, request: "Request", left: float, status: int | None = None, asked: float | None = None
    ) -> None:
        again, slot = "retry_times" in request.meta, slot_of(request)
        gate = self.gates[slot]
        gate.failed(
            left=left,
            now=monotonic(),
            status=status,
            retry_after=asked,
            counts=not again or "robots_of" in request.meta,
            lasts=again or not self._is_tried_again(status),
        )
        if 0 < self._most_failures <= gate.failures:
            if gate.throttled:
                self._end(slot, "throttled")
            elif gate.lasting:
                self._end(slot, "unreachable")

    def _is_failure(self, status: int) -> bool:
        """Tell whether a status says that the server is ill or busy; 403 does where it is one of
        those after which a request is tried again."""
        return status == 429 or status >= 500 or (status == 403 and 403 in self._retried)

    def _is_tried_again(self, status: int | None) -> bool:
        return bool(self._retried) if status is None else status in self._retried

    def _count_cause(self, words: str) -> None:
        """Count a cause, for the last line of the run: most of the time it is one."""
        self._crawler.stats.inc_value(f"cause/{words}")

    def _name(self, slot: str) -> str:
        """Return under which name the state remembers what a slot asked for."""
        return WHOLE_SITE if slot == self._site else slot

    def _remember(self, slot: str, asked: float) -> None:
        """Remember the pause for the next run, should this one end before it does."""
        until = clock.now() + min(timedelta(seconds=min(asked, 1e6)), _LONGEST_HELD)
        http_state_of(self._crawler).pauses.pause(self._name(slot), until)
        self._crawler.signals.send_catch_log(own_signals.site_paused)
        logger.warning("%s asks to be left alone until %s", slot, until.isoformat(" ", "seconds"))

    def _begin(self, slot: str) -> None:
        """At the first request of a slot: what earlier runs have left to heed."""
        if slot in self._begun:
            return
        self._begun.add(slot)
        http, name = http_state_of(self._crawler), self._name(slot)
        if self.budget is None:
            session = session_of(self._crawler)
            elsewhere = (session.reserved,) if session is not None else ()
            self.budget = Budget(self._limits, http.spending, clock.now(), monotonic(), *elsewhere)
        if self._lease.is_shared:  # whose request, a moment ago, was another machine's
            delay = self._crawler.settings.getfloat("DOWNLOAD_DELAY")
            self.gates[slot].pause(monotonic() + delay)
        until = http.pauses.until(name)
        rest = (until - clock.now()).total_seconds() if until else 0.0
        if rest > _LONGEST_HELD.total_seconds():
            logger.warning("Pause until %s not kept: the clock was wrong when it was set", until)
            http.pauses.forget(name)
        elif rest > self._longest_pause:
            logger.warning("%s asked to be left alone until %s", slot, until)
            self._end(slot, "throttled")
        elif rest > 0:
            self.gates[slot].pause(monotonic() + rest)

    def _others_first(self, now: float) -> bool:
        """Tell whether requests wait for the shared place: for the lease, or until the others know
        how much of the day's budget this machine is about to spend."""
        if not self._lease.is_shared:
            return False
        spent = self._account.of_the_day(now)
        if self.reservation.wanted(spent) is not None:
            self._crawler.signals.send_catch_log(own_signals.reservation_wanted)
        return self._lease.is_closed or self.reservation.is_used_up(spent)

    @property
    def _account(self) -> Budget:
        assert self.budget is not None  # made by the first request
        return self.budget

    def _check(self, slot: str) -> None:
        spent = self._account.exhausted(monotonic())
        if spent and self._slot not in self._ended:
            self._crawler.stats.set_value("pace/budget_exhausted", spent)
            logger.warning("Budget used up: %s", spent)
            self._end(self._slot, "budget")
        gone = self._lease.why_ended()
        if gone:
            self._end(self._slot, gone)
        ended = self._ended.get(self._slot) or self._ended.get(slot)
        if ended or is_stopping(self._crawler):
            self._crawler.stats.inc_value("pace/not_requested")
            raise Stopping(f"the crawl is ending ({ended or 'stopped'})")

    def _end(self, slot: str, reason: str) -> None:
        if slot in self._ended:
            return
        self._ended[slot] = reason
        if slot == self._slot:
            close(self._crawler, reason)
        else:
            logger.warning("Nothing more is asked of %s: %s", slot, reason)

    def keep_account(self) -> None:
        """Enter what was spent so far in the state; the store's next flush makes it durable."""
        if self.budget is not None:
            self.budget.keep(monotonic())


def _retried(settings: "BaseSettings") -> frozenset[int]:
    """Return the statuses after which Scrapy tries a request again."""
    if not settings.getbool("RETRY_ENABLED") or not settings.getint("RETRY_TIMES"):
        return frozenset()
    return frozenset(map(int, settings.getlist("RETRY_HTTP_CODES")))


def slot_of(request: "Request") -> str:
    """Return the download slot of a request, which `Offsite` has put there."""
    return str(request.meta["download_slot"])


def _host(request: "Request") -> str:
    return urlsplit(request.url).netloc
