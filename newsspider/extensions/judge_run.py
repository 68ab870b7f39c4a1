"""Gives every run its verdict, whoever started it, and closes its store."""

import logging
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler

from newsspider.crawl.open_store import close_store, find_store
from newsspider.crawl.signals import run_judged
from newsspider.crawl.stop import spider_closed
from newsspider.crawl.uncaught import Uncaught
from newsspider.errors import Refusal
from newsspider.exit_status import Tally, Verdict, gravest, judge
from newsspider.extensions.write_manifest import WriteManifest
from newsspider.store.line_batch import StoreOutcome

logger = logging.getLogger(__name__)

_COUNTED: Final = {StoreOutcome.NEW: "article/stored", StoreOutcome.REVISED: "article/revised"}


class JudgeRun:
    """Judges the counts of a run once the engine has stopped.

    Stats: `run/verdict` (one word), `run/exit_code`, `run/message`; `article/lost` of a batch that
    could not be written. `scrapy crawl` makes the exit
    code that of its process; a script finds it in `crawler.stats`.
    """

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats is not None
        self.crawler = crawler
        self.stats = crawler.stats
        self.uncaught = Uncaught(self.stats)
        self.verdict: Verdict | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        judging = cls(crawler)
        crawler.signals.connect(judging.failed, signals.item_error)
        crawler.signals.connect(judging.engine_stopped, signals.engine_stopped)
        return judging

    def failed(self) -> None:
        """Count an error of a pipeline: Scrapy logs it and counts nothing."""
        self.stats.inc_value("item_error_count")

    async def engine_stopped(self) -> None:
        """Judge when all is told."""
        await spider_closed(self.crawler)
        self.stopped()

    def stopped(self) -> None:
        """Judge by what Scrapy and ours have counted."""
        if self.verdict is None:
            self._make_durable()
            counts = self.stats.get_stats()
            self.end(judge(Tally.of(counts, counts.get("finish_reason"))))

    def end(self, verdict: Verdict) -> Verdict:
        """Write the verdict into manifest, state and stats, and close the store.

        Return what it comes to: a store that cannot be flushed spoils a good end.
        """
        facts = self._last_facts(verdict)
        manifest = self.crawler.get_extension(WriteManifest)
        if manifest is not None:
            manifest.end(verdict, **facts)
        verdict = _spoilt(verdict, close_store(self.crawler))
        self._tell(verdict)
        return verdict

    def recall(self) -> Verdict | None:
        """Return the verdict, changed by errors that came to light after the engine had stopped."""
        found = self.verdict
        if found is not None and self.stats.get_value("uncaught/count"):
            counts = self.stats.get_stats()
            found = gravest(found, judge(Tally.of(counts, counts.get("finish_reason"))))
            manifest = self.crawler.get_extension(WriteManifest)
            if manifest is not None:
                manifest.correct(found)
            self._tell(found)
        return found

    def spoil(self, refusal: Refusal) -> None:
        """Change the verdict for what refused after the store was closed."""
        assert self.verdict is not None
        found = _spoilt(self.verdict, refusal)
        manifest = self.crawler.get_extension(WriteManifest)
        if manifest is not None:
            manifest.correct(found)
        self._tell(found)

    def _make_durable(self) -> None:
        """Flush the last batch; what was lost with one that failed is not counted as stored."""
        store = find_store(self.crawler)
        if store is None:
            return
        try:
            store.release()
        except Refusal as refusal:
            if self.stats.get_value("output/error") is None:
                self.stats.set_value("output/error", str(refusal))
                self.stats.set_value("output/exit_code", refusal.exit_code)
        for outcome, number in store.lost.items():
            self.stats.inc_value(_COUNTED[outcome], -number)
            self.stats.inc_value("article/lost", number)

    def _last_facts(self, verdict: Verdict) -> dict[str, Any]:
        left_behind = Tally.of(self.stats.get_stats(), None).left_behind
        told = self.crawler.signals.send_catch_log(
            run_judged, verdict=verdict, left_behind=left_behind
        )
        facts: dict[str, Any] = {}
        for _, answer in told:
            if isinstance(answer, dict):
                facts |= answer
        return facts

    def _tell(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.stats.set_value("run/verdict", verdict.word)
        self.stats.set_value("run/exit_code", verdict.exit_code)
        self.stats.set_value("run/message", verdict.words)
        logger.info("Run judged: %s", verdict.line(self.crawler.spidercls.name))


def _spoilt(verdict: Verdict, refusal: Refusal | None) -> Verdict:
    """Return the verdict, or that of a store that refused at the end of a good run."""
    if refusal is None:
        return verdict
    return gravest(verdict, Verdict(refusal.exit_code, str(refusal)))
