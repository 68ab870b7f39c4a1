"""Keeps the manifest of a run: from the first second, to its end with the verdict."""

import logging
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from newsspider import __version__
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic
from newsspider.crawl.stop import end_with
from newsspider.errors import Refusal
from newsspider.exit_status import Verdict
from newsspider.store.pages.last_page import left_over
from newsspider.store.pages.quarantine import prune
from newsspider.store.run_manifest import Manifest, crashed
from newsspider.store.store import Store

logger = logging.getLogger(__name__)

_MOST_IN_FLIGHT: Final = 50
ALWAYS: Final = timedelta(days=36_500)


class WriteManifest:
    """Writes `output/runs/<utc>-<pid>.json` under `scrapy crawl`, every `seconds` and at the end.

    It also tells of what the start found: lines that a killed run left, and its manifest.
    """

    def __init__(self, crawler: Crawler, store: Store, seconds: float) -> None:
        self.crawler = crawler
        self.store = store
        self.in_flight: dict[Request, None] = {}
        self.manifest: Manifest | None = None
        days = crawler.settings.getint("RUNS_KEEP_DAYS")
        self.kept = timedelta(days=days) if days > 0 else ALWAYS
        self.ticker = Periodic(seconds, self.save)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take MANIFEST_SECONDS; off for `scrapy shell` and `scrapy parse`, which store nothing."""
        store = find_store(crawler)
        if store is None:
            raise NotConfigured
        run = cls(crawler, store, crawler.settings.getfloat("MANIFEST_SECONDS"))
        crawler.signals.connect(run.begin, signals.spider_opened)
        crawler.signals.connect(run.stop, signals.engine_stopped)
        crawler.signals.connect(run.departed, signals.request_reached_downloader)
        crawler.signals.connect(run.arrived, signals.request_left_downloader)
        return run

    async def begin(self) -> None:
        """Say what earlier runs left, and make the manifest."""
        output, site = self.store.output, self.store.site
        for recovered in self.store.recovered:
            logger.warning("Recovered: %s", recovered)
        for lost in crashed(output, site, clock.now(), reading=left_over(output, site)):
            page = lost.get("reading", "no page that is known")
            logger.warning("Run %s ended without a word, while reading %s", lost["id"], page)
        try:
            self.manifest = self._manifest()
        except Refusal as refusal:
            end_with(self.crawler, refusal)
            return
        self._prune()
        self.store.runs.note_killed()
        self.store.runs.begin(self.manifest.id, clock.now())
        self.ticker.start()

    def _prune(self) -> None:
        """Make room, as RUNS_KEEP_DAYS and QUARANTINE_KEEP_DAYS say; 0 keeps everything."""
        days = self.crawler.settings.getint("QUARANTINE_KEEP_DAYS")
        if days > 0:
            prune(self.store.output, clock.now() - timedelta(days=days))
        if self.kept < ALWAYS:
            self.store.runs.prune(clock.now() - self.kept)

    def _manifest(self) -> Manifest:
        return Manifest(
            self.store.output,
            self.store.site,
            clock.now(),
            os.getpid(),
            offsets=self.store.offsets(),
            keep=self.kept,
            version=__version__,
            arguments=getattr(self.crawler.spider, "arguments", {}),
            settings=_departed(self.crawler.settings),
            counts={},
            in_flight=[],
        )

    async def stop(self) -> None:
        """Stop with the engine; the verdict comes later, from `end`."""
        await self.ticker.stop()

    def departed(self, request: Request) -> None:
        """Note a request that is on its way."""
        self.in_flight[request] = None

    def arrived(self, request: Request) -> None:
        """Drop a request that came back, one way or the other."""
        self.in_flight.pop(request, None)

    def end(self, verdict: Verdict, **more: Any) -> None:
        """Write the verdict into manifest and state, with more facts for the manifest; a disk that
        fails here changes nothing."""
        if self.manifest is None:
            return
        facts = self._facts() | more
        with suppress(Refusal):
            self.store.runs.end(
                self.manifest.id, clock.now(), verdict.word, verdict.exit_code, self._remembered()
            )
            self.store.flush()
        with suppress(Refusal):
            offsets = self.store.offsets()
            self.manifest.end(
                clock.now(), verdict.word, verdict.exit_code, verdict.words, offsets, **facts
            )

    def abandon(self, verdict: Verdict) -> None:
        """Write the verdict from another thread, when the crawl hangs: the state is not touched."""
        if self.manifest is not None:
            with suppress(Refusal):
                self.manifest.end(
                    clock.now(), verdict.word, verdict.exit_code, verdict.words, **self._facts()
                )

    def correct(self, verdict: Verdict) -> None:
        """Write another verdict than `end` did, for what came to light after it."""
        if self.manifest is not None:
            facts = {"exit_code": verdict.exit_code, "message": verdict.words}
            with suppress(Refusal):
                self.manifest.save(clock.now(), verdict=verdict.word, **facts, **self._facts())

    def save(self) -> None:
        """Write the manifest as things stand; end the crawl when the disk does not take it."""
        assert self.manifest is not None
        try:
            self.manifest.save(clock.now(), **self._facts())
        except Refusal as refusal:
            end_with(self.crawler, refusal)

    def _remembered(self) -> dict[str, Any]:
        """Return every count, with the field coverage: later runs are compared with them; and what
        was broken, for `scrapy status`."""
        assert self.crawler.stats is not None
        stats = self.crawler.stats.get_stats()
        facts = {key: value for key, value in stats.items() if isinstance(value, int | float)}
        broken = stats.get("health/broken")
        return facts | ({"health/broken": broken} if broken else {})

    def _facts(self) -> dict[str, Any]:
        assert self.crawler.stats is not None
        stats = self.crawler.stats.get_stats()
        waiting = [request.url for request in list(self.in_flight)[:_MOST_IN_FLIGHT]]
        return {"counts": counts(stats), "coverage": coverage(stats), "in_flight": waiting}


def counts(stats: Mapping[str, Any]) -> dict[str, int | float | str]:
    """Return the numbers of a run, without those of the field coverage."""
    return {
        key: value
        for key, value in sorted(stats.items())
        if isinstance(value, int | float | str) and not key.startswith("coverage/")
    }


def coverage(stats: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return, by layout, how many articles there were and which share of them states each key.

    >>> coverage({"coverage/2025-26": 4, "coverage/2025-26/editor": 3})
    {'2025-26': {'articles': 4, 'editor': 0.75}}
    """
    found: dict[str, dict[str, float]] = {}
    for key, value in sorted(stats.items()):
        prefix, _, rest = key.partition("/")
        if prefix == "coverage":
            layout, _, field = rest.partition("/")
            of_layout = found.setdefault(layout, {"articles": stats[f"coverage/{layout}"]})
            if field:
                of_layout[field] = round(value / of_layout["articles"], 4)
    return found


def _departed(settings: BaseSettings) -> dict[str, Any]:
    """Return the settings of the command line, and whose permission the run had, wherever that was
    set; the others of the project are known by its version."""
    return {
        name: value
        for name in settings
        if (name == "PERMISSION" or settings.getpriority(name) == SETTINGS_PRIORITIES["cmdline"])
        and isinstance(value := settings[name], str | int | float | bool)
    }
