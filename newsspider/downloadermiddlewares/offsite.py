"""Nothing but the site is requested, whatever redirects, links and start addresses say."""

import logging
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

from newsspider.sites import registry
from newsspider.transport.url_policy import refusal, refusal_off

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.statscollectors import StatsCollector

logger = logging.getLogger(__name__)


class Offsite:
    """Refuses every request off `domains`, also those of robots.txt, redirects and start().

    `domains` are the spider's `allowed_domains`, as for Scrapy's offsite middleware, but read anew
    for each request: a spider may add to its list. One that has none (`scrapy shell`) may go to
    every site that is read; one that reads an archive has `archive_origins`, the servers of that
    archive, and goes nowhere else. Unlike Scrapy's, it does not look at `dont_filter`, which
    redirects inherit from the start requests.
    """

    def __init__(
        self,
        stats: "StatsCollector",
        domains: "Collection[str]",
        slot_of: "Callable[[str], str]",
        max_length: int,
        *,
        files: bool = False,
        origins: "Collection[str] | None" = None,
    ) -> None:
        self._stats = stats
        self._domains = domains
        self._slot_of = slot_of
        self._max_length = max_length
        self._files = files
        self._origins = origins

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        settings = crawler.settings
        domains = getattr(crawler.spider, "allowed_domains", None)
        if domains is None:
            domains = [domain for site in registry.all_sites() for domain in site.domains]
        return cls(
            crawler.stats,
            domains,
            getattr(crawler.spider, "slot_of", None) or (lambda url: crawler.spidercls.name),
            settings.getint("URLLENGTH_LIMIT"),
            files=settings.getbool("LOCAL_FILES"),
            origins=getattr(crawler.spider, "archive_origins", None),
        )

    def process_request(self, request: "Request") -> None:
        """Put what may pass into the download slot of all hosts of its site.

        The slot has the spider's name, by which `DOWNLOAD_SLOTS` may slow it down; a spider of many
        sites has a `slot_of` that tells it from the address. Raises
        `IgnoreRequest` with the reason for what may not pass.
        """
        if self._files and request.url.startswith("file:"):
            return
        reason = self._refusal(request.url)
        if reason is None:
            request.meta["download_slot"] = self._slot_of(request.url)
            return
        self._stats.inc_value("guard/blocked")
        self._stats.inc_value(f"guard/blocked/{reason}")
        logger.warning("Not requested, %s: %.200s", reason, request.url)
        raise IgnoreRequest(f"guard: {reason}")

    def _refusal(self, url: str) -> str | None:
        if self._origins is not None:
            return refusal_off(url, self._origins, self._max_length)
        return refusal(url, self._domains, self._max_length)
