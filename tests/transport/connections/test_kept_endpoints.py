"""Agents that keep what leads to a host."""

import pytest
from twisted.internet.testing import MemoryReactorClock
from twisted.web.client import URI, BrowserLikePolicyForHTTPS, HTTPConnectionPool

from newsspider.transport.connections.kept_endpoints import MOST_HOSTS, KeepingAgent, OneServerAgent


def uri(address: str) -> URI:
    """Return an address as Twisted has it."""
    found: URI = URI.fromBytes(address.encode())
    return found


@pytest.fixture
def parts() -> dict[str, object]:
    """What an agent is made of, without a network."""
    reactor = MemoryReactorClock()
    return {
        "reactor": reactor,
        "contextFactory": BrowserLikePolicyForHTTPS(),
        "connectTimeout": 25.0,
        "bindAddress": None,
        "pool": HTTPConnectionPool(reactor),
    }


def test_pages_of_a_host_share_an_endpoint(parts: dict[str, object]) -> None:
    agent = KeepingAgent(**parts)

    first = agent._getEndpoint(uri("https://www.kabar.test/read/1"))

    assert agent._getEndpoint(uri("https://www.kabar.test/read/2")) is first
    for other in (
        "http://www.kabar.test/",
        "https://foto.kabar.test/",
        "https://www.kabar.test:80/",
    ):
        assert agent._getEndpoint(uri(other)) is not first


def test_the_endpoints_of_a_crawl_of_many_hosts_are_few(parts: dict[str, object]) -> None:
    agent = KeepingAgent(**parts)
    first = agent._getEndpoint(uri("https://koran-0.test/"))

    others = [agent._getEndpoint(uri(f"https://koran-{n}.test/")) for n in range(1, MOST_HOSTS + 1)]

    assert len(agent._kept) == MOST_HOSTS
    assert agent._getEndpoint(uri(f"https://koran-{MOST_HOSTS}.test/")) is others[-1]
    assert agent._getEndpoint(uri("https://koran-0.test/")) is not first


def test_one_server_is_reached_for_every_host_and_scheme(parts: dict[str, object]) -> None:
    agent = OneServerAgent("localhost:8080", **parts)

    found = {
        agent._getEndpoint(uri(address))
        for address in ("https://www.kabar.test/a", "http://foto.kabar.test/b")
    }

    assert [repr(endpoint) for endpoint in found] == ["<HostnameEndpoint localhost:8080>"]
