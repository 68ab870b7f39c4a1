"""Where the walk to the newest articles begins and goes on, list by list."""

from datetime import datetime, timedelta
from typing import Final

from newsspider.base_spiders.lists.incremental_walk import IncrementalWalk
from newsspider.base_spiders.lists.last_reads import LastReads
from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.dates import WIB
from newsspider.extract import Listed, Listing
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.sites.site import Site
from tests.second_site.tepian.site import TEPIAN

NOW: Final = datetime(2026, 7, 24, 12, tzinfo=WIB)


def walk(site: Site = SINDONEWS) -> IncrementalWalk:
    reads = LastReads(None, site.sections, timedelta(hours=24), NOW)
    return IncrementalWalk(Sources(site), reads, NOW.date())


def shown(*hours: int) -> Listing:
    """A list of articles that were published so many hours ago."""
    moments = [(NOW - timedelta(hours=each)).isoformat() for each in hours]
    return Listing(articles=[Listed(url=f"{each}", date_published=each) for each in moments])


def kinds(sources: list[ListSource]) -> list[tuple[str, str | None]]:
    return [(source.kind, source.section) for source in sources]


def test_a_section_that_was_never_read_is_looked_for_everywhere() -> None:
    first = list(walk().first(["ekbis"], whole_site=False))
    assert kinds(first) == [("sitemap", "ekbis"), ("feed", "ekbis"), ("index", "ekbis")]


def test_no_feed_is_asked_for_twice() -> None:
    begun = walk()
    _, _, index = begun.first(["ekbis"], whole_site=False)
    sitemap = ListSource(url="", kind="sitemap", section="ekbis")
    assert kinds(begun.failed(sitemap)) == []
    assert kinds(begun.came(index, shown(1, 30))) == []


def test_a_feed_that_reaches_back_to_the_horizon_tells_of_all_sections() -> None:
    begun = walk()
    feed, *_ = begun.first([], whole_site=True)
    assert begun.came(feed, shown(1, 30)) == []
    assert begun.facts() == {"latest/read/*": (NOW - timedelta(hours=1)).timestamp()}


def test_where_the_feed_falls_short_the_index_of_all_sections_is_read_back() -> None:
    begun = walk()
    feed, *_ = begun.first([], whole_site=True)
    [index] = begun.came(feed, shown(1, 5))
    assert (index.kind, index.section) == ("index", "*")
    [before] = begun.came(index, shown(1, 11))
    assert (before.section, before.day) == ("*", "2026-07-23")
    assert begun.came(before, shown(13, 30)) == []
    assert "latest/read/*" in begun.facts()


def test_a_section_of_a_site_that_has_one_feed_is_looked_for_in_that() -> None:
    begun = walk(TEPIAN)
    first = list(begun.first(["sungai", "pasar"], whole_site=False))
    assert kinds(first) == [("feed", None)]
    assert begun.came(first[0], shown(1, 30)) == []
    assert begun.facts() == {}
