"""Response heads of a bounded size: neither Twisted nor Scrapy limits the number of headers."""

from typing import TYPE_CHECKING, Any, Final

from scrapy.core.downloader.handlers.http11 import (
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from twisted.web._newclient import HEADER, STATUS

if TYPE_CHECKING:
    from twisted.internet.interfaces import IAddress

MOST_BYTES: Final = 256 * 1024
"""Of status line and headers, as browsers allow; 16 KiB lines without end took 2 GB before."""


class BoundedProtocol(_LenientHTTP11ClientProtocol):
    """Aborts the connection when a head goes on for too long; Scrapy then sees a failed download.

    The names it rests on are private ones; a crawl of endless headers in the tests tells when they
    have changed.
    """

    _head = 0

    def request(self, request: Any) -> Any:
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        if self._parser is not None and self._parser.state in (STATUS, HEADER):
            self._head += len(data)
            if self._head > MOST_BYTES:
                assert self.transport is not None
                self.transport.abortConnection()
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]


class BoundedFactory(_LenientHTTP11ClientFactory):
    """Makes such connections for Scrapy's pool."""

    def buildProtocol(self, addr: "IAddress | None") -> BoundedProtocol:
        return BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
