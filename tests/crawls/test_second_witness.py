"""What only one list of the site names is stored, whichever list that is, and said to be so."""

import json
import re
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from simulator import truth
from simulator.answer import Ask
from simulator.routes import answer
from simulator.sections import SECTIONS, UNNUMBERED
from simulator.world import WIB, World
from tests.support.commands import scrapy
from tests.support.crawling import crawl
from tests.support.faultserver import Behaviour, Hit, Wire
from tests.support.scripted_site import Moody, serving

DAY: Final = date(2026, 7, 24)
WORLD: Final = World(until=DAY, articles=240, days=2, unnumbered=0.1)
DAYS: Final = ("-a", f"since={WORLD.first_day}", "-a", f"until={WORLD.until}")


def coverage(folder: Path, *options: str) -> Any:
    """Return what `scrapy coverage --json` says."""
    told = scrapy("coverage", "sindonews", "--json", *options, "-s", f"OUTPUT_DIR={folder}")
    told.check_returncode()
    return json.loads(told.stdout)


def without(site: Moody, number: int) -> Behaviour:
    """Return the site's own answer, in which the links to an article lead to no article."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        told = answer(Ask.of(site.world, site.now, hit.host, hit.path))
        body = told.body.replace(f"/read/{number}/", f"/lain/{number}/")
        await wire.reply(body.encode(), told.status, {"Content-Type": told.content_type})

    return behaviour


def test_a_section_without_a_list_of_its_own_is_read_whatever_its_years(tmp_path: Path) -> None:
    held = truth.articles(WORLD, WORLD.evening)
    assert {told.section for told in held.values()} > {UNNUMBERED}
    site = Moody(WORLD)
    with serving(site) as address:
        ended = crawl(address, tmp_path, *DAYS)
        assert ended.code == 0, ended.stderr[-2000:]
        assert ended.ids == held.keys()
        site.asked.clear()
        again = crawl(address, tmp_path, *DAYS)
    assert again.code == 0
    assert not site.asked
    sums = {row["kanal"]: row for row in coverage(tmp_path, f"--until={DAY}")["kanals"]}
    assert sums.keys() == {told.section for told in held.values()}
    for section, row in sums.items():
        mine = [told for told in held.values() if told.section == section]
        assert (row["stored"], row["open"]) == (len(mine), 0)
        assert row["days_closed"] == row["days"] == WORLD.days


def test_the_list_of_all_sections_costs_a_twentieth(tmp_path: Path) -> None:
    world = World(until=DAY, articles=300, days=1)
    site = Moody(world)
    with serving(site) as address:
        ended = crawl(address, tmp_path, "-a", f"since={DAY}", "-a", f"until={DAY}")
    assert ended.ids == truth.articles(world, world.evening).keys()
    every = sum(n for url, n in site.asked.items() if "/indeks/0/" in url)
    assert 0 < every <= 0.055 * (site.asked.total() - every)


def test_an_article_that_one_of_the_two_lists_leaves_out_is_stored_and_named(
    tmp_path: Path,
) -> None:
    held = truth.articles(WORLD, WORLD.evening, DAY, DAY)
    only_in_all, only_in_own = [told for told in held.values() if SECTIONS[told.section] > 10][:2]
    site = Moody(WORLD)

    def mood(hit: Hit) -> Behaviour | None:
        if not hit.path.startswith("/indeks/"):
            return None
        is_all = hit.path.startswith("/indeks/0/")
        return without(site, (only_in_own if is_all else only_in_all).number)

    site.mood = mood
    with serving(site) as address:
        ended = crawl(address, tmp_path, "-a", f"since={DAY}", "-a", f"until={DAY}")
    assert ended.code == 0, ended.stderr[-2000:]
    assert ended.ids == held.keys()
    found = coverage(tmp_path)["disagreements"]
    assert {each["url"]: each["only_in"] for each in found} == {
        only_in_all.url: "all",
        only_in_own.url: "own",
    }
    assert {each["day"] for each in found} == {str(DAY)}
    assert {each["kanal"] for each in found} == {only_in_all.section, only_in_own.section}


NOW: Final = datetime.now(WIB).replace(second=0, microsecond=0)
RECENT: Final = World(until=NOW.date(), articles=60, days=2)


def test_the_first_run_reads_what_only_the_feed_of_a_section_lists(tmp_path: Path) -> None:
    site = Moody(RECENT, NOW)
    hidden = next(RECENT.newest(NOW, "ekbis"))
    lists = re.compile(r"/(indeks/|feed|rss|sitemap|$)")

    def mood(hit: Hit) -> Behaviour | None:
        if not lists.match(hit.path) or (hit.host, hit.path) == ("ekbis.sindonews.com", "/rss"):
            return None
        return without(site, hidden.number)

    site.mood = mood
    with serving(site) as address:
        ended = crawl(address, tmp_path)
    assert ended.code == 0, ended.stderr[-2000:]
    assert f"sindonews:pena:{hidden.number}" in ended.ids


def test_days_of_a_section_without_a_list_of_its_own_are_made_good(tmp_path: Path) -> None:
    world = World(until=NOW.date(), articles=1200, days=6, unnumbered=0.1)
    site = Moody(world, NOW - timedelta(days=2))
    with serving(site) as address:
        assert crawl(address, tmp_path).code == 0
        site.now = NOW
        ended = crawl(address, tmp_path)
    missed = {
        f"sindonews:pena:{piece.number}"
        for piece in world.held(NOW, sections=(UNNUMBERED,))
        if piece.published > NOW - timedelta(days=2)
    }
    assert missed
    assert missed <= ended.ids
