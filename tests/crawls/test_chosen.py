"""Articles chosen by topic, author, search or address, each within days and kanals if asked."""

import shlex
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from simulator import truth
from simulator.newsroom import topic
from simulator.story import Story
from simulator.world import World
from tests.support.crawling import command, crawl, records
from tests.support.project import PROJECT, environment
from tests.support.scripted_site import Moody, serving

WORLD: Final = World(until=date(2026, 7, 24), articles=300, days=4)
HELD: Final = truth.articles(WORLD, WORLD.evening)
TAGS: Final = Counter(tag for told in HELD.values() for tag in told.tags)
TAG: Final = TAGS.most_common(1)[0][0]
AUTHOR: Final = next(told.authors[0].url for told in HELD.values() if told.authors)
DAY: Final = date(2026, 7, 23)


def on_the_day(told: Story) -> bool:
    return told.published.date() == DAY


def tagged(told: Story) -> bool:
    return TAG in told.tags


def written(told: Story) -> bool:
    return any(author.url == AUTHOR for author in told.authors)


def found(told: Story) -> bool:
    text = " ".join((told.headline, *told.tags)).lower()
    return TAG.lower() in text


IN_DAYS: Final = ("-a", f"since={DAY}", "-a", f"until={DAY}")
SECTION: Final = next(told.section for told in HELD.values() if tagged(told) and on_the_day(told))
CHOICES: Final = {
    "a topic": (("-a", f"topics={topic(TAG)}"), tagged),
    "a topic of a day": (
        ("-a", f"topics={topic(TAG)}", *IN_DAYS),
        lambda told: tagged(told) and on_the_day(told),
    ),
    "an author": (("-a", f"authors={AUTHOR}"), written),
    "a search of a day and kanal": (
        ("-a", f"query={TAG}", *IN_DAYS, "-a", f"sections={SECTION}"),
        lambda told: found(told) and on_the_day(told) and told.section == SECTION,
    ),
    "a topic and an author": (
        ("-a", f"topics={topic(TAG)}", "-a", f"authors={AUTHOR}"),
        lambda told: tagged(told) or written(told),
    ),
}


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving(Moody(WORLD)) as running:
        yield running


@pytest.mark.parametrize(("options", "is_chosen"), CHOICES.values(), ids=CHOICES)
def test_what_was_chosen_is_stored_and_nothing_else(
    address: str, options: tuple[str, ...], is_chosen: Callable[[Story], bool], tmp_path: Path
) -> None:
    crawled = crawl(address, tmp_path, *options)
    expected = {identity for identity, told in HELD.items() if is_chosen(told)}
    assert crawled.code == 0, crawled.stderr[-2000:]
    assert expected
    assert crawled.ids == expected


def test_the_lines_of_a_file_are_fetched_or_named(address: str, tmp_path: Path) -> None:
    chosen = [told for told in HELD.values() if on_the_day(told)][:3]
    other = next(told for told in HELD.values() if not on_the_day(told))
    file = tmp_path / "addresses.txt"
    lines = [
        "# taken from an old list",
        chosen[0].url,
        f"{chosen[0].url}?showpage=all",
        chosen[1].url.replace("https://", "http://") + "/10?utm_source=wa",
        f"  {chosen[2].url}  ",
        other.url,
        "https://www.detik.com/read/1/2/x-1700000000",
        "https://video.sindonews.com/play/3/x",
        "bukan alamat",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    crawled = crawl(address, tmp_path / "out", "-a", f"urls={file}", *IN_DAYS)
    assert crawled.code == 0, crawled.stderr[-2000:]
    assert {record["url"] for record in crawled.records} == {told.url for told in chosen}
    detik = "not an address of SINDOnews, but of detikcom (scrapy crawl detik)"
    assert f"{file}, line 7: {detik}: https://www.detik.com" in crawled.stderr
    assert f"{file}, line 8: not an article (video)" in crawled.stderr
    assert f"{file}, line 9: " in crawled.stderr
    assert "3 lines refused" in crawled.stderr.splitlines()[-1]


@pytest.mark.parametrize("pipe", ["cat {} | {} urls=-", "{1} urls=<(cat {0})"])
def test_addresses_may_come_through_a_pipe(pipe: str, address: str, tmp_path: Path) -> None:
    chosen = [told.url for told in HELD.values()][:3]
    file = tmp_path / "addresses.txt"
    file.write_text("\n".join(chosen), encoding="utf-8")
    asking = shlex.join([*command(address, tmp_path / "out"), "-a"])
    done = subprocess.run(
        ["/bin/bash", "-c", pipe.format(shlex.quote(str(file)), asking)],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert {record["url"] for record in records(tmp_path / "out")} == set(chosen)


def test_a_taste_is_as_long_as_asked_for_and_reads_no_further(tmp_path: Path) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        crawled = crawl(
            address,
            tmp_path,
            "-a",
            "since=2020-01-01",
            "-a",
            "order=newest",
            "-a",
            "limit=4",
            "-a",
            "until=2026-07-24",
        )
    assert crawled.code == 0, crawled.stderr[-2000:]
    assert len(crawled.records) == 4
    assert site.asked.total() < 20
