"""One process beside the crawl that reads its pages, so that fetching and storing go on meanwhile.

Pages go there and articles come back, with what was counted on the way. A page at which the process
dies or hangs (it ends itself then) costs that page: those that were on their way with it are given
to a new process, one at a time, so that it is known which one it was.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from newsspider.crawl.page_reading import reading_worker
from newsspider.crawl.page_reading.answering_process import AnsweringProcess, ProcessDied
from newsspider.crawl.page_reading.reading_worker import Answer, Asked, Question
from newsspider.extract import Listed, Listing, NotAnArticle, Page
from newsspider.items import Article
from newsspider.reading.fields.source_loader import Stats
from newsspider.sites import registry

if TYPE_CHECKING:
    from newsspider.sites.site import Site

_AHEAD: Final = 8  # pages there at a time: one is read, and the others wait
_START: Final = 600  # seconds in which a process has started, on the busiest machine
_BEYOND: Final = 2  # times the seconds after which the process ends itself
_WITHOUT: Final = ("scrapy", "pydantic")
"""What no reading needs. itemadapter imports it where it is installed: half of a start, and of the
memory."""


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
        self._site = own
        known = registry.named(own.name)
        name = own.name if known is own else ""
        of_spider = spider.__module__, spider.__qualname__
        self._start = partial(
            AnsweringProcess.start,
            partial(reading_worker.begin, name, *of_spider, seconds),
            _START,
            seconds * _BEYOND or None,
            without=_WITHOUT if name else (),  # a module of a spider may need anything
        )
        self._stats = stats
        self._stop = stop
        self._process: asyncio.Task[AnsweringProcess] | None = None
        self._turns = asyncio.Semaphore(_AHEAD)
        self._suspects = asyncio.Lock()

    async def begin(self) -> None:
        """Start the process, so that it is there when the first page comes."""
        self._at_work()

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
            question = Question(page, listed, came, thrifty)
            answer: Answer = await self._asked(question)
            if not isinstance(answer.found, str):
                break
            came[answer.found] = await fetch(answer.found)
        for key, number in answer.counts.items():
            self._stats.inc_value(key, number)
        if isinstance(answer.found, NotAnArticle):
            raise answer.found
        return answer.found

    async def listing(self, page: Page) -> Listing:
        """Return what a list shows; raises as `article` does.

        It is read here while the process is being started, or has enough to read: what is to be
        fetched next is known the sooner.
        """
        process = self._process
        is_there = process is not None and process.done() and not _is_dead(process)
        if not is_there or self._turns.locked():
            return self._site.listing(page)
        found: Listing = await self._asked(page)
        return found

    async def end(self) -> None:
        """End the process, also in the middle of a page."""
        if self._process is None:
            return
        self._process.cancel()  # in vain, unless it is being started
        with suppress(asyncio.CancelledError, ProcessDied):
            process = await self._process
            process.kill()
            await process.wait()

    async def _asked(self, asked: Asked) -> Any:
        try:
            async with self._turns:
                return await self._answer(asked)
        except ProcessDied:
            return await self._asked_alone(asked)

    async def _asked_alone(self, asked: Asked) -> Any:
        """Ask once more with no other page on its way: it is known then whose fault a death is."""
        async with self._suspects, AsyncExitStack() as alone:
            for _ in range(_AHEAD):
                await alone.enter_async_context(self._turns)
            try:
                await asyncio.shield(self._at_work())
            except ProcessDied:
                self._stop()
                raise ReaderLost("the process that reads pages does not start") from None
            try:
                return await self._answer(asked)
            except ProcessDied:
                page = asked if isinstance(asked, Page) else asked.page
                raise ReaderDied(page.url) from None

    async def _answer(self, asked: Asked) -> Any:
        process = await asyncio.shield(self._at_work())
        return await process.ask(asked)

    def _at_work(self) -> asyncio.Task[AnsweringProcess]:
        """Return the process, or the one that is started in place of one that died."""
        if self._process is None or (self._process.done() and _is_dead(self._process)):
            self._process = asyncio.ensure_future(self._start())
        return self._process


def _is_dead(process: asyncio.Task[AnsweringProcess]) -> bool:
    return process.exception() is not None or not process.result().is_alive
