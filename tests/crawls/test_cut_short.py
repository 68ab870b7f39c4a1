"""A look at a few articles is complete for a person, and hides nothing from the next run."""

from datetime import date
from pathlib import Path

import pytest

from simulator import truth
from simulator.running import running
from simulator.world import World
from tests.support.crawling import crawl

WORLD = World(until=date(2026, 7, 24), articles=30, days=1)


@pytest.mark.parametrize("cut", [("-s", "CLOSESPIDER_ITEMCOUNT=4"), ("-a", "limit=4")])
def test_after_a_look_at_a_few_the_next_run_stores_the_rest(
    cut: tuple[str, str], tmp_path: Path
) -> None:
    with running(WORLD) as site:
        few = crawl(site.address, tmp_path, *cut)
        site.forget()
        whole = crawl(site.address, tmp_path)
        statuses = site.requests(brief=True).statuses
    assert few.code == whole.code == 0, few.stderr[-2000:] + whole.stderr[-2000:]
    assert 4 <= len(few.records) < WORLD.articles
    assert whole.ids == truth.articles(WORLD, WORLD.evening).keys()
    assert len(whole.records) == len(whole.ids)
    assert statuses[304] == 0  # no listing was taken for dealt with
