"""The simulated site: the same for the same seed, consistent with itself, and honest over HTTP."""

import re
import socket
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from simulator import truth
from simulator.__main__ import main
from simulator.answer import Answer, Ask
from simulator.newsroom import story, topic
from simulator.routes import answer
from simulator.running import Running, running
from simulator.world import WIB, Archive, World

DAY = date(2026, 7, 24)
WORLD = World(until=DAY, articles=600, days=6, late=0.05, edited=0.2, removed=0.1)


def ask(url: str, world: World = WORLD, now: datetime | None = None) -> Answer:
    parts = urlsplit(url)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    return answer(Ask.of(world, now or world.evening, parts.hostname or "", target))


def walk(url: str, world: World = WORLD) -> Iterator[Answer]:
    """The pages of a list, as its pager leads."""
    while url:
        page = ask(url, world)
        yield page
        found = re.search(r'class="active"[^>]*>\d+</a></li>\s*<li><a href="([^"]+)"', page.body)
        url = found[1].replace("&amp;", "&") if found else ""


def addresses(pages: Iterator[Answer]) -> set[str]:
    """The articles that a reader of those pages comes to know."""
    link = re.compile(r"https://\w+\.sindonews\.com/read/\d+/\d+/[a-z0-9-]+")
    return {url for page in pages for url in link.findall(page.body) if "hi-lite" not in url}


@pytest.mark.parametrize(
    ("articles", "days"), [(100, 30), (7, 30), (2_000, 30), (200_000, 30), (200_000, 3_650)]
)
def test_a_world_holds_as_many_articles_as_it_was_asked_for(articles: int, days: int) -> None:
    world = World(until=DAY, articles=articles, days=days)
    sizes = [len(world.indexes(DAY - timedelta(days=back))) for back in range(days)]
    assert sum(sizes) == articles
    assert len(world.indexes(world.first_day - timedelta(days=1))) == 0
    for index in range(0, articles, max(1, articles // 50)):
        assert index in world.indexes(world.piece(index).published.date())


def test_the_same_seed_gives_the_same_site_and_another_seed_another() -> None:
    again = World(until=DAY, articles=600, days=6, late=0.05, edited=0.2, removed=0.1)
    other = World(until=DAY, articles=600, days=6, seed=2)
    url = f"https://www.sindonews.com/indeks/0/20?t={DAY}"
    assert ask(url).body == ask(url, again).body
    assert ask(url).body != ask(url, other).body


def test_numbers_are_odd_and_rise_and_the_address_ends_before_the_date_line() -> None:
    pieces = [WORLD.piece(index) for index in range(600)]
    numbers = [piece.number for piece in pieces]
    assert all(number % 2 for number in numbers)
    assert numbers == sorted(numbers)
    lags = [(piece.published - piece.created) / timedelta(minutes=1) for piece in pieces]
    assert min(lags) > -11
    assert sum(lag > 0 for lag in lags) > 500


def test_the_daily_index_lists_what_the_site_holds_and_nothing_else() -> None:
    for back in range(6):
        day = DAY - timedelta(days=back)
        pages = walk(f"https://www.sindonews.com/indeks/0/0?t={day}")
        held = truth.articles(WORLD, WORLD.evening, day, day)
        assert addresses(pages) == {told.url for told in held.values()}


@pytest.mark.parametrize(("archive", "step"), [("index/10", 10), ("index/15", 15)])
def test_the_older_host_has_other_steps_and_takes_over_the_newer_addresses(
    archive: Archive, step: int
) -> None:
    world = World(until=DAY, articles=300, days=2, archive=archive)
    moved = ask(f"https://www.sindonews.com/indeks/9/0?t={DAY}", world)
    assert (moved.status, moved.location) == (
        301,
        f"https://index.sindonews.com/index/9/0?t={DAY}",
    )
    pages = list(walk(moved.location or "", world))
    assert pages[0].body.count('class="indeks-rows"') == step
    held = truth.articles(world, world.evening, DAY, DAY, {"international"})
    assert addresses(iter(pages)) == {told.url for told in held.values()}


@pytest.mark.parametrize("offset", [2_000, 10_000])
def test_past_the_end_of_a_day_the_index_is_empty(offset: int) -> None:
    page = ask(f"https://www.sindonews.com/indeks/0/{offset}?t={DAY}")
    assert page.status == 200
    assert "warp-article" not in page.body


def test_all_addresses_of_an_article_lead_to_it() -> None:
    told = next(iter(truth.articles(WORLD, WORLD.evening, DAY, DAY).values()))
    tail = told.url.partition(".sindonews.com")[2]
    assert ask(told.url).kind == "article"
    assert ask(told.whole_url).kind == "article_whole"
    assert ask(told.url.replace("/read/", "/newsread/")).kind == "newsread"
    for step in (5, 10):
        page = ask(f"{told.url}/{step}")
        expected = step == int(told.traits["step"]) and len(told.pages) > 1
        assert (page.kind == "article_page") == expected
    for other in (
        f"https://www.sindonews.com{tail}",
        told.url.replace("/read/", "/berita/"),
        re.sub(r"[^/]+$", "judul-lain-1700000000", told.url),
    ):
        assert ask(other).location == told.url


def test_a_late_article_is_nowhere_until_it_appears_and_then_stands_at_its_own_time() -> None:
    late = next(piece for piece in WORLD.held(WORLD.evening) if piece.appears > piece.published)
    told = story(WORLD, late, WORLD.evening)
    index = f"https://www.sindonews.com/indeks/0/0?t={late.published.date()}"
    before = late.appears - timedelta(minutes=1)
    assert ask(told.url, now=before).status == 404
    assert ask(told.url, now=late.appears).status == 200
    assert told.url not in ask(index, now=before).body
    assert told.url in addresses(walk(index))


def test_an_edited_article_says_something_else_and_sometimes_when() -> None:
    edited = [piece for piece in map(WORLD.piece, range(600)) if piece.edited]
    assert {piece.silent for piece in edited} == {True, False}
    for piece in edited:
        assert piece.edited is not None
        before = story(WORLD, piece, piece.edited - timedelta(minutes=1))
        after = story(WORLD, piece, piece.edited)
        assert (before.headline, before.pages) != (after.headline, after.pages)
        assert (before.modified == after.modified) == piece.silent
        same = replace(after, headline=before.headline, modified=before.modified)
        assert truth.body(after).startswith(truth.body(before))
        assert replace(same, pages=before.pages, latest=before.latest) == before


def test_a_repeated_article_has_another_address_and_the_same_text() -> None:
    world = World(until=DAY, articles=600, days=6, repeated=0.1)
    repeats = [piece for piece in map(world.piece, range(600)) if piece.repeats is not None]
    assert 30 < len(repeats) < 90
    for piece in repeats:
        told = story(world, piece, world.evening)
        source = story(world, world.piece(piece.repeats or 0), world.evening)
        assert (told.headline, truth.body(told)) == (source.headline, truth.body(source))
        assert told.number > source.number


def test_a_removed_article_is_gone_in_one_of_three_ways() -> None:
    removed = [piece for piece in map(WORLD.piece, range(600)) if piece.gone]
    ways = set()
    for piece in removed:
        assert piece.gone is not None
        told = story(WORLD, piece, piece.appears)
        assert ask(told.url, now=piece.gone - timedelta(minutes=1)).status == 200
        gone = ask(told.url, now=piece.gone)
        ways.add((gone.status, gone.location and urlsplit(gone.location).path))
    assert ways == {(404, None), (410, None), (301, "/")}


def test_topics_authors_sections_and_the_search_find_their_articles() -> None:
    told = next(iter(truth.articles(WORLD, WORLD.evening, DAY, DAY).values()))
    author = next(t for t in truth.articles(WORLD, WORLD.evening).values() if t.authors).authors[0]
    words = "+".join(told.tags[0].split()[:2])
    assert told.url in addresses(walk(topic(told.tags[0])))
    assert told.url in addresses(
        walk(f"https://www.sindonews.com/search/go?type=artikel&q={words}")
    )
    section = f"https://{told.section}.sindonews.com/more/{told.channel}/0"
    assert told.url in addresses(walk(section))
    assert addresses(walk(author.url or ""))
    nothing = ask("https://www.sindonews.com/search/go?type=artikel&q=tiadakata")
    assert "Data tidak ditemukan" in nothing.body


def test_feeds_and_sitemaps_name_the_newest() -> None:
    newest = {
        story(WORLD, p, WORLD.evening).url
        for p, _ in zip(WORLD.newest(WORLD.evening), "1234", strict=False)
    }
    assert newest <= addresses(iter([ask("https://www.sindonews.com/feed")]))
    index = ask("https://www.sindonews.com/sitemap.xml")
    children = re.findall("<loc>([^<]+)</loc>", index.body)
    news = [child.replace("sitemap.xml", "sitemap-news.xml") for child in children[:11]]
    recent = {
        told.url
        for told in truth.articles(WORLD, WORLD.evening, DAY - timedelta(days=2), DAY).values()
        if told.published >= WORLD.evening - timedelta(hours=48)
    }
    assert addresses(ask(url) for url in news) == recent


@pytest.fixture(scope="module")
def site() -> Iterator[Running]:
    with running(WORLD) as site:
        yield site


def get(site: Running, url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(url)
    connection = HTTPConnection("127.0.0.1", site.port)
    connection.request("GET", parts.path, headers={"Host": parts.hostname or "", **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, dict(response.headers), body


def test_the_server_answers_by_host_and_counts_what_it_was_asked(site: Running) -> None:
    site.forget()
    told = next(iter(truth.articles(WORLD, WORLD.evening, DAY, DAY).values()))
    assert get(site, told.url)[0] == 200
    assert get(site, told.url)[2].decode() == ask(told.url).body
    assert get(site, "https://unknown.sindonews.com/")[0] == 404
    requests = site.requests()
    assert requests.total == 3
    assert requests.kinds == {"article": 2, "missing": 1}
    assert requests.urls[told.url.removeprefix("https://")] == 2


@pytest.mark.parametrize(
    ("header", "validator"), [("If-None-Match", "ETag"), ("If-Modified-Since", "Last-Modified")]
)
def test_a_list_that_is_known_is_not_sent_again_until_it_changes(
    site: Running, header: str, validator: str
) -> None:
    site.advance(to=WORLD.evening)
    feed = "https://www.sindonews.com/feed"
    status, headers, _ = get(site, feed)
    known = {header: headers[validator]}
    assert (status, get(site, feed, **known)[0]) == (200, 304)
    site.advance(timedelta(days=1))
    assert get(site, feed, **known)[0] == 200


def test_the_clock_stands_still_until_it_is_moved(site: Running) -> None:
    moment = datetime(2026, 7, 25, 12, tzinfo=WIB)
    assert site.advance(to=moment) == site.now() == moment
    assert site.advance(timedelta(hours=2)).astimezone(UTC).hour == 7


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--layout", "1999"), "argument --layout: invalid choice: '1999'"),
        (("--archive", "index/7"), "argument --archive: invalid choice: 'index/7'"),
        (("--port", "99999"), "--port 99999: write a number from 0 to 65535"),
        (("--articles", "0"), "a world has at least one article and one day"),
    ],
)
def test_a_site_that_cannot_be_is_refused_in_words(
    options: tuple[str, ...],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["simulator", *options])
    with pytest.raises(SystemExit):
        main()
    assert words in capsys.readouterr().err.splitlines()[-1]


def test_a_port_that_is_taken_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        monkeypatch.setattr(sys, "argv", ["simulator", "--port", port])
        with pytest.raises(SystemExit, match=f"port {port}: .*take another"):
            main()
