"""Name lookup that never leads off the public internet, whatever the DNS answers."""

import logging
from typing import TYPE_CHECKING, Any, Self

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.defer import succeed
from twisted.internet.error import DNSLookupError
from twisted.python.compat import nativeString

from newsspider.transport.archives.addresses import hosts
from newsspider.transport.url_policy import is_global, is_literal, server

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred

logger = logging.getLogger(__name__)


class GlobalResolver(CachingThreadedResolver):
    """Scrapy's resolver, refusing answers that are private, loopback, link-local or reserved.

    The connection is made to the very address that was checked, so a name that changes its
    answer between check and use gains nothing. The exceptions are the hosts that the user names: in
    CONNECT_TO, and as archives.
    """

    def __init__(
        self,
        reactor: "ReactorBase",
        cache_size: int,
        timeout: float,
        exempt: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(reactor, cache_size, timeout)
        self._exempt = exempt

    @classmethod
    def from_crawler(cls, crawler: "Crawler", reactor: "ReactorBase") -> Self:
        resolver = super().from_crawler(crawler, reactor)
        resolver._exempt = hosts(crawler.settings)
        if crawler.settings["CONNECT_TO"]:
            resolver._exempt |= {server(crawler.settings["CONNECT_TO"])[0]}
        return resolver

    def getHostByName(self, name: str, timeout: "Sequence[int]" = ()) -> "Deferred[str]":
        name = nativeString(name)
        answer = succeed(name) if is_literal(name) else super().getHostByName(name, timeout)
        return answer if name in self._exempt else answer.addCallback(_checked, name)


def _checked(address: str, name: str) -> Any:
    if not is_global(address):
        # Said here, for Twisted tells only that the lookup failed.
        logger.warning("Not connected: %s resolves to %s, off the public internet", name, address)
        raise DNSLookupError(f"{name} resolves to {address}")
    return address
