"""The pages of articles on their way, which are put aside with an article in doubt."""

from pathlib import Path

from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newsspider.crawl.aside import Aside
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.store.store import Store
from tests.store.records import NOW

MEGABYTE = 1 << 20


def aside(tmp_path: Path) -> Aside:
    stats = MemoryStatsCollector(get_crawler())
    return Aside(Store.open(tmp_path, "sindonews", NOW), stats, SINDONEWS.address)


def receive(pages: Aside, nth: int, size: int) -> str:
    url = f"https://daerah.sindonews.com/read/{nth}/1/panen-raya-1700000000"
    pages.received(HtmlResponse(url, body=b" " * size), Request(url))
    identity = SINDONEWS.address(url).id
    assert identity is not None
    return identity


def test_small_pages_are_remembered_as_long_as_so_many_may_be_on_their_way(tmp_path: Path) -> None:
    pages = aside(tmp_path)
    met = [receive(pages, nth, size=20_000) for nth in range(1, 251)]
    assert all(pages.take(identity) for identity in met)
    pages.store.close()


def test_the_oldest_pages_are_forgotten_when_they_are_too_large(tmp_path: Path) -> None:
    pages = aside(tmp_path)
    met = [receive(pages, nth, size=4 * MEGABYTE) for nth in range(1, 7)]
    assert [len(pages.take(identity)) for identity in met] == [0, 0, 1, 1, 1, 1]
    assert receive(pages, 8, size=17 * MEGABYTE)
    assert pages.take(receive(pages, 9, size=1))
    pages.store.close()
