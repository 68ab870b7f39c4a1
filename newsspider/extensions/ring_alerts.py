"""Rings where a run needs a person: a bad end, a silent section, a takedown, a headline watched."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings

from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.signals import run_judged
from newsspider.exit_status import Verdict
from newsspider.extensions.receivers import Receiver, receivers
from newsspider.report.alerts import (
    Alert,
    Message,
    on_end,
    on_headline,
    on_silence,
    on_takedown,
)
from newsspider.store.files.times import moment, utc
from newsspider.store.state.publication_times import PublicationTimes
from newsspider.store.store import Store

logger = logging.getLogger(__name__)

_HABIT = 30  # articles of a section that show how often it has new ones


class RingAlerts:
    """Tells the receivers of ALERTS, and no more than warns when one does not hear."""

    def __init__(self, crawler: Crawler, heard_by: list[Receiver]) -> None:
        self.crawler = crawler
        self.receivers = heard_by
        self.began = clock.now()
        self.starting: list[asyncio.Task[None]] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take ALERTS and WATCH; off without ALERTS. Raises `BadArgument`."""
        heard_by = receivers(crawler.settings.getlist("ALERTS"), os.environ)
        if not heard_by:
            raise NotConfigured
        bell = cls(crawler, heard_by)
        crawler.signals.connect(bell.opened, signals.spider_opened)
        crawler.signals.connect(bell.judged, run_judged)
        return bell

    async def opened(self) -> None:
        """Tell that the run has begun, without waiting for an answer."""
        self.began = clock.now()
        if self.crawler.settings["REPLAY_DIR"]:  # which opens no socket
            return
        site = self.crawler.spidercls.name
        for receiver in self.receivers:
            telling = asyncio.to_thread(_told, receiver, lambda to: to.started(site))
            self.starting.append(asyncio.ensure_future(telling))

    def judged(self, verdict: Verdict) -> None:
        """Tell how the run ended, and what it found that a person should know."""
        site = self.crawler.spidercls.name
        store = find_store(self.crawler)
        found = list(self._found(store)) if store is not None else []
        message = Message(site, verdict, (*on_end(site, verdict), *found))
        for receiver in self.receivers:
            _told(receiver, lambda to: to.ended(message))

    def _found(self, store: Store) -> Iterator[Alert]:
        yield from _headlines(store, self.began, self.crawler.settings.getlist("WATCH"))
        since = utc(self.began)
        for gone in store.articles.gone():
            if (gone.missing_since or "") >= since:
                last = store.articles.history(gone.id)[-1:]
                yield on_takedown(gone.id, gone.url, last[0].headline if last else None)
        if getattr(getattr(self.crawler.spider, "plan", None), "is_latest", False):
            yield from _silent(store, clock.now())


def _headlines(store: Store, since: datetime, words: list[str]) -> Iterator[Alert]:
    for revision in store.articles.revised(since):
        lines = {line.revision: line for line in store.articles.history(revision.id)}
        before = lines.get(revision.revision - 1)
        if before is not None:
            yield from on_headline(words, revision.id, before.headline, revision.headline)


def _silent(store: Store, now: datetime) -> Iterator[Alert]:
    earlier = [run.started for run in store.runs.last(2)[1:]]
    published = PublicationTimes(store.state)
    for section, _, _ in published.by_section():
        times = map(moment, published.last_published(section, _HABIT))
        yield from on_silence(section, times, now, earlier[0] if earlier else None)


def _told(receiver: Receiver, tell: Callable[[Receiver], None]) -> None:
    """Tell a receiver; what fails there costs a warning, without the address, which is secret."""
    try:
        tell(receiver)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is not worth a crawl
        status = getattr(getattr(error, "response", None), "status_code", "")
        said = f"{type(error).__name__} {status}".strip()
        logger.warning("Alert not heard by %s: %s", receiver.name, said)


def ring_refusal(settings: BaseSettings, site: str, verdict: Verdict) -> None:
    """Tell the receivers of ALERTS of a run that was refused before it began."""
    message = Message(site, verdict, tuple(on_end(site, verdict)))
    if message.is_good:
        return
    for receiver in receivers(settings.getlist("ALERTS"), os.environ):
        _told(receiver, lambda to: to.ended(message))
