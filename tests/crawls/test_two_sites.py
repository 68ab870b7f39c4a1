"""Two sites in one process know nothing of each other: domains, queue, pace, robots, memory."""

import json
from typing import Any

import pytest

from tests.support.commands import scrapy
from tests.support.faultserver import FaultServer, Hit, Wire


async def page(wire: Wire, hit: Hit) -> None:
    await wire.reply()


async def busy(wire: Wire, hit: Hit) -> None:
    await wire.reply(status=429, headers={"Retry-After": "7200"})


async def everything(wire: Wire, hit: Hit) -> None:
    await wire.reply(b"User-agent: *\nDisallow:\n", headers={"Content-Type": "text/plain"})


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the crawl of each site told: sungai asks for a pause, pasar is at ease."""
    routes = {
        "/*": page,
        "sungai.example/c": busy,
        "pasar.example/robots.txt": everything,
    }
    with FaultServer(routes) as server:
        output = tmp_path_factory.mktemp("output")
        done = scrapy(server.address, output, module="tests.support.two_sites")
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["spider"]: line for line in lines}


def test_each_goes_to_its_own_domains_only(told: dict[str, dict[str, Any]]) -> None:
    assert told["sungai"]["http://pasar.example/a"] == "guard: foreign_host"
    assert told["pasar"]["http://sungai.example/a"] == "guard: foreign_host"


def test_each_has_its_own_queue(told: dict[str, dict[str, Any]]) -> None:
    assert (told["sungai"]["slots"], told["pasar"]["slots"]) == (["sungai"], ["pasar"])


def test_each_obeys_its_own_robots_txt(told: dict[str, dict[str, Any]]) -> None:
    assert "Disallow: /rahasia" in told["sungai"]["http://sungai.example/rahasia"]
    assert told["pasar"]["http://pasar.example/rahasia"] == 200


def test_a_pause_that_one_asks_for_is_no_matter_of_the_other(
    told: dict[str, dict[str, Any]],
) -> None:
    assert (told["sungai"]["reason"], told["sungai"]["paused"]) == ("throttled", True)
    assert (told["pasar"]["reason"], told["pasar"]["paused"]) == ("finished", False)
    assert told["pasar"]["http://pasar.example/c"] == 200
