"""Ends a crawl whose event loop stands still: a page that blocks the parser, a stray exit."""

import faulthandler
import os
import sys
import threading
import time
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic
from newsspider.exit_status import BUG, Verdict
from newsspider.extensions.write_manifest import WriteManifest
from newsspider.store.pages.last_page import ReadingMark

_BEAT: Final = 1.0  # seconds


class Watchdog:
    """Watches the pulse of the event loop from a thread of its own.

    Silent for `seconds`, the process prints the stack of every thread and the address of the page
    it was reading, writes both verdict and page into the manifest, and exits with 70. Python code
    lets the thread run; C code that holds the interpreter's lock does not, so half as long again is
    given to `faulthandler`, whose watchdog needs no lock and exits with 1. It cannot write the
    manifest: the next run does, from the address that is kept beside the state.
    """

    def __init__(self, crawler: Crawler, seconds: float, note: ReadingMark | None) -> None:
        self.crawler = crawler
        self.seconds = seconds
        self.note = note
        self.reading = "no page yet"
        self.pulse = time.monotonic()
        self.ticker = Periodic(min(_BEAT, seconds / 4), self.beat)
        self.over = threading.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take BLOCKED_SECONDS; 0 turns it off."""
        seconds = crawler.settings.getfloat("BLOCKED_SECONDS")
        if seconds <= 0:
            raise NotConfigured
        store = find_store(crawler)
        note = ReadingMark(store.output, store.site) if store is not None else None
        watchdog = cls(crawler, seconds, note)
        crawler.signals.connect(watchdog.begin, signals.engine_started)
        crawler.signals.connect(watchdog.end, signals.engine_stopped)
        crawler.signals.connect(watchdog.read, signals.response_received)
        return watchdog

    async def begin(self) -> None:
        """Start with the engine."""
        self.pulse = time.monotonic()
        self.ticker.start()
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    async def end(self) -> None:
        """Stop with the engine."""
        await self.ticker.stop()  # first, so that no beat sets the watch again
        self.over.set()
        faulthandler.cancel_dump_traceback_later()
        if self.note is not None:
            self.note.end()

    def read(self, response: Response, **_: Any) -> None:
        """Note the page that is read next."""
        self.reading = response.url
        if self.note is not None:
            self.note.note(response.url)

    def beat(self) -> None:
        """Start both watches anew: the loop turns."""
        self.pulse = time.monotonic()
        faulthandler.dump_traceback_later(self.seconds * 1.5, exit=True)

    def _watch(self) -> None:
        while not self.over.wait(min(_BEAT, self.seconds / 4)):
            if time.monotonic() - self.pulse > self.seconds:
                self._give_up()

    def _give_up(self) -> None:
        faulthandler.dump_traceback(all_threads=True)
        words = f"nothing moved for {self.seconds:g} seconds, at {self.reading}"
        verdict = Verdict(BUG, words)
        run = self.crawler.get_extension(WriteManifest)
        if run is not None:
            run.abandon(verdict)
        name = self.crawler.spidercls.name
        sys.stderr.write(f"{verdict.line(name)}\n")
        sys.stderr.flush()
        os._exit(BUG)
