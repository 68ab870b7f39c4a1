"""Commits the store to the shared place while a crawl runs, and once more at its end."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newsspider.crawl import clock
from newsspider.crawl import signals as own_signals
from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic
from newsspider.crawl.shared_site import session_of
from newsspider.crawl.stop import close, end_with, spider_closed
from newsspider.errors import LeaseLost, Refusal, SharedAway
from newsspider.extensions.judge_run import JudgeRun
from newsspider.transport.pace.lease_check import LOST
from newsspider.transport.pace.pacing import Pacing

if TYPE_CHECKING:
    from newsspider.shared.session import Session

logger = logging.getLogger(__name__)

_LOOK: Final = 1.0  # seconds between looks at the lease, for a crawl that has nothing to ask


class ShareStore:
    """Commits every `seconds` in a thread of its own, and at once when a host asks to be left
    alone: a machine that goes on must know of it. Reserves of a day's budget what is asked for
    next. A lease that is lost ends the crawl.

    Stats: `shared/commits`, `shared/failures`. What could not be committed stays in the local
    output, and goes with the next commit.
    """

    def __init__(self, crawler: Crawler, session: "Session", seconds: float) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.session = session
        self.stats = crawler.stats
        self.pushing: asyncio.Task[None] | None = None
        self.reserving: asyncio.Task[None] | None = None
        self.is_first = True
        self.is_wanted_again = False
        self.commits = Periodic(seconds, self.begin_push)
        self.looks = Periodic(_LOOK, self.look)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take SHARED_PUSH_SECONDS; off where the site is not shared."""
        session = session_of(crawler)
        if session is None:
            raise NotConfigured
        share = cls(crawler, session, crawler.settings.getfloat("SHARED_PUSH_SECONDS"))
        crawler.signals.connect(share.begin, signals.engine_started)
        crawler.signals.connect(share.end, signals.engine_stopped)
        crawler.signals.connect(share.push_at_once, own_signals.site_paused)
        crawler.signals.connect(share.reserve, own_signals.reservation_wanted)
        return share

    async def begin(self) -> None:
        """Start with the engine."""
        self.commits.start()
        self.looks.start()

    async def end(self) -> None:
        """Make the last commit once the run is judged and its store closed, before anybody is told
        that articles are stored."""
        judging = self.crawler.get_extension(JudgeRun)
        assert judging is not None
        await spider_closed(self.crawler)
        judging.stopped()
        await self.commits.stop()
        await self.looks.stop()
        for task in filter(None, (self.pushing, self.reserving)):
            await task
        self._release()
        refusal = await asyncio.to_thread(self.session.finish, clock.now())
        if refusal is not None:
            judging.spoil(refusal)

    def begin_push(self) -> None:
        """Begin a commit, unless one is still being made."""
        if self.is_first:  # the output is the newest commit as yet
            self.is_first = False
        else:
            self._push_unless_pushing()

    def push_at_once(self) -> None:
        """Begin a commit of what is known by now, after the one that is still being made."""
        self.is_wanted_again = True  # by the commit that is being made, when it is made
        self._push_unless_pushing()

    def _push_unless_pushing(self) -> None:
        if self.pushing is None or self.pushing.done():
            self.pushing = asyncio.ensure_future(self._push())

    def _flush(self) -> None:
        pacing, store = self.crawler.get_extension(Pacing), find_store(self.crawler)
        if pacing is not None and store is not None:
            with suppress(Refusal):  # `KeepStore` tells of it
                pacing.keep_account()
                store.flush()

    async def _push(self) -> None:
        self.is_wanted_again = True
        while self.is_wanted_again:
            self.is_wanted_again = False
            self._flush()
            await self._commit()

    async def _commit(self) -> None:
        if await self._is_shared(partial(self.session.push, clock.now())):
            self.stats.inc_value("shared/commits")

    def reserve(self) -> None:
        """Begin to tell all machines how much more of the day's budget this one is to spend, unless
        they are being told."""
        if self.reserving is None or self.reserving.done():
            self.reserving = asyncio.ensure_future(self._reserve())

    async def _reserve(self) -> None:
        pacing = self.crawler.get_extension(Pacing)
        assert pacing is not None
        assert pacing.budget is not None
        day = pacing.budget.day
        wanted = pacing.reservation.wanted(pacing.budget.of_the_day(monotonic()))
        if wanted is not None and await self._is_shared(
            partial(self.session.reserve, day, wanted, clock.now())
        ):
            pacing.reservation.take(self.session.reserved(day))

    def _release(self) -> None:
        """Let the last commit say what was spent, of what was reserved."""
        pacing = self.crawler.get_extension(Pacing)
        if pacing is not None and pacing.budget is not None:
            budget = pacing.budget
            self.session.release(budget.day, budget.of_the_day(monotonic()))

    async def _is_shared(self, commit: Callable[[], None]) -> bool:
        """Make a commit in another thread; tell whether it was made."""
        try:
            await asyncio.to_thread(commit)
        except LeaseLost:
            close(self.crawler, LOST)
        except SharedAway as refusal:
            self.stats.inc_value("shared/failures")
            logger.warning("Not shared yet: %s", refusal)
        except Refusal as refusal:
            end_with(self.crawler, refusal)
        else:
            return True
        return False

    def look(self) -> None:
        """End the crawl of a site that another machine has taken over."""
        if self.session.lease.lost:
            close(self.crawler, LOST)
