"""The simulated site as an HTTP server: hosts, clock, conditional requests, and what it counted.

Every answer is computed from (world, moment, address) when it is asked for; with `keep` the newest
answers are kept, gzipped, so that a benchmark measures the crawler and not this server.
"""

import asyncio
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

from aiohttp import web

from simulator.answer import Answer, Ask
from simulator.routes import answer
from simulator.world import World

_GZIP_LEVEL: Final = 1
_GZIP_FROM: Final = 1000


class Clock:
    """The site's own time, from `now` on; it stands still unless it has a `speed`."""

    def __init__(self, now: datetime, speed: float = 0.0) -> None:
        self._now, self._speed = now, speed
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The moment, to the second."""
        elapsed = (time.monotonic() - self._since) * self._speed
        return (self._now + timedelta(seconds=elapsed)).replace(microsecond=0)

    def set(self, now: datetime) -> None:
        """Puts the clock on or back."""
        self._now, self._since = now, time.monotonic()


class Counts:
    """What was asked since the last reset: by kind of page, by status and by address.

    `seconds` is the time from the first request to the last.
    """

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.statuses: Counter[int] = Counter()
        self.addresses: Counter[str] = Counter()
        self._first = self._last = 0.0

    def add(self, kind: str, status: int, address: str) -> None:
        """One request more."""
        self.kinds[kind] += 1
        self.statuses[status] += 1
        self.addresses[address] += 1
        self._last = time.monotonic()
        self._first = self._first or self._last

    def to_dict(self) -> dict[str, Any]:
        """For `/_stats`."""
        return {
            "total": self.kinds.total(),
            "seconds": self._last - self._first,
            "kinds": dict(self.kinds),
            "statuses": {str(status): number for status, number in self.statuses.items()},
            "urls": dict(self.addresses),
        }


class Site:
    """Answers for a world; `keep` is the number of drawn answers that are kept."""

    def __init__(self, world: World, clock: Clock, keep: int = 0) -> None:
        self.clock = clock
        self.counts = Counts()
        self._drawn: Callable[[datetime, str, str], _Drawn] = lru_cache(maxsize=keep)(
            lambda now, host, target: _Drawn(answer(Ask.of(world, now, host, target)))
        )

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """The site, but for the two addresses that are ours: `/_stats` and `/_control`."""
        if request.path == "/_stats":
            return web.json_response(self._state(is_brief="brief" in request.query))
        if request.path == "/_control":
            return await self._control(request)
        drawn = self._drawn(self.clock.now(), request.host, request.raw_path)
        response = drawn.response(request)
        self.counts.add(drawn.kind, response.status, f"{request.host}{request.raw_path}")
        return response

    async def _control(self, request: web.BaseRequest) -> web.Response:
        """`{"now": ISO}`, `{"advance": seconds}`: moves the clock; `{"reset": true}`: no counts."""
        orders = json.loads(await request.read())
        if "now" in orders:
            self.clock.set(datetime.fromisoformat(orders["now"]))
        if "advance" in orders:
            self.clock.set(self.clock.now() + timedelta(seconds=orders["advance"]))
        if orders.get("reset"):
            self.counts = Counts()
        return web.json_response(self._state())

    def _state(self, *, is_brief: bool = False) -> dict[str, Any]:
        """The clock and the counts; the brief form leaves out the addresses."""
        state = {"now": self.clock.now().isoformat(), **self.counts.to_dict()}
        return state | {"urls": {}} if is_brief else state


class _Drawn:
    """An answer as bytes, with its validators."""

    def __init__(self, answer: Answer) -> None:
        self.kind = answer.kind
        self._status = answer.status
        self._body = answer.body.encode()
        self._packed = gzip.compress(self._body, _GZIP_LEVEL, mtime=0)
        self._headers = {"Content-Type": answer.content_type}
        self._changed = answer.changed
        if answer.location:
            self._headers["Location"] = answer.location
        if answer.is_list:
            self._headers["ETag"] = f'"{blake2b(self._body, digest_size=12).hexdigest()}"'
        if answer.changed:
            self._headers["Last-Modified"] = format_datetime(answer.changed.astimezone(UTC), True)

    def response(self, request: web.BaseRequest) -> web.Response:
        """The response to one request for it: 304, gzipped or plain."""
        if self._is_known(request):
            return web.Response(status=304, headers=self._headers)
        headers = self._headers
        if len(self._body) > _GZIP_FROM and "gzip" in request.headers.get("Accept-Encoding", ""):
            headers = {**headers, "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            return web.Response(status=self._status, body=self._packed, headers=headers)
        return web.Response(status=self._status, body=self._body, headers=headers)

    def _is_known(self, request: web.BaseRequest) -> bool:
        """Whether the client has it already; an ETag decides alone (RFC 9110 §13.2.2)."""
        etag = self._headers.get("ETag")
        tags = request.headers.get("If-None-Match")
        if tags is not None:
            return etag is not None and etag in [tag.strip() for tag in tags.split(",")]
        since = request.headers.get("If-Modified-Since")
        if since is None or self._changed is None:
            return False
        return self._changed <= parsedate_to_datetime(since)


async def serve(site: Site, port: int, ready: Callable[[int], None]) -> None:
    """Answers on a loopback port until cancelled; port 0 takes a free one, told to `ready`."""
    runner = web.ServerRunner(web.Server(site.handle))
    await runner.setup()
    tcp = web.TCPSite(runner, "127.0.0.1", port)
    await tcp.start()
    ready(runner.addresses[0][1])
    try:
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
