"""Runs from cron: how little they ask when nothing is new, and that they miss nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from simulator import truth
from simulator.sections import SECTIONS
from simulator.world import WIB, World
from tests.support.crawling import Crawled, crawl
from tests.support.scripted_site import Moody, serving

NOW: Final = datetime.now(WIB).replace(second=0, microsecond=0)
WORLD: Final = World(until=NOW.date(), articles=400, days=8, late=0.3)
START: Final = NOW - timedelta(days=3)
SINCE: Final = START.date() - timedelta(days=1)


@dataclass(frozen=True)
class Visit:
    """One run: what is stored after it, and how often the site was asked."""

    crawled: Crawled
    requests: int
    articles: int


def visit(site: Moody, address: str, folder: Path, *options: str) -> Visit:
    site.asked.clear()
    crawled = crawl(address, folder, *options)
    assert crawled.code == 0, crawled.stderr[-2000:]
    articles = sum(number for url, number in site.asked.items() if "/read/" in url)
    return Visit(crawled, site.asked.total(), articles)


@pytest.fixture(scope="module")
def visits(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Visit]]:
    """Four runs: at first, at once again, an hour later, and when cron was down for days."""
    folder = tmp_path_factory.mktemp("latest")
    site = Moody(WORLD, START)
    with serving(site) as address:
        runs = {"first": visit(site, address, folder)}
        runs["again"] = visit(site, address, folder)
        site.now = START + timedelta(hours=9)
        runs["later"] = visit(site, address, folder)
        site.now = NOW
        runs["after a gap"] = visit(site, address, folder)
        runs["once more"] = visit(site, address, folder)
        yield runs


@pytest.mark.parametrize("name", ["again", "once more"])
def test_when_nothing_is_new_a_run_costs_three_requests_a_section(
    visits: dict[str, Visit], name: str
) -> None:
    assert visits[name].articles == 0
    assert visits[name].requests <= 3 * len(SECTIONS), visits[name].requests


def test_what_appeared_late_within_the_overlap_is_found(visits: dict[str, Visit]) -> None:
    then = START + timedelta(hours=9)
    late = {
        f"sindonews:pena:{piece.number}"
        for piece in WORLD.held(then, SINCE)
        if piece.published > START - timedelta(hours=20) and START < piece.appears <= then
    }
    assert late
    assert late <= visits["later"].crawled.ids


def test_days_in_which_cron_was_down_are_made_good(visits: dict[str, Visit]) -> None:
    held = truth.articles(WORLD, NOW, START.date())
    assert held.keys() <= visits["after a gap"].crawled.ids


def test_no_article_is_fetched_twice(visits: dict[str, Visit]) -> None:
    for name, run in visits.items():
        assert len(run.crawled.records) == len(run.crawled.ids), name


def test_the_last_line_tells_what_was_listed_new_and_asked(visits: dict[str, Visit]) -> None:
    last = visits["first"].crawled.stderr.strip().splitlines()[-1]
    stored = len(visits["first"].crawled.records)
    assert last.startswith(f"sindonews: exit 0 ({stored} stored, 0 known, {stored} listed, ")
    assert last.endswith(" requests a new article)")
    again = visits["again"].crawled.stderr.strip().splitlines()[-1]
    assert again.endswith(f"{visits['again'].requests} requests)")
