"""What breaks the contract does not pass, and what pages stated is counted."""

import json
from dataclasses import replace
from typing import Any

import pytest
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newsspider.items import Article, from_record
from newsspider.pipelines.validate import Validate
from tests.support.crawling import PROJECT

CASE = PROJECT / "fixtures" / "sindonews" / "2025-26-lists" / "expected.json"


@pytest.fixture
def article() -> Article:
    return from_record(json.loads(CASE.read_text(encoding="utf-8")))


@pytest.fixture
def validate() -> Validate:
    return Validate.from_crawler(get_crawler())


def test_a_valid_article_passes_as_it_is(validate: Validate, article: Article) -> None:
    assert validate.process_item(article) is article


@pytest.mark.parametrize(
    ("field", "value"),
    [("headline", ""), ("date_published", "2022-01-11T10:52:00"), ("url", "ftp://x"),
     ("word_count", 0), ("date_published_source", "guess")],
)  # fmt: skip
def test_what_breaks_the_contract_is_dropped_by_name(
    validate: Validate, article: Article, field: str, value: Any
) -> None:
    with pytest.raises(DropItem, match=field):
        validate.process_item(replace(article, **{field: value}))
    assert validate.stats.get_value("record/invalid") == 1


def test_every_article_is_counted_once_the_spider_is_closed(
    validate: Validate, article: Article
) -> None:
    for _ in range(13):
        validate.process_item(replace(article, editor=None, warnings=["date_conflict"]))
    assert validate.stats.get_value(f"coverage/{article.layout}") == 10
    validate.close_spider()
    told = validate.stats.get_stats()
    assert told[f"coverage/{article.layout}"] == told[f"coverage/{article.layout}/headline"] == 13
    assert f"coverage/{article.layout}/editor" not in told
    assert told[f"text/{article.layout}/words"] == 13 * article.word_count
    assert told["warning/date_conflict"] == 13
