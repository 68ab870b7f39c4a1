"""Conditional requests for listings: what has not changed is not sent again (RFC 9110, 13)."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from newsspider.store.state.http import Validators
from newsspider.transport.memory import memory_of
from newsspider.transport.unchanged import Unchanged

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


class Conditional:
    """For requests with `meta["conditional"]`: asks only for what changed since a run that left
    nothing undone.

    Whoever judges the run calls `keep` at the end of such a one. After a run that was killed, was
    limited, or left an article behind, the listing must come again.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._seen: dict[str, Validators] = {}

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def process_request(self, request: "Request") -> None:
        """Adds the conditions."""
        known = request.meta.get("conditional") and memory_of(self._crawler).http.get(request.url)
        if not known:
            return
        if known.etag:
            request.headers.setdefault("If-None-Match", known.etag)
        if known.last_modified:
            request.headers.setdefault("If-Modified-Since", known.last_modified)

    def process_response(self, request: "Request", response: "Response") -> "Response":
        """Takes note of validators; raises `Unchanged` for a 304.

        One that was not asked for says nothing of a listing that was never read: it goes on as the
        failure that it is.
        """
        if not request.meta.get("conditional"):
            return response
        asked = "If-None-Match" in request.headers or "If-Modified-Since" in request.headers
        if response.status == 304 and asked:
            self._crawler.stats.inc_value("conditional/unchanged")
            raise Unchanged("304 Not Modified")
        validators = Validators(
            _text(response, "ETag"),
            _text(response, "Last-Modified"),
            sha256(response.body).hexdigest(),
            datetime.now(UTC),
        )
        if response.status == 200 and (validators.etag or validators.last_modified):
            self._seen[request.url] = validators
        return response

    def keep(self) -> None:
        """Every article of every listing of this run was dealt with."""
        for url, validators in self._seen.items():
            memory_of(self._crawler).http.put(url, validators)


def _text(response: "Response", name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value and len(value) <= 1024 else None
