"""What leads to a host, kept from one request to the next: Twisted makes it anew for each.

That is an encoded name and a TLS context, of no use to a request that goes over a kept connection.
The names this rests on are private ones, as in `header_limit`.
"""

from typing import TYPE_CHECKING, Any, Final

from scrapy.core.downloader.handlers.http11 import _BindAddressAgent
from twisted.web.client import URI

if TYPE_CHECKING:
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IStreamClientEndpoint
    from twisted.web.iweb import IResponse

MOST_HOSTS: Final = 32
"""A spider of many sites meets thousands, and each has a TLS context of almost a megabyte."""


class KeepingAgent(_BindAddressAgent):
    """Scrapy's agent, which keeps the endpoints of the hosts that it met last."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._kept: dict[tuple[bytes, bytes, int], IStreamClientEndpoint] = {}

    def _getEndpoint(self, uri: URI) -> "IStreamClientEndpoint":
        place = uri.scheme, uri.host, uri.port
        if place not in self._kept:
            if len(self._kept) == MOST_HOSTS:
                del self._kept[next(iter(self._kept))]
            self._kept[place] = super()._getEndpoint(uri)  # type: ignore[no-untyped-call]
        return self._kept[place]


class OneServerAgent(KeepingAgent):
    """Sends every request to one `server` ("host:port") over plain HTTP, whatever its address."""

    def __init__(self, server: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._server = URI.fromBytes(f"http://{server}/".encode())

    def _getEndpoint(self, uri: URI) -> "IStreamClientEndpoint":
        return super()._getEndpoint(self._server)

    def _requestWithEndpoint(self, key: Any, *args: Any) -> "Deferred[IResponse]":
        """Take a connection that was kept for any host."""
        server = self._server.scheme, self._server.host, self._server.port
        return super()._requestWithEndpoint(server, *args)
