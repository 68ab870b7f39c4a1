"""One process beside the crawl that reads its pages, so that fetching and storing go on meanwhile.

Pages go there and articles come back, with what was counted on the way. A page at which the process
dies or hangs (it ends itself then) costs that page: those that were on their way with it are given
to a new process, one at a time, so that it is known which one it was.
"""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, TypeVar

from newsspider.crawl.page_reading import reading_worker
from newsspider.crawl.page_reading.reading_worker import Answer
from newsspider.extract import Listed, NotAnArticle, Page
from newsspider.items import Article
from newsspider.reading.fields.loader import Stats
from newsspider.sites import registry

if TYPE_CHECKING:
    from newsspider.sites.site import Site

_AHEAD: Final = 2  # pages there at a time: one is read, and one waits
_START: Final = 600  # seconds in which a process has started, on the busiest machine
_BEYOND: Final = 2  # times the seconds after which the process ends itself

T = TypeVar("T")


class ReaderDied(Exception):
    """The process that reads pages died, or hung, at a page; a fault of ours."""

    def __init__(self, url: str) -> None:
        self.url = url
        super().__init__(f"the process that reads pages died or hung at {url}")


class ReaderLost(Exception):
    """The process that reads pages does not start; no page is at fault."""


class ReadingProcess:
    """Reads in one other process the pages of the site of a spider; a `PageReader`.

    A page may take `seconds`, 0 is no limit. `stop` is called when there is no reading at all.
    """

    def __init__(
        self, spider: type, stats: Stats, seconds: float, stop: Callable[[], None]
    ) -> None:
        own: Site = spider.site  # type: ignore[attr-defined]
        known = registry.named(own.name)
        name = own.name if known is own else ""
        of_spider = spider.__module__, spider.__qualname__
        self._begin = partial(reading_worker.begin, name, *of_spider, seconds)
        self._stats = stats
        self._patience = seconds * _BEYOND or None
        self._stop = stop
        self._pool: ProcessPoolExecutor | None = None
        self._begun: asyncio.Future[int] | None = None
        self._process = 0
        self._turns = asyncio.Semaphore(_AHEAD)
        self._suspects = asyncio.Lock()

    async def article(
        self,
        page: Page,
        listed: Listed | None,
        fetch: Callable[[str], Awaitable[Page | None]],
        *,
        thrifty: bool,
    ) -> Article:
        """Return the article of a page that came; raise `NotAnArticle`.

        Raises `ReaderDied` where the process died at this page, `ReaderLost` where none starts.
        """
        came: dict[str, Page | None] = {}
        while True:
            answer = await self._asked(page, listed, came, thrifty)
            if not isinstance(answer.found, str):
                break
            came[answer.found] = await fetch(answer.found)
        for key, number in answer.counts.items():
            self._stats.inc_value(key, number)
        if isinstance(answer.found, NotAnArticle):
            raise answer.found
        return answer.found

    async def end(self) -> None:
        """End the process, also in the middle of a page."""
        pool, self._pool = self._pool, None
        if pool is not None:
            self._kill()
            await asyncio.to_thread(pool.shutdown, wait=True, cancel_futures=True)

    async def _asked(self, page: Page, *given: Any) -> Answer:
        try:
            async with self._turns:
                return await self._submitted(reading_worker.read, page, *given)
        except BrokenProcessPool:
            return await self._asked_alone(page, *given)

    async def _asked_alone(self, page: Page, *given: Any) -> Answer:
        """Ask once more with no other page on its way: it is known then whose fault a death is."""
        async with self._suspects, self._turns, self._turns:
            try:
                await self._submitted(reading_worker.ready)
            except BrokenProcessPool:
                self._stop()
                raise ReaderLost("the process that reads pages does not start") from None
            try:
                return await self._submitted(reading_worker.read, page, *given)
            except BrokenProcessPool:
                raise ReaderDied(page.url) from None

    async def _submitted(self, work: Callable[..., T], *given: Any) -> T:
        """Raises `BrokenProcessPool`, also after a process that does not even end itself."""
        loop, pool = asyncio.get_running_loop(), self._pool
        if pool is None:
            # Not fork: the threads and open files of a crawl are no start for another process.
            pool = self._pool = ProcessPoolExecutor(1, get_context("forkserver"), self._begin)
            self._begun = loop.run_in_executor(pool, reading_worker.ready)
            self._begun.add_done_callback(self._know)
        begun = self._begun
        assert begun is not None
        try:
            await asyncio.wait_for(asyncio.shield(begun), _START)  # no page is at fault for that
            asked = loop.run_in_executor(pool, work, *given)
            return await asyncio.wait_for(asked, self._patience)
        except (BrokenProcessPool, TimeoutError) as error:
            if self._pool is pool:
                self._pool = None
                self._kill()
                pool.shutdown(wait=False, cancel_futures=True)
            raise BrokenProcessPool(f"{error}") from error

    def _know(self, begun: "asyncio.Future[int]") -> None:
        if not begun.cancelled() and begun.exception() is None:
            self._process = begun.result()

    def _kill(self) -> None:
        process, self._process = self._process, 0
        if process:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
