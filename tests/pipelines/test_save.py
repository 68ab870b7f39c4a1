"""An article is stored once; what breaks the contract is dropped by the name of its key."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from scrapy.exceptions import DropItem
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from newsspider.items import Article, from_record, to_record
from newsspider.pipelines.save import Save
from newsspider.store import Store
from tests.pipelines.test_count_fields import CASE
from tests.store.faults import stored
from tests.store.records import NOW, SITE

ARTICLE = from_record(json.loads(CASE.read_text(encoding="utf-8")))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path, SITE, NOW)
    yield opened
    opened.close()


@pytest.fixture
def save(store: Store) -> Save:
    stats = MemoryStatsCollector(get_crawler())
    return Save(lambda: store, stats, lambda refusal: None, lambda: NOW)


def counted(save: Save) -> dict[str, Any]:
    return save.stats.get_stats()


def test_an_article_is_stored_and_a_second_time_dropped(save: Save, store: Store) -> None:
    assert save.process_item(ARTICLE) is ARTICLE
    with pytest.raises(DropItem, match="stored already"):
        save.process_item(ARTICLE)
    assert counted(save) == {"article/stored": 1, "article/unchanged": 1}
    store.flush()
    assert stored(store.output) == [(ARTICLE.id, 1)]


@pytest.mark.parametrize(
    ("field", "value"),
    [("headline", ""), ("date_published", "2022-01-11T10:52:00"), ("url", "ftp://x"),
     ("word_count", 0), ("date_published_source", "guess"), ("article_body", None)],
)  # fmt: skip
def test_what_breaks_the_contract_is_dropped_by_name_and_the_next_one_stored(
    save: Save, store: Store, field: str, value: Any
) -> None:
    broken: Article = replace(ARTICLE, id="sindonews:pena:9", **{field: value})
    with pytest.raises(DropItem, match=field):
        save.process_item(broken)
    save.process_item(ARTICLE)
    assert counted(save) == {"record/invalid": 1, "article/stored": 1}
    store.flush()
    assert stored(store.output) == [(ARTICLE.id, 1)]


def test_a_record_is_one_conversion_from_its_article(save: Save, store: Store) -> None:
    save.process_item(ARTICLE)
    store.flush()
    [path] = store.output.glob("*.jsonl")
    assert json.loads(path.read_bytes()) == to_record(ARTICLE)
