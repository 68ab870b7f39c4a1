"""The archive of the simulated site, day by day: whole, cheap, and killed at any time."""

import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Day, Days
from simulator import truth
from simulator.running import Running, running
from simulator.world import Archive, World
from tests.support.commands import start
from tests.support.crawling import arguments, crawl

END = date(2026, 7, 24)
WORLD = World(until=END, articles=150, days=3)


def days_of(world: World) -> tuple[str, ...]:
    return ("-a", f"since={world.first_day}", "-a", f"until={world.until}")


def held(world: World, **which: Any) -> set[str]:
    """What the site shows, on the evening of its last day."""
    return set(truth.articles(world, world.evening, **which))


def asked_for(site: Running) -> dict[str, int]:
    """How often each article was asked for, by the address of its first page."""
    counts: dict[str, int] = {}
    for url, number in site.requests().urls.items():
        if "/read/" in url:
            page = url.partition("?")[0]
            counts[page] = counts.get(page, 0) + number
    return counts


def ledger(folder: Path) -> list[Day]:
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return list(Days(state).between("0000-01-01", "9999-12-31"))


@dataclass
class Variant:
    """An archive in one form of the index, with arguments of its own."""

    archive: Archive
    options: tuple[str, ...] = ()
    which: Mapping[str, Any] = field(default_factory=dict)


VARIANTS = {
    "today's host, steps of 20": Variant("www/20"),
    "the host of 2018-25 behind a redirect, steps of 10": Variant("index/10"),
    "the host of 2018-25 behind a redirect, steps of 15": Variant("index/15"),
    "newest first": Variant("www/20", ("-a", "order=newest")),
    "two sections": Variant(
        "www/20",
        ("-a", "sections=ekbis,kalam"),
        {"sections": ("ekbis", "kalam")},
    ),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_an_archive_is_all_that_the_site_holds_for_a_request_an_article(
    variant: Variant, tmp_path: Path
) -> None:
    world = replace(WORLD, archive=variant.archive)
    with running(world) as site:
        crawled = crawl(site.address, tmp_path, *days_of(world), *variant.options)
        requests = site.requests()
        asked = asked_for(site)
    expected = held(world, **variant.which)
    assert crawled.code == 0, crawled.stderr[-2000:]
    assert crawled.ids == expected
    assert len(crawled.records) == len(expected)
    assert sum(asked.values()) <= 1.05 * len(expected)
    lists = requests.kinds["index"] + requests.kinds["robots"] + requests.kinds["redirect"]
    assert requests.total == sum(asked.values()) + lists
    days = ledger(tmp_path)
    assert all(day.closed_at and not day.open for day in days)
    assert sum(day.outcomes.get("stored", 0) for day in days) == len(expected)


def test_a_second_walk_asks_for_nothing_at_all(tmp_path: Path) -> None:
    with running(WORLD) as site:
        crawl(site.address, tmp_path, *days_of(WORLD))
        site.forget()
        again = crawl(site.address, tmp_path, *days_of(WORLD))
        assert site.requests().total == 0
    assert again.code == 0
    assert again.ids == held(WORLD)


def test_killed_ten_times_it_stores_the_same_and_fetches_nothing_stored(tmp_path: Path) -> None:
    rng, stored = Random(4), set[str]()
    with running(WORLD) as site:
        for _ in range(10):
            site.forget()
            kill_in_the_midst(site, tmp_path, rng.randrange(20, 60))
            assert not stored & asked_for(site).keys()
            stored = stored_pages(tmp_path)
        site.forget()
        last = crawl(site.address, tmp_path, *days_of(WORLD))
        assert not stored & asked_for(site).keys()
    assert last.code == 0
    assert last.ids == held(WORLD)
    assert len(last.records) == len(last.ids)
    assert all(day.closed_at and not day.open for day in ledger(tmp_path))


def kill_in_the_midst(site: Running, folder: Path, requests: int) -> None:
    """A crawl that gets SIGKILL once the site has been asked so often, unless it ends before."""
    with start(*arguments(site.address, folder, *days_of(site.world))) as process:
        while process.poll() is None and site.requests(brief=True).total < requests:
            time.sleep(0.005)


def stored_pages(folder: Path) -> set[str]:
    """The articles that the state knows, as the site writes their addresses in its log."""
    state = folder / "state" / "sindonews.sqlite3"
    if not state.exists():
        return set()
    with closing(State.read(state)) as opened:
        return {url.removeprefix("https://") for (url,) in opened.rows("SELECT url FROM articles")}
