"""Texts that sister sites share: found in one output, whichever process has stored them."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from scrapy.exceptions import DropItem
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from benchmarks.duplicates import edits
from benchmarks.duplicates.texts import Text, news
from newsspider.items import Article, from_record, to_record
from newsspider.pipelines.mark_duplicates import MarkDuplicates
from newsspider.store import Store
from newsspider.store.duplicates import lookup as texts
from tests.store.records import NOW, record

STORY: Final = news(random.Random(1), "a")
RETOLD: Final = edits.agency_copy(random.Random(2), STORY)
LATER: Final = NOW + timedelta(hours=1)


@contextmanager
def crawl(folder: Path, site: str, mode: str = "mark") -> Iterator[tuple[Store, MarkDuplicates]]:
    store = Store.open(folder, site, NOW, indexes=[texts.Duplicates()])
    pipe = MarkDuplicates(mode, lambda: store, MemoryStatsCollector(get_crawler()))
    try:
        yield store, pipe
    finally:
        pipe.close_spider()
        store.close()


def article(site: str, number: int, text: Text) -> Article:
    plain = f"{text.headline} {text.body}"
    facts = record(number, headline=text.headline, body=text.body, content_hash=plain)
    return replace(from_record(facts), id=f"{site}:{number}", site=site)


def test_a_story_of_another_site_is_named_once_it_is_stored(tmp_path: Path) -> None:
    with crawl(tmp_path, "sungai") as (store, _), crawl(tmp_path, "pasar") as (_, pipe):
        store.append(to_record(article("sungai", 1, STORY)), NOW)
        assert pipe.process_item(article("pasar", 7, STORY)).duplicate_of is None
        store.flush()
        same = pipe.process_item(article("pasar", 7, STORY))
        assert (same.duplicate_of, same.similarity) == ("sungai:1", 1)
        near = pipe.process_item(article("pasar", 8, RETOLD))
        assert near.duplicate_of == "sungai:1"
        assert 0.7 < near.similarity < 1


def test_a_site_that_is_crawled_for_the_first_time_meanwhile_is_noticed(tmp_path: Path) -> None:
    with crawl(tmp_path, "pasar") as (_, pipe):
        assert pipe.process_item(article("pasar", 7, STORY)).duplicate_of is None
        with crawl(tmp_path, "sungai") as (store, _):
            store.append(to_record(article("sungai", 1, STORY)), NOW)
        assert pipe.process_item(article("pasar", 7, STORY)).duplicate_of == "sungai:1"


def test_what_came_later_is_not_repeated_by_a_revision(tmp_path: Path) -> None:
    first = article("sungai", 1, STORY)
    with crawl(tmp_path, "sungai") as (store, _):
        store.append(to_record(first), NOW)
    with crawl(tmp_path, "pasar") as (store, pipe):
        copy = pipe.process_item(article("pasar", 7, STORY))
        assert copy.duplicate_of == "sungai:1"
        store.append(to_record(copy), LATER)
    with crawl(tmp_path, "sungai") as (_, pipe):
        assert pipe.process_item(first).duplicate_of is None


def test_a_copy_of_another_site_may_be_dropped(tmp_path: Path) -> None:
    with crawl(tmp_path, "sungai") as (store, _):
        store.append(to_record(article("sungai", 1, STORY)), NOW)
    with crawl(tmp_path, "pasar", "drop-exact") as (store, pipe):
        with pytest.raises(DropItem, match="repeats sungai:1"):
            pipe.process_item(article("pasar", 7, STORY))
        assert texts.is_dropped(store, "pasar:7")


def test_a_state_that_cannot_be_read_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with crawl(tmp_path, "pasar") as (store, pipe):
        (tmp_path / "state" / "rusak.sqlite3").write_bytes(b"no state" * 400)
        store.append(to_record(article("pasar", 6, STORY)), NOW)
        for _ in range(2):
            assert pipe.process_item(article("pasar", 7, STORY)).duplicate_of == "pasar:6"
    assert [message for message in caplog.messages if "rusak.sqlite3" in message] == [
        f"Texts of {tmp_path}/state/rusak.sqlite3 are not compared: file is not a database"
    ]
