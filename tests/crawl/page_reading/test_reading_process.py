"""Pages that are read in a process beside the crawl, and what becomes of it."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from itertools import product
from typing import Any

import pytest
from scrapy.settings import BaseSettings

from newsspider.crawl.page_reading.page_reader import ReadingHere, processes
from newsspider.crawl.page_reading.reading_process import ReaderDied, ReaderLost, ReadingProcess
from newsspider.errors import BadArgument
from newsspider.extract import NotAnArticle, Page
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.spiders.sindonews import Sindonews
from newsspider.store.pages.fixtures import Fixture
from tests.support.deadly_site import DEADLY, ENDLESS, Deadly
from tests.support.project import PROJECT

ARTICLE = Fixture.load(PROJECT / "fixtures" / "sindonews" / "2021-24-seed-like").page()
MANY = Fixture.load(PROJECT / "fixtures" / "sindonews" / "2025-26-live-report-four-pages")
FIRST, FURTHER = MANY.page(), {page.url: page for page in MANY.more()}
LIST = Fixture.load(PROJECT / "fixtures" / "sindonews" / "listing-index-2026-mixed").page()
NONE = Page.from_bytes(ARTICLE.url, b"<p>Halaman tidak ditemukan.", ARTICLE.fetched_at)
STOPPED: list[str] = []


class Counts(Counter[str]):
    """Counts as Scrapy's stats do."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


def at(name: str) -> Page:
    return Page.from_bytes(f"https://daerah.sindonews.com/read/1/1/{name}-1", ARTICLE.body,
                           ARTICLE.fetched_at)  # fmt: skip


def with_process(
    spider: type, do: Callable[[ReadingProcess], Awaitable[None]], seconds: float = 60
) -> Counts:
    counts = Counts()

    async def all_of_it() -> None:
        process = ReadingProcess(spider, counts, seconds, lambda: STOPPED.append("lost"))
        try:
            await do(process)
        finally:
            await process.end()

    asyncio.run(all_of_it())
    return counts


async def fetched(url: str) -> Page | None:
    return FURTHER.get(url)


async def outcome(reading: Awaitable[Any]) -> Any:
    try:
        return await reading
    except (NotAnArticle, ReaderDied) as error:
        return type(error), str(error)


def test_what_comes_back_is_what_is_read_here() -> None:
    here_counts = Counts()
    here = ReadingHere(SINDONEWS, here_counts)

    async def do(there: ReadingProcess) -> None:
        for page, thrifty in product((ARTICLE, FIRST, NONE), (False, True)):
            expected = await outcome(here.article(page, None, fetched, thrifty=thrifty))
            assert await outcome(there.article(page, None, fetched, thrifty=thrifty)) == expected

    counts = with_process(Sindonews, do)
    assert counts
    assert dict(counts) == dict(here_counts)


def test_a_page_at_which_it_dies_or_hangs_is_named_and_no_other_is_lost() -> None:
    async def do(there: ReadingProcess) -> None:
        pages = (at("satu"), at(DEADLY), at("dua"), at(ENDLESS), at("tiga"))
        one, dead, two, stuck, three = await asyncio.gather(
            *(outcome(there.article(page, None, fetched, thrifty=False)) for page in pages)
        )
        assert dead == (ReaderDied, f"the process that reads pages died or hung at {pages[1].url}")
        assert stuck == (ReaderDied, f"the process that reads pages died or hung at {pages[3].url}")
        read = SINDONEWS.extract(ARTICLE)
        assert [found.headline for found in (one, two, three)] == [read.headline] * 3

    with_process(Deadly, do, seconds=20)
    assert not STOPPED


def test_lists_are_read_there_too_and_one_at_which_it_dies_is_named() -> None:
    expected = SINDONEWS.listing(LIST)
    assert expected.articles

    async def do(there: ReadingProcess) -> None:
        assert await there.listing(LIST) == expected  # before there is a process
        await there.article(ARTICLE, None, fetched, thrifty=False)
        deadly = Page.from_bytes(f"{LIST.url}&{DEADLY}", LIST.body, LIST.fetched_at)
        found = await asyncio.gather(
            *(outcome(there.listing(page)) for page in (LIST, deadly, LIST, *[LIST] * 20))
        )
        dead = found.pop(1)
        assert dead == (ReaderDied, f"the process that reads pages died or hung at {deadly.url}")
        assert found == [expected] * 22

    with_process(Deadly, do)


def test_a_process_that_does_not_start_is_no_fault_of_a_page() -> None:
    nowhere = type("Nowhere", (), {"site": Deadly.site, "__module__": "tests.support.no_module"})

    async def do(there: ReadingProcess) -> None:
        with pytest.raises(ReaderLost):
            await there.article(ARTICLE, None, fetched, thrifty=False)

    with_process(nowhere, do)
    assert STOPPED == ["lost"]


@pytest.mark.parametrize("given", [0, 1, "0", "1"])
def test_there_is_one_process_beside_the_crawl_or_none(given: Any) -> None:
    assert processes(BaseSettings({"EXTRACT_PROCESSES": given})) == int(given)


@pytest.mark.parametrize("given", [2, -1, "", "two", None, 0.5])
def test_other_numbers_are_refused(given: Any) -> None:
    with pytest.raises(BadArgument, match="write 0, or 1"):
        processes(BaseSettings({"EXTRACT_PROCESSES": given}))
