"""Connections that tell what went over them, for an archive: the bytes, not what became of them.

Twisted's parser drops the reason phrase, the order and case of headers, and the framing of chunks;
only the connection has them. The names this rests on are private ones, as in `header_limit`; the
test against a raw server tells when they have changed.
"""

from typing import TYPE_CHECKING, Any, Self

from twisted.web.client import HTTPConnectionPool

from newsspider.transport.connections.header_limit import BoundedFactory, BoundedProtocol

if TYPE_CHECKING:
    from collections.abc import Hashable

    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress, IStreamClientEndpoint
    from twisted.web._newclient import HTTP11ClientProtocol


class Wire:
    """What went over a connection for one request. `is_whole` says that the answer came to its
    end, `is_too_long` that it was broken off after `most` bytes (0: no limit)."""

    def __init__(self, most: int) -> None:
        self.is_whole = False
        self.is_too_long = False
        self.ip_address: str | None = None
        self._most = most
        self._sent: list[bytes] = []
        self._received: list[bytes] = []
        self._size = 0

    @property
    def sent(self) -> bytes:
        """Return the request."""
        return b"".join(self._sent)

    @property
    def received(self) -> bytes:
        """Return what came for it."""
        return b"".join(self._received)

    def write(self, data: bytes) -> None:
        """Take what is sent: Twisted writes a request to this as to a transport."""
        self._sent.append(data)

    def writeSequence(self, data: list[bytes]) -> None:
        """Take several pieces of what is sent."""
        self._sent += data

    def registerProducer(self, producer: Any, streaming: bool) -> None:
        """Let a request with a body write at its own speed: all is taken at once."""

    def unregisterProducer(self) -> None:
        """Let a request with a body end."""

    def take(self, data: bytes) -> bool:
        """Take what came; return whether there may be more."""
        self._received.append(data)
        self._size += len(data)
        self.is_too_long = 0 < self._most < self._size
        return not self.is_too_long

    def end(self, beyond: int) -> None:
        """Note that the answer is whole; the last bytes that came lie beyond it."""
        self.is_whole = True
        if beyond:
            self._received = [self.received[:-beyond]]


class WiredProtocol(BoundedProtocol):
    """A connection that gives its `wire` what it sends and gets."""

    wire: Wire | None = None

    def request(self, request: Any) -> Any:
        if self.wire is not None:
            transport: Any = self.transport
            self.wire.ip_address = getattr(transport.getPeer(), "host", None)
            request.writeTo(self.wire)
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        if self.wire is not None and not self.wire.take(data):
            assert self.transport is not None
            self.transport.abortConnection()
            return
        super().dataReceived(data)

    def _finishResponse(self, rest: bytes) -> None:
        if self.wire is not None:
            self.wire.end(len(rest))
            self.wire = None
        super()._finishResponse(rest)


class WiredFactory(BoundedFactory):
    """Makes such connections for the pool."""

    def buildProtocol(self, addr: "IAddress | None") -> WiredProtocol:
        return WiredProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]


class WiredPool(HTTPConnectionPool):
    """Gives `next_wire` to the connection that it hands out next, new or kept.

    To be set in the same call of the event loop in which the request is made: nothing comes between
    the two.
    """

    next_wire: Wire | None = None
    _factory = WiredFactory

    @classmethod
    def in_place_of(cls, other: HTTPConnectionPool) -> Self:
        """Return an empty pool that keeps connections as the other would."""
        pool = cls(other._reactor, other.persistent)
        pool.maxPersistentPerHost = other.maxPersistentPerHost
        pool.retryAutomatically = other.retryAutomatically
        return pool

    def getConnection(
        self, key: "Hashable", endpoint: "IStreamClientEndpoint"
    ) -> "Deferred[HTTP11ClientProtocol]":
        wire, self.next_wire = self.next_wire, None

        def give(connection: "HTTP11ClientProtocol") -> "HTTP11ClientProtocol":
            assert isinstance(connection, WiredProtocol)
            connection.wire = wire
            return connection

        return super().getConnection(key, endpoint).addCallback(give)
