"""robots.txt obeyed, and failing closed: where it cannot be had, nothing is fetched (RFC 9309)."""

import asyncio
import hashlib
import logging
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import IgnoreRequest, NotConfigured, StopDownload
from scrapy.http.request import NO_CALLBACK

from newsspider.crawl import clock
from newsspider.crawl.open_store import http_state_of
from newsspider.crawl.signals import run_judged
from newsspider.store.state.http import RobotsCopy
from newsspider.transport.causes import words_for
from newsspider.transport.handlers import NO_ANSWER
from newsspider.transport.pace.pacing import Pacing, Stopping, slot_of
from newsspider.transport.robots.disallowed import Disallowed, RulesUnreachable
from newsspider.transport.robots.rules import MOST_BYTES, Rules
from newsspider.transport.robots.user_agent import product_tokens

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

_GOOD_FOR: Final = timedelta(hours=24)  # RFC 9309 section 2.4
_TRANSIENT: Final = frozenset({408, 425, 429})  # 4xx, but not "there is no such file"
_TOLD: Final = 16 * 1024  # bytes of a robots.txt that go into the manifest, beside its hash


class RobotsTxt:
    """Asks each host for its robots.txt once a run, before its first page.

    2xx is read, 4xx allows everything; anything else (5xx, 429, no answer, no end of redirects)
    counts as unreachable: then the last good copy of at most 24 hours holds, else nothing is
    fetched from the host. A Crawl-delay is kept by the whole crawl, up to `longest_delay` seconds.
    The groups that count are those that name ROBOTSTXT_USER_AGENT, or else the USER_AGENT sent.
    """

    def __init__(self, crawler: "Crawler", timeout: float, longest_delay: float) -> None:
        settings = crawler.settings
        self._names = product_tokens(settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"])
        self.refused: Counter[tuple[str, str]] = Counter()
        self._crawler = crawler
        self._timeout = timeout
        self._longest_delay = longest_delay
        self._asked: dict[str, asyncio.Task[Rules | None]] = {}
        self._held: dict[str, dict[str, Any]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        settings = crawler.settings
        if not settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        robots = cls(
            crawler, settings.getfloat("ROBOTSTXT_TIMEOUT"), settings.getfloat("CRAWL_DELAY_MAX")
        )
        crawler.signals.connect(robots.report, run_judged)
        return robots

    def report(self) -> dict[str, Any]:
        """Return for the run's manifest, by host, the robots.txt that held, where it came from,
        and how many requests each of its rules refused."""
        hosts = {
            host: {
                **held,
                "refused": {rule: n for (of, rule), n in self.refused.items() if of == host},
            }
            for host, held in self._held.items()
        }
        return {"robots": hosts}

    async def process_request(self, request: Request) -> None:
        """Let pass what the rules of the host allow; raise `Disallowed` for the
        rest, `RulesUnreachable` where there are none."""
        parts = urlsplit(request.url)
        if "robots_of" in request.meta or parts.scheme == "file":
            return
        if parts.netloc not in self._asked:
            url = f"{parts.scheme}://{parts.netloc}/robots.txt"
            asking = self._rules_of(parts.netloc, url, slot_of(request))
            self._asked[parts.netloc] = asyncio.ensure_future(asking)
        rules = await self._asked[parts.netloc]
        stats = self._crawler.stats
        if rules is None:
            stats.inc_value("robotstxt/unreachable")
            raise RulesUnreachable("robots.txt cannot be had")
        if rules.allows(request.url):
            return
        rule = rules.refusing(request.url) or "?"
        self.refused[parts.netloc, rule] += 1
        stats.inc_value("robotstxt/forbidden")
        logger.debug("Forbidden by robots.txt, Disallow: %s: %s", rule, request.url)
        raise Disallowed(f"forbidden by robots.txt: Disallow: {rule}")

    async def _rules_of(self, host: str, url: str, slot: str) -> Rules | None:
        copies = http_state_of(self._crawler).robots
        answer = await self._fetch(host, url)
        held = answer
        if answer is not None:
            copies.put(host, answer)
        else:
            held = copies.get(host)
            if held is not None and abs(clock.now() - held.fetched_at) > _GOOD_FOR:
                held = None  # too old; so is one that is newer than now, by a clock set back
        if held is None:
            logger.error("robots.txt of %s cannot be had: nothing is fetched from there", host)
            self._held[host] = {"status": None}
            return None
        if answer is None:
            logger.warning("robots.txt of %s: the copy of %s holds", host, held.fetched_at)
            self._crawler.stats.inc_value("robotstxt/from_memory")
        rules = Rules(held.body if held.status < 400 else b"", self._names)
        for text in rules.unread_delays:
            logger.warning(
                "robots.txt of %s: Crawl-delay: %.40s is no time; not heeded", host, text
            )
        self._heed(rules, slot)
        self._held[host] = {
            "status": held.status,
            "fetched_at": held.fetched_at.isoformat(timespec="seconds"),
            "sha256": hashlib.sha256(held.body).hexdigest(),
            "body": held.body[:_TOLD].decode("utf-8", errors="replace"),
        }
        return rules

    async def _fetch(self, host: str, url: str) -> RobotsCopy | None:
        """Return the answer of the host, or None where it gave none that means anything."""
        request = Request(
            url,
            callback=NO_CALLBACK,
            priority=1000,
            # Not compressed: what is cut off after so many bytes is then still readable.
            headers={"Accept-Encoding": "identity"},
            meta={"robots_of": host, "download_maxsize": 0, "download_timeout": self._timeout},
        )
        stats = self._crawler.stats
        stats.inc_value("robotstxt/request_count")
        try:
            response = await self._downloaded(request)
        except Stopping:
            raise
        except (*NO_ANSWER, IgnoreRequest) as problem:
            logger.warning("robots.txt of %s: %s", host, words_for(problem, host))
            return None
        stats.inc_value(f"robotstxt/response_status_count/{response.status}")
        status = response.status
        if not (200 <= status < 300 or 400 <= status < 500) or status in _TRANSIENT:
            return None
        return RobotsCopy(status, response.body[:MOST_BYTES], clock.now())

    async def _downloaded(self, request: Request) -> "Response":
        """Return as much of the file as is read.

        Bytes are counted only while one is on its way: the signal is sent for every piece of
        every page.
        """

        def received(data: bytes, request: Request) -> None:
            if request.meta.get("robots_of") != host:
                return
            request.meta["robots_bytes"] = request.meta.get("robots_bytes", 0) + len(data)
            if request.meta["robots_bytes"] > MOST_BYTES:
                raise StopDownload(fail=False)

        host = request.meta["robots_of"]
        self._crawler.signals.connect(received, signals.bytes_received)
        try:
            response: Response = await self._crawler.engine.download_async(request)
        finally:
            self._crawler.signals.disconnect(received, signals.bytes_received)
        return response

    def _heed(self, rules: Rules, slot: str) -> None:
        pace: Any = self._crawler.get_extension(Pacing)
        delay = min(rules.crawl_delay, self._longest_delay)
        if delay > pace.gates[slot].crawl_delay:
            logger.info("robots.txt asks for %g s between requests", delay)
            pace.gates[slot].crawl_delay = delay
