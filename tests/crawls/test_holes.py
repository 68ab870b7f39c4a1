"""An archive of a site that misbehaves: no day is closed that was not listed in full."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from newsspider.crawl import clock
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.retries import Attempts
from simulator import truth
from simulator.answer import Ask
from simulator.routes import answer
from simulator.world import World
from tests.support.crawling import Crawled, crawl
from tests.support.faultserver import Behaviour, Hit, Wire
from tests.support.scripted_site import PATIENCE, Moody, replies_as, sends_to, serving

WORLD: Final = World(until=date(2026, 7, 24), articles=120, days=1)
DAYS: Final = ("-a", "since=2026-07-24", "-a", "until=2026-07-24", "-a", "sections=international")
HELD: Final = set(truth.articles(WORLD, WORLD.evening, sections=("international",)))
BLOCK: Final = b"<html><head><title>Just a moment...</title></head><body>cf-chl-</body></html>"
LOG_IN: Final = b"<html><title>Login</title><form><input name=user>Silakan masuk</form></html>"
UPKEEP: Final = (
    b"<html><title>503 Service Unavailable</title><h1>Sedang dalam perbaikan</h1></html>"
)


def second_page(hit: Hit) -> bool:
    return hit.path.startswith("/indeks/9/20")


def first_page(hit: Hit) -> bool:
    return hit.path.startswith("/indeks/9/0")


async def broken_off(wire: Wire, hit: Hit) -> None:
    """Two thirds of the list, of the length and with the status of a whole one."""
    told = answer(Ask.of(WORLD, WORLD.evening, hit.host, hit.path))
    body = told.body[: len(told.body) * 2 // 3].encode()
    await wire.reply(body, told.status, {"Content-Type": told.content_type, "ETag": '"evening"'})


FAULTS: Final[dict[str, tuple[Callable[[Hit], bool], Behaviour]]] = {
    "page 2 fails": (second_page, replies_as(500)),
    "page 2 is missing": (second_page, replies_as(404)),
    "page 2 is a block page": (second_page, replies_as(200, body=BLOCK)),
    "page 2 is a notice": (second_page, replies_as(200, body=UPKEEP)),
    "page 2 is empty": (second_page, replies_as(200)),
    "page 2 breaks off": (second_page, broken_off),
    "page 1 breaks off": (first_page, broken_off),
    "page 2 is a log-in": (second_page, replies_as(200, body=LOG_IN)),
    "page 1 is a log-in": (first_page, replies_as(200, body=LOG_IN)),
    "page 2 leads to the front page": (second_page, sends_to("https://www.sindonews.com/")),
    "page 1 leads to today's index": (first_page, sends_to("https://www.sindonews.com/indeks/9/0")),
}


def is_closed(folder: Path) -> bool:
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return Days(state).closed("2026-07-24", "international", clock.now())


def walk(address: str, folder: Path) -> Crawled:
    return crawl(address, folder, *DAYS, *PATIENCE)


@pytest.mark.parametrize(("is_hit", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_day_whose_index_was_not_read_whole_stays_open_until_it_is(
    is_hit: Callable[[Hit], bool], fault: Behaviour, tmp_path: Path
) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = lambda hit: fault if is_hit(hit) else None
        first = walk(address, tmp_path)
        assert not is_closed(tmp_path)
        assert first.ids < HELD
        site.mood = lambda hit: None
        site.asked.clear()
        second = walk(address, tmp_path)
        asked = [url for url in site.asked if "/read/" in url]
    assert second.code == 0
    assert second.ids == HELD
    assert is_closed(tmp_path)
    assert len(asked) == len(HELD - first.ids)


def test_the_newest_lists_that_broke_off_come_again(tmp_path: Path) -> None:
    def unchanged_since(hit: Hit) -> Behaviour | None:
        return replies_as(304) if "if-none-match" in hit.headers else None

    site = Moody(WORLD)
    newest = ("-a", "sections=international", *PATIENCE)
    with serving(site) as address:
        site.mood = lambda hit: None if "/read/" in hit.path or "robots" in hit.path else broken_off
        first = crawl(address, tmp_path, *newest)
        assert (first.code, first.ids < HELD) == (75, True)
        assert "listings not to be had" in first.stderr.splitlines()[-1]
        site.mood = unchanged_since
        assert crawl(address, tmp_path, *newest).ids == HELD


def test_what_was_listed_and_failed_stays_open_and_alone_is_asked_for_again(
    tmp_path: Path,
) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = lambda hit: replies_as(500) if "/read/" in hit.path and is_odd(hit) else None
        first = walk(address, tmp_path)
        assert is_closed(tmp_path)
        assert open_articles(tmp_path) == len(HELD - first.ids) > 0
        site.mood = lambda hit: None
        site.asked.clear()
        second = walk(address, tmp_path)
    assert second.ids == HELD
    assert open_articles(tmp_path) == 0
    assert not [url for url in site.asked if "/indeks/" in url]
    assert sum("/read/" in url for url in site.asked) == len(HELD - first.ids)


async def of_the_day_before(wire: Wire, hit: Hit) -> None:
    told = answer(Ask.of(WORLD, WORLD.evening, hit.host, hit.path))
    body = told.body.replace("24 Juli 2026", "23 Juli 2026").replace("2026-07-24", "2026-07-23")
    await wire.reply(body.encode(), told.status, {"Content-Type": told.content_type})


def test_what_a_day_lists_is_stored_though_the_page_says_another_day(tmp_path: Path) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = lambda hit: of_the_day_before if "/read/" in hit.path and is_odd(hit) else None
        first = walk(address, tmp_path)
        assert (first.code, first.ids) == (0, HELD)
        assert {row["date_published"][:10] for row in first.records} == {"2026-07-23", "2026-07-24"}
        assert open_articles(tmp_path) == 0
        site.asked.clear()
        walk(address, tmp_path)
    assert not [url for url in site.asked if "/read/" in url]


def test_where_the_whole_text_on_one_page_is_disallowed_its_pages_are_read(tmp_path: Path) -> None:
    site = Moody(WORLD)
    rules = replies_as(200, body=b"User-agent: *\nDisallow: /*showpage")
    with serving(site) as address:
        site.mood = lambda hit: rules if hit.path == "/robots.txt" else None
        ended = walk(address, tmp_path)
    assert (ended.code, ended.ids) == (0, HELD)
    assert not [url for url in site.asked if "showpage" in url]
    assert not [row["id"] for row in ended.records if "body_incomplete" in row["warnings"]]


def is_further(hit: Hit) -> bool:
    return "/read/" in hit.path and ("?" in hit.path or hit.path.count("/") > 4)


def test_where_the_rest_of_many_articles_is_a_notice_their_beginnings_are_not_stored(
    tmp_path: Path,
) -> None:
    site = Moody(WORLD)
    notice = replies_as(200, body=UPKEEP)
    with serving(site) as address:
        site.mood = lambda hit: notice if is_further(hit) else None
        broken = walk(address, tmp_path)
        assert broken.code == 65
        assert not [row["id"] for row in broken.records if "body_incomplete" in row["warnings"]]
        site.mood = lambda hit: None
        repaired = walk(address, tmp_path)
    assert (repaired.code, repaired.ids) == (0, HELD)


async def in_another_section(wire: Wire, hit: Hit) -> None:
    told = answer(Ask.of(WORLD, WORLD.evening, hit.host, hit.path))
    body = told.body.replace("//international.sindonews.com/read/", "//metro.sindonews.com/read/")
    await wire.reply(body.encode(), told.status, {"Content-Type": told.content_type})


def moved_and_broken(hit: Hit) -> Behaviour | None:
    if "/read/" in hit.path:
        return replies_as(500) if is_odd(hit) else None
    return in_another_section if hit.path.startswith("/indeks/") else None


def test_an_article_that_changes_its_section_has_one_history(tmp_path: Path) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = moved_and_broken
        stored = walk(address, tmp_path).ids
        assert attempts(tmp_path) == (len(HELD - stored), 0)
        assert stored < HELD
        site.mood = lambda hit: None
        assert walk(address, tmp_path).ids == HELD
    assert attempts(tmp_path) == (0, 0)


def attempts(folder: Path) -> tuple[int, int]:
    """How many articles wait for another try, and how many were given up."""
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return Attempts(state).sums()


def is_odd(hit: Hit) -> bool:
    return int(hit.path.split("/")[2]) // 2 % 5 == 0


def open_articles(folder: Path) -> int:
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return sum(day.open for day in Days(state).between("0000-01-01", "9999-12-31"))


def test_a_day_that_has_not_ended_by_the_sites_clock_stays_open(tmp_path: Path) -> None:
    """Ours may go ahead."""
    site = Moody(WORLD)
    with serving(site) as address:
        site.headers = {"Date": "Fri, 24 Jul 2026 16:59:00 GMT"}
        assert walk(address, tmp_path).ids == HELD
        assert not is_closed(tmp_path)
        site.headers = {"Date": "Fri, 24 Jul 2026 17:01:00 GMT"}
        walk(address, tmp_path)
        assert is_closed(tmp_path)


def test_a_day_that_has_not_ended_stays_open(tmp_path: Path) -> None:
    today = clock.now().date()
    world = World(until=today, articles=20, days=1)
    site = Moody(world)
    with serving(site) as address:
        ended = crawl(address, tmp_path, "-a", f"since={today}", *PATIENCE)
    assert ended.ids == set(truth.articles(world, world.evening))
    with closing(State.read(tmp_path / "state" / "sindonews.sqlite3")) as state:
        days = list(Days(state).between("0000-01-01", "9999-12-31"))
    assert days
    assert not any(day.closed_at for day in days)


MONTHS: Final = ("-a", "since=2026-01-01", "-a", "until=2026-07-24", "-a", "sections=ekbis")


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/indeks", replies_as(403)),
        ("/indeks", sends_to("https://news.example/indeks")),
        ("/robots.txt", replies_as(500)),
        ("/robots.txt", replies_as(200, body=b"User-agent: *\nDisallow: /indeks")),
    ],
)
def test_an_archive_of_which_every_list_is_refused_is_not_asked_for_day_by_day(
    path: str, fault: Behaviour, tmp_path: Path
) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = lambda hit: fault if hit.path.startswith(path) else None
        ended = crawl(address, tmp_path, *MONTHS, *PATIENCE)
    assert ended.code == 69
    assert "in a row" in ended.stderr.splitlines()[-1]
    assert site.asked.total() < 20
    assert ended.stderr.count("Listing not to be had") < 20


QUIET: Final = ("-a", "since=2026-07-20", "-a", "until=2026-07-20", "-a", "sections=international")
EMPTY: Final = b"<html><body><p>Tidak ada berita.</p></body></html>"


def newest(hit: Hit) -> bool:
    return hit.path.startswith("/indeks/0/0")


def is_closed_quietly(folder: Path) -> bool:
    with closing(State.read(folder / "state" / "sindonews.sqlite3")) as state:
        return Days(state).closed("2026-07-20", "international", clock.now())


def test_a_day_without_any_article_is_closed_where_the_newest_are_listed(tmp_path: Path) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        done = crawl(address, tmp_path, *QUIET, *PATIENCE)
        assert done.code == 0, done.stderr[-2000:]
        assert "1 days without any article" in done.stderr.splitlines()[-1]
        assert is_closed_quietly(tmp_path)
        assert not done.records
        assert not [url for url in site.asked if "/read/" in url]
        site.asked.clear()
        again = crawl(address, tmp_path, *QUIET, *PATIENCE)
    assert again.code == 0
    assert not [url for url in site.asked if "/indeks/" in url]


@pytest.mark.parametrize(
    ("is_hit", "fault"),
    [
        (newest, replies_as(200, body=EMPTY)),
        (newest, replies_as(500)),
        (newest, sends_to("https://www.sindonews.com/")),
        (first_page, replies_as(200, body=EMPTY)),
    ],
    ids=["empty as well", "fails", "leads to the front page", "the day's list is drawn otherwise"],
)
def test_empty_lists_close_no_day_where_the_newest_are_not_listed_either(
    is_hit: Callable[[Hit], bool], fault: Behaviour, tmp_path: Path
) -> None:
    site = Moody(WORLD)
    with serving(site) as address:
        site.mood = lambda hit: fault if is_hit(hit) else None
        done = crawl(address, tmp_path, *QUIET, *PATIENCE)
        assert done.code == 65, done.stderr[-2000:]
        assert not is_closed_quietly(tmp_path)
        site.mood = lambda hit: None
        assert crawl(address, tmp_path, *QUIET, *PATIENCE).code == 0
    assert is_closed_quietly(tmp_path)
