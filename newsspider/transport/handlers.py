"""The handlers that open connections, each request in its turn."""

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from twisted.internet.error import ConnectError, ConnectionClosed

from newsspider.crawl.open_archive import find_archive
from newsspider.transport.exchange_archiver import ExchangeArchiver
from newsspider.transport.header_limit import BoundedFactory
from newsspider.transport.pace.pacing import Pacing, slot_of
from newsspider.transport.wire import WiredPool

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

NO_ANSWER: Final = (
    CannotResolveHostError,
    ConnectError,
    ConnectionClosed,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    OSError,
    ResponseDataLossError,
)
"""What is raised when the site does not answer, or not to the end."""


class PacedHandler(HTTP11DownloadHandler):
    """Scrapy's handler behind the one door of `Pace`.

    The turn is taken here and not in a middleware, because up to CONCURRENT_REQUESTS requests
    have passed the middlewares already when the site asks for a pause.
    """

    def __init__(self, crawler: "Crawler"):
        super().__init__(crawler)
        # Twisted would send a request again by itself, past the door, where a kept connection
        # turns out to be closed; Retry does that as well.
        self._pool.retryAutomatically = False
        self._pool._factory = BoundedFactory
        self._capture = self._archived(crawler)
        pace: Any = crawler.get_extension(Pacing)
        self._pace: Pacing = pace

    async def download_request(self, request: "Request") -> "Response":
        slot = slot_of(request)
        async with self._pace.connections[slot]:
            left = await self._pace.leave(slot)
            try:
                if self._capture is None:
                    response = await self._send(request)
                else:
                    response = await self._capture.send(request, self._send)
            except NO_ANSWER as error:
                self._pace.failed(request, left, error)
                raise
            self._pace.answered(request, response, left)
            return response

    async def _send(self, request: "Request") -> "Response":
        return await super().download_request(request)

    def _archived(self, crawler: "Crawler") -> ExchangeArchiver | None:
        """Return what archives the exchanges, over a pool of its own; None without ARCHIVE."""
        archive = find_archive(crawler)
        if archive is None:
            return None
        self._pool = WiredPool.in_place_of(self._pool)
        return ExchangeArchiver(crawler, archive, self._pool)


class ConnectToHandler(PacedHandler):
    """Sends a request to CONNECT_TO; the response bears the address that was asked for."""

    def __init__(self, crawler: "Crawler"):
        super().__init__(crawler)
        self._netloc: str = crawler.settings["CONNECT_TO"].strip()

    async def _send(self, request: "Request") -> "Response":
        parts = urlsplit(request.url)
        url = urlunsplit(("http", self._netloc, parts.path or "/", parts.query, ""))
        sent = request.replace(url=url)
        sent.headers.setdefault("Host", parts.netloc)
        response = await super()._send(sent)
        request.meta["download_latency"] = sent.meta["download_latency"]
        # Not response.replace(), which would look for the encoding of the still compressed body.
        answer = response.__class__(
            request.url,
            status=response.status,
            body=response.body,
            flags=response.flags,
            ip_address=response.ip_address,
            protocol=response.protocol,
        )
        answer.headers = response.headers
        return answer
