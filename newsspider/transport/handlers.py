"""The handlers that open connections, each request in its turn."""

import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.utils._download_handlers import (
    get_dataloss_msg,
    normalize_bind_address,
    wrap_twisted_exceptions,
)
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import ConnectError, ConnectionClosed

from newsspider.crawl.open_archive import find_archive
from newsspider.transport.connections.download import Download
from newsspider.transport.connections.exchange_archiver import ExchangeArchiver
from newsspider.transport.connections.header_limit import BoundedFactory
from newsspider.transport.connections.kept_endpoints import KeepingAgent, OneServerAgent
from newsspider.transport.connections.wire import WiredPool
from newsspider.transport.pace.pacing import Pacing, slot_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

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
        self._agent = self._new_agent()
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
        """Return the answer, as Scrapy's handler does, over an agent that is kept."""
        download = Download(
            self._agent,
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            warnsize=self._default_warnsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
            tls_verbose_logging=self._tls_verbose_logging,
        )
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(download.download_request(request))
        except ResponseDataLossError:
            if not self._fail_on_dataloss_warned:
                logger.warning(get_dataloss_msg(request.url))
                self._fail_on_dataloss_warned = True
            raise

    def _agent_class(self) -> "Callable[..., KeepingAgent]":
        return KeepingAgent

    def _new_agent(self) -> KeepingAgent:
        return self._agent_class()(
            reactor=self._pool._reactor,
            contextFactory=self._contextFactory,
            # Of a connection; a request that has less time is broken off all the same.
            connectTimeout=self._crawler.settings.getfloat("DOWNLOAD_TIMEOUT"),
            bindAddress=normalize_bind_address(self._bind_address),
            pool=self._pool,
        )

    def _archived(self, crawler: "Crawler") -> ExchangeArchiver | None:
        """Return what archives the exchanges, over a pool of its own; None without ARCHIVE."""
        archive = find_archive(crawler)
        if archive is None:
            return None
        self._pool = WiredPool.in_place_of(self._pool)
        return ExchangeArchiver(crawler, archive, self._pool)


class ConnectToHandler(PacedHandler):
    """Sends every request to CONNECT_TO; the answer bears the address that was asked for."""

    def _agent_class(self) -> "Callable[..., KeepingAgent]":
        return partial(OneServerAgent, self._crawler.settings["CONNECT_TO"].strip())
