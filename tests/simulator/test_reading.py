"""Extraction reads the simulated site back: every list and every article, to exactly the truth."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

import pytest

from newsspider.extract import Page, extract, listing
from newsspider.items import to_record
from newsspider.reading.listing import Listed, Listing
from newsspider.sites.sindonews import addresses
from simulator import truth
from simulator.answer import Answer, Ask
from simulator.newsroom import topic
from simulator.routes import answer
from simulator.story import Layout, Story
from simulator.world import Archive, World

DAY = date(2026, 7, 24)
FETCHED = datetime(2026, 7, 25, 1, 0, tzinfo=UTC)
WORLD = World(until=DAY, articles=600, days=6, edited=0.2)
WWW = "https://www.sindonews.com"


def page(url: str, world: World = WORLD) -> Page:
    """The page of an address, redirects followed."""
    for _ in range(5):
        parts = urlsplit(url)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        told = answer(Ask.of(world, world.evening, parts.hostname or "", target))
        if told.location is None:
            return _page(url, told)
        url = told.location
    raise AssertionError(f"redirected for ever: {url}")


def _page(url: str, told: Answer) -> Page:
    assert told.status == 200, url
    return Page.from_bytes(url, told.body.encode(), FETCHED, told.content_type)


def walk(url: str, world: World = WORLD) -> Iterator[Listing]:
    """The pages of a list, as `next` leads."""
    following: str | None = url
    while following:
        found = listing(page(following, world))
        yield found
        following = found.next


def rows(pages: Iterator[Listing]) -> dict[str, tuple[str, str | None]]:
    """Identity of each article listed → its headline and date."""
    listed: list[Listed] = [entry for found in pages for entry in found.articles]
    return {
        addresses.parse(e.url).id or e.url: (e.headline or "", e.date_published) for e in listed
    }


def expected(articles: dict[str, Story]) -> dict[str, tuple[str, str | None]]:
    return {
        identity: (told.headline, told.published.isoformat()) for identity, told in articles.items()
    }


@pytest.mark.parametrize("archive", ["www/20", "index/10", "index/15", "index/20"])
def test_the_pages_of_a_day_list_its_articles(archive: Archive) -> None:
    world = World(until=DAY, articles=600, days=6, archive=archive)
    pages = list(walk(f"{WWW}/indeks/0/0?t={DAY}", world))
    assert len(pages) == -(-len(list(world.indexes(DAY))) // int(archive[-2:])) or len(pages) > 4
    assert rows(iter(pages)) == expected(truth.articles(world, world.evening, DAY, DAY))


def test_past_the_end_of_a_day_there_is_nothing() -> None:
    found = listing(page(f"{WWW}/indeks/0/2000?t={DAY}"))
    assert (list(found.articles), found.next) == ([], None)


@pytest.mark.parametrize("section", ["nasional", "ekbis", "tekno"])
def test_a_news_sitemap_lists_two_days(section: str) -> None:
    since = WORLD.evening - timedelta(hours=48)
    held = truth.articles(WORLD, WORLD.evening, DAY - timedelta(days=2), DAY, {section})
    recent = {key: told for key, told in held.items() if told.published >= since}
    address = f"https://{section}.sindonews.com/sitemap-news.xml"
    assert rows(iter([listing(page(address))])) == expected(recent)
    assert address in listing(page(f"https://{section}.sindonews.com/sitemap.xml")).sitemaps


@pytest.mark.parametrize(
    "url",
    [
        f"{WWW}/feed",
        f"{WWW}/rss",
        "https://ekbis.sindonews.com/rss",
        "https://sports.sindonews.com/more/10/20",
        f"{WWW}/search/go?type=artikel&q=di&p=2",
        f"{WWW}/search/gokanal/10?type=artikel&q=di&pid=5",
    ],
)
def test_every_row_of_a_list_is_an_article_of_the_site(url: str) -> None:
    found = listing(page(url))
    read = rows(iter([found]))
    held = expected(truth.articles(WORLD, WORLD.evening))
    assert read.items() <= held.items()
    assert len(read) + sum(found.skipped.values()) in (10, 20, 50)


def test_the_front_page_names_articles_of_the_site_and_no_others() -> None:
    read = rows(iter([listing(page(f"{WWW}/"))]))
    assert len(read) > 30
    assert read.keys() <= truth.articles(WORLD, WORLD.evening).keys()


def test_topics_and_authors_are_read_to_the_end() -> None:
    held = truth.articles(WORLD, WORLD.evening)
    told = next(told for told in held.values() if told.authors)
    tagged = {key: other for key, other in held.items() if told.tags[0] in other.tags}
    written = {key: other for key, other in held.items() if told.authors[0] in other.authors}
    assert rows(walk(topic(told.tags[0]))) == expected(tagged)
    assert rows(walk(told.authors[0].url or "")) == expected(written)


@pytest.mark.parametrize("layout", ["2025-26", "2021-24"])
def test_page_1_and_the_whole_text_give_the_full_record(layout: Layout) -> None:
    world = World(until=DAY, articles=80, days=2, layout=layout, edited=0.3)
    for told in truth.articles(world, world.evening).values():
        record = to_record(extract(page(told.url, world), page(told.whole_url, world)))
        facts = truth.facts(told, layout)
        assert {key: record[key] for key in facts} == facts


@pytest.mark.parametrize(
    "layout", ["2014-16", "2017", "2018-21", "2018-21-detail", "2018-21-article"]
)
def test_older_layouts_give_all_that_they_print(layout: Layout) -> None:
    world = World(until=DAY, articles=60, days=2, layout=layout)
    lists = {"related", "recommended", "latest", "infographics", "breadcrumbs", "date_modified"}
    for told in truth.articles(world, world.evening).values():
        record = to_record(extract(page(told.url, world), page(told.whole_url, world)))
        facts = truth.facts(told, layout)
        printed = facts.keys() - lists
        assert {key: record[key] for key in printed} == {key: facts[key] for key in printed}


def test_all_pages_one_by_one_give_the_same_as_the_whole_text() -> None:
    world = World(until=DAY, articles=80, days=2)
    for told in truth.articles(world, world.evening).values():
        pages = [page(told.page_url(nth + 1), world) for nth in range(len(told.pages))]
        record = to_record(extract(*pages))
        facts = truth.facts(told)
        assert {key: record[key] for key in facts} == facts


def test_the_whole_text_alone_gives_all_but_what_page_1_alone_has() -> None:
    world = World(until=DAY, articles=80, days=2)
    for told in truth.articles(world, world.evening).values():
        record = to_record(extract(page(told.whole_url, world)))
        facts = truth.facts(told) | {"date_modified": None}
        del facts["page_count"]  # a page that holds all pages does not always say how many
        assert {key: record[key] for key in facts} == facts
