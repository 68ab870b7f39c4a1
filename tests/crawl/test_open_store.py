"""One crawler, one open store, whoever asks; it never outlives the crawler."""

import gc
from pathlib import Path

from scrapy.utils.test import get_crawler

from newsspider.crawl.open_store import close_store, find_store, http_state_of, store_of
from newsspider.store.files.lock import held
from tests.store.records import NOW, record


def test_all_parts_of_a_crawl_share_one_store(tmp_path: Path) -> None:
    crawler = get_crawler(settings_dict={"OUTPUT_DIR": str(tmp_path)})
    assert find_store(crawler) is None
    assert http_state_of(crawler).pauses.until("site") is None  # in memory, and forgotten
    store = store_of(crawler)
    assert store is store_of(crawler) is find_store(crawler)
    assert http_state_of(crawler) is store.http
    assert close_store(crawler) is None
    assert find_store(crawler) is None


def test_a_store_that_nobody_closes_is_flushed_and_lets_the_next_crawl_in(tmp_path: Path) -> None:
    """A component raised before the engine was made, or the program has ended."""
    crawler = get_crawler(settings_dict={"OUTPUT_DIR": str(tmp_path)})
    store = store_of(crawler)
    store.append(record(1) | {"site": store.site}, NOW)
    lock = tmp_path / "state" / f"{store.site}.lock"
    assert held(lock)
    del crawler
    gc.collect()
    assert not held(lock)
    [path] = tmp_path.glob("*.jsonl")
    assert len(path.read_bytes().splitlines()) == 1
