"""Whole crawls of the simulated site: what is stored is what the site holds, for few requests."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from simulator import truth
from simulator.running import Requests, Running, running
from simulator.sections import SECTIONS
from simulator.world import WIB, World
from tests.support.commands import start
from tests.support.crawling import Crawled, arguments, crawl, records

NOW = datetime.now(WIB).replace(second=0, microsecond=0)
RECENT = World(until=NOW.date(), articles=90, days=2, late=0.3)
ARCHIVE = World(until=date(2026, 7, 24), articles=150, days=8)
LATE = next(p for p in RECENT.newest(NOW) if p.appears - p.published > timedelta(hours=1))
BEFORE = LATE.appears - timedelta(minutes=1)
ARTICLE_KINDS = ("article", "article_whole", "article_page", "newsread")


@dataclass(frozen=True)
class Run:
    """A crawl, and what it asked the site."""

    crawled: Crawled
    requests: Requests

    @property
    def fetched(self) -> int:
        """Requests for pages of articles."""
        return sum(self.requests.kinds[kind] for kind in ARTICLE_KINDS)


def run(site: Running, folder: Path, *options: str) -> Run:
    site.forget()
    crawled = crawl(site.address, folder, *options)
    assert crawled.code == 0, crawled.stderr[-3000:]
    return Run(crawled, site.requests())


def days(world: World) -> tuple[str, ...]:
    return ("-a", f"since={world.first_day}", "-a", f"until={world.until}")


def assert_right(stored: list[dict[str, Any]], now: datetime) -> None:
    """Each article of the site once, with everything that its pages state."""
    held = truth.articles(RECENT, now)
    by_id = {record["id"]: record for record in stored}
    assert len(stored) == len(by_id)
    assert by_id.keys() == held.keys()
    for identity, told in held.items():
        facts = truth.facts(told)
        assert {key: by_id[identity][key] for key in facts} == facts


@pytest.fixture(scope="module")
def latest(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Run]]:
    """Three runs from cron: at first, with nothing new, and when an article appeared late."""
    folder = tmp_path_factory.mktemp("latest")
    with running(RECENT, BEFORE) as site:
        runs = [run(site, folder), run(site, folder)]
        site.advance(to=NOW)
        yield [*runs, run(site, folder)]


def test_the_newest_articles_are_stored_as_the_site_states_them(latest: list[Run]) -> None:
    first, *_ = latest
    assert_right(first.crawled.records, BEFORE)


def test_a_second_run_stores_nothing_and_asks_for_lists_alone(latest: list[Run]) -> None:
    first, second, _ = latest
    assert second.crawled.records == first.crawled.records
    assert second.fetched == 0
    assert second.requests.statuses[304] > len(SECTIONS)


def test_a_later_run_adds_what_is_new_or_appeared_late(latest: list[Run]) -> None:
    _, second, third = latest
    held = truth.articles(RECENT, NOW)
    assert third.crawled.ids == held.keys()
    assert third.crawled.records[: len(second.crawled.records)] == second.crawled.records
    assert f"sindonews:pena:{LATE.number}" in third.crawled.ids - second.crawled.ids


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Run]]:
    """An archive of some days, all kanals (`benchmarks.soak` has the long one)."""
    with running(ARCHIVE) as site:
        yield site, run(site, tmp_path_factory.mktemp("archive"), *days(ARCHIVE))


def test_an_archive_is_stored_whole_and_each_record_is_right(
    archive: tuple[Running, Run],
) -> None:
    site, run = archive
    held = truth.articles(ARCHIVE, ARCHIVE.evening)
    assert run.crawled.ids == held.keys()
    assert len(run.crawled.records) == len(held)
    assert site.world == ARCHIVE


def test_an_archive_costs_little_more_than_a_request_an_article(
    archive: tuple[Running, Run],
) -> None:
    _, run = archive
    assert run.fetched <= 1.05 * ARCHIVE.articles
    assert all(number == 1 for url, number in run.requests.urls.items() if "/read/" in url)


def test_killed_at_any_moment_an_archive_goes_on_where_it_was(tmp_path: Path) -> None:
    world = World(until=date(2026, 7, 24), articles=90, days=2)
    rng = Random(4)
    with running(world) as site:
        for _ in range(2):
            stored = {record["url"] for record in whole_records(tmp_path)}
            site.forget()
            kill_after(site, tmp_path, rng.randrange(40, 90))
            assert not asked_again(site, stored)
        stored = {record["url"] for record in whole_records(tmp_path)}
        last = run(site, tmp_path, *days(world))
        assert not asked_again(site, stored)
    held = truth.articles(world, world.evening)
    assert last.crawled.ids == held.keys()
    assert len(last.crawled.records) == len(held)


def kill_after(site: Running, folder: Path, requests: int) -> None:
    """A crawl that is killed as soon as the site has been asked so often."""
    with start(*arguments(site.address, folder, *days(site.world))) as process:
        while process.poll() is None and site.requests(brief=True).total < requests:
            time.sleep(0.01)


def whole_records(folder: Path) -> list[dict[str, object]]:
    """The lines that end; a kill may leave half of one."""
    for file in folder.glob("sindonews-????-??-??.jsonl"):
        whole, _, _ = file.read_bytes().rpartition(b"\n")
        (folder / "whole").mkdir(exist_ok=True)
        (folder / "whole" / file.name).write_bytes(whole)
    return records(folder / "whole")


def asked_again(site: Running, stored: set[object]) -> set[str]:
    """Stored articles that were asked for all the same."""
    asked = {f"https://{url.partition('?')[0]}" for url in site.requests().urls}
    return {url for url in asked if url in stored}
