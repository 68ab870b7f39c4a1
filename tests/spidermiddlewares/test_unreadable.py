"""Pages at which the process that reads them died: kept, and named as a fault of ours."""

import json
from pathlib import Path
from typing import Any

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newsspider.crawl.page_reading.reading_process import ReaderDied
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.spidermiddlewares.unreadable import Unreadable
from newsspider.store.store import Store
from tests.store.records import NOW

ARTICLE = "https://daerah.sindonews.com/read/1/1/panen-raya-1700000000"
LIST = "https://www.sindonews.com/indeks/5/0?t=2026-07-22"


@pytest.mark.parametrize(
    ("url", "asked_with", "tries"), [(ARTICLE, {"listed": None}, 1), (LIST, {"source": None}, 0)]
)
def test_a_page_is_kept_and_an_article_tried_again_but_no_list(
    tmp_path: Path, url: str, asked_with: dict[str, Any], tries: int
) -> None:
    stats = MemoryStatsCollector(get_crawler())
    store = Store.open(tmp_path, "sindonews", NOW)
    aside = Unreadable(stats, lambda: store, lambda reason: None, 10, SINDONEWS.address)
    request = Request(url, cb_kwargs=asked_with)
    response = HtmlResponse(url, body=b"<p>Halaman", request=request)
    died = ReaderDied(url)
    assert aside.process_spider_exception(response, died) == []
    assert stats.get_value("reader/died") == str(died)
    assert stats.get_value("article/failed", 0) == tries
    assert len(store.attempts.all()) == tries
    (kept,) = (tmp_path / "quarantine").glob("*.json")
    assert json.loads(kept.read_bytes())["url"] == url
    store.close()
