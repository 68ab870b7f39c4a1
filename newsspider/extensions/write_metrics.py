"""METRICS_FILE: how the last run of a site went, for the textfile collector of node_exporter."""

import logging
import time
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.signals import run_judged
from newsspider.errors import BadArgument, MissingExtra
from newsspider.exit_status import Tally, Verdict
from newsspider.store.state.publication_times import PublicationTimes
from newsspider.store.store import Store

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

logger = logging.getLogger(__name__)

_ARTICLES: Final = ("stored", "revised", "known", "failed", "misread", "blocked", "gone")


class WriteMetrics:
    """Writes the file once a run is judged; node_exporter reads it whole or not at all.

    One file a site, named so that the collector takes it: `….prom`.
    """

    def __init__(self, crawler: Crawler, path: Path) -> None:
        self.crawler = crawler
        self.path = path
        self.began = time.monotonic()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take METRICS_FILE. Raises `BadArgument` without the library, or for another ending."""
        path = crawler.settings["METRICS_FILE"]
        if not path:
            raise NotConfigured
        if find_spec("prometheus_client") is None:  # an extra
            raise MissingExtra("METRICS_FILE", "prometheus-client", "metrics")
        if not str(path).endswith(".prom"):
            raise BadArgument(f"METRICS_FILE={path}: node_exporter reads files named ….prom only")
        metrics = cls(crawler, Path(path))
        crawler.signals.connect(metrics.judged, run_judged)
        crawler.signals.connect(metrics.opened, signals.spider_opened)
        return metrics

    def opened(self) -> None:
        """Take the time."""
        self.began = time.monotonic()

    def judged(self, verdict: Verdict) -> None:
        """Write the file; a disk that does not take it costs a warning."""
        from prometheus_client import CollectorRegistry, write_to_textfile  # few runs need it

        registry = CollectorRegistry()
        self._run(registry, verdict)
        store = find_store(self.crawler)
        if store is not None:
            self._archive(registry, store)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_to_textfile(str(self.path), registry)
        except OSError as error:
            logger.warning("Metrics not written: %s: %s", self.path, error.strerror)

    def _run(self, registry: "CollectorRegistry", verdict: Verdict) -> None:
        from prometheus_client import Gauge

        site = self.crawler.spidercls.name
        assert self.crawler.stats is not None
        tally = Tally.of(self.crawler.stats.get_stats(), None)
        told = {
            "exit_code": ("Exit code of the last run.", verdict.exit_code),
            "end_timestamp_seconds": ("When the last run ended.", clock.now().timestamp()),
            "duration_seconds": ("How long it took.", time.monotonic() - self.began),
            "requests": ("Requests it made.", tally.requests),
            "listings_failed": ("Lists that were not to be had.", tally.listings_failed),
        }
        for name, (meaning, value) in told.items():
            gauge = Gauge(f"newsspider_run_{name}", meaning, ["site"], registry=registry)
            gauge.labels(site).set(value)
        articles = Gauge(
            "newsspider_run_articles",
            "Articles of the last run, by what became of them.",
            ["site", "outcome"],
            registry=registry,
        )
        for outcome in _ARTICLES:
            articles.labels(site, outcome).set(getattr(tally, outcome))

    def _archive(self, registry: "CollectorRegistry", store: Store) -> None:
        from prometheus_client import Gauge

        gauge = Gauge(
            "newsspider_articles",
            "Articles stored, by section.",
            ["site", "section"],
            registry=registry,
        )
        for section, number, _ in PublicationTimes(store.state).by_section():
            gauge.labels(store.site, section).set(number)
