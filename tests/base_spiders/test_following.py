"""Whole lists of the simulated site, walked by `next`: every article once, and an end."""

from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

import pytest

from newsspider.extract import Page, listing
from newsspider.reading.listing import Listed, Listing
from newsspider.sites.sindonews.site import SINDONEWS
from simulator.answer import Ask
from simulator.routes import answer
from simulator.truth import articles
from simulator.world import Archive, World

DAY = date(2026, 7, 24)
LISTS = SINDONEWS.lists
ARCHIVES = ("www/20", "index/10", "index/15", "index/20")


def listings(world: World, url: str) -> Iterator[Listing]:
    """The pages of a list from `url` on; as many at most as a world has articles."""
    following: str | None = url
    for _ in range(world.articles):
        if following is None:
            return
        parts = urlsplit(following)
        given = answer(Ask.of(world, world.evening, parts.netloc, f"{parts.path}?{parts.query}"))
        found = listing(Page.from_bytes(following, given.body.encode(), world.evening))
        yield found
        following = found.next
    pytest.fail(f"{url} never ends")


def walked(world: World, url: str) -> list[Listed]:
    return [article for found in listings(world, url) for article in found.articles]


def ids(found: list[Listed]) -> list[str | None]:
    return [article.address.id if article.address else None for article in found]


@pytest.mark.parametrize("archive", ARCHIVES)
@pytest.mark.parametrize("section", [None, "international"])
def test_a_day_is_listed_in_full_and_ends(archive: Archive, section: str | None) -> None:
    world = World(until=DAY, articles=130, days=2, archive=archive)
    url = LISTS.daily_index(section, DAY)
    assert url is not None
    found = walked(world, url if archive == "www/20" else LISTS.older_index(url) or "")
    held = articles(world, world.evening, DAY, DAY, (section,) if section else ())
    assert sorted(map(str, ids(found))) == sorted(held)
    for article in found:
        story = held[str(article.address and article.address.id)]
        assert (article.headline, article.url) == (story.headline, story.url)
        assert datetime.fromisoformat(str(article.date_published)) == story.published


def test_a_day_without_articles_is_one_empty_page() -> None:
    world = World(until=DAY, articles=20, days=1)
    [found] = listings(world, LISTS.daily_index(None, date(2019, 1, 1)) or "")
    assert found == Listing()


@pytest.mark.parametrize("url", ["https://ekbis.sindonews.com/more/8/0", LISTS.search("di")])
def test_a_list_without_days_ends_with_the_oldest_article(url: str) -> None:
    world = World(until=DAY, articles=150, days=3)
    found = ids(walked(world, url))
    assert len(found) == len(set(found)) > SINDONEWS.index_steps[0]


def test_every_sitemap_of_the_index_and_every_feed_lists_articles_with_dates() -> None:
    world = World(until=DAY, articles=200, days=1)
    [index] = listings(world, "https://www.sindonews.com/sitemap.xml")
    for url in [*index.sitemaps, *LISTS.feeds(None), *LISTS.feeds("nasional")]:
        for article in walked(world, url):
            when = article.date_published or article.date_modified
            assert datetime.fromisoformat(str(when)) <= world.evening
    assert len(index.sitemaps) > 1
    assert walked(world, "https://nasional.sindonews.com/sitemap-news.xml")
