"""Conditional requests for listings: what has not changed is not sent again (RFC 9110, 13)."""

from hashlib import sha256
from typing import TYPE_CHECKING, Self

from newsspider.crawl import clock
from newsspider.crawl.open_store import http_state_of
from newsspider.crawl.signals import run_judged
from newsspider.exit_status import OK, TRY_LATER
from newsspider.store.state.http import Validators
from newsspider.transport.unchanged import NOT_HAD, Unchanged

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.statscollectors import StatsCollector

    from newsspider.exit_status import Verdict
    from newsspider.store.state.http import ListingValidators


class Conditional:
    """Asks, where a request has `meta["conditional"]`, only for what changed since a run that left
    nothing undone.

    After a run that was killed, was limited, or left an article behind, the listing must come
    again.
    """

    def __init__(self, stats: "StatsCollector", earlier: "ListingValidators") -> None:
        self._stats = stats
        self._earlier = earlier
        self._seen: dict[str, tuple[Request, Validators]] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        conditional = cls(crawler.stats, http_state_of(crawler).validators)
        crawler.signals.connect(conditional.judged, run_judged)
        return conditional

    def process_request(self, request: "Request") -> None:
        """Add the conditions to a request."""
        known = request.meta.get("conditional") and self._earlier.get(request.url)
        if not known:
            return
        if known.etag:
            request.headers.setdefault("If-None-Match", known.etag)
        if known.last_modified:
            request.headers.setdefault("If-Modified-Since", known.last_modified)

    def process_response(self, request: "Request", response: "Response") -> "Response":
        """Note the validators of an answer; raise `Unchanged` for a 304.

        One that was not asked for says nothing of a listing that was never read: it goes on as the
        failure that it is.
        """
        if not request.meta.get("conditional"):
            return response
        asked = "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
        if response.status == 304 and asked:
            self._stats.inc_value("conditional/unchanged")
            raise Unchanged("304 Not Modified")
        validators = Validators(
            _text(response, "ETag"),
            _text(response, "Last-Modified"),
            sha256(response.body).hexdigest(),
            clock.now(),
        )
        if response.status == 200 and (validators.etag or validators.last_modified):
            self._seen[request.url] = request, validators
        return response

    def judged(self, verdict: "Verdict", left_behind: int) -> None:
        """Remember the validators of a run that dealt with every article of all that it had.

        One that was cut short (CLOSESPIDER_ITEMCOUNT) has requests that nobody counted.
        """
        finished = self._stats.get_value("finish_reason") == "finished"
        if verdict.exit_code not in (OK, TRY_LATER) or left_behind or not finished:
            return
        for url, (request, validators) in self._seen.items():
            if not request.meta.get(NOT_HAD):
                self._earlier.put(url, validators)


def _text(response: "Response", name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value and len(value) <= 1024 else None
