"""What pages stated is counted, by layout."""

import json
from dataclasses import replace

import pytest
from scrapy.utils.test import get_crawler

from newsspider.items import Article, from_record
from newsspider.pipelines.count_fields import CountFields
from tests.support.project import PROJECT

CASE = PROJECT / "fixtures" / "sindonews" / "2025-26-lists" / "expected.json"


@pytest.fixture
def article() -> Article:
    return from_record(json.loads(CASE.read_text(encoding="utf-8")))


@pytest.fixture
def pipeline() -> CountFields:
    return CountFields.from_crawler(get_crawler())


def test_an_article_passes_as_it_is(pipeline: CountFields, article: Article) -> None:
    assert pipeline.process_item(article) is article


def test_every_article_is_counted_once_the_spider_is_closed(
    pipeline: CountFields, article: Article
) -> None:
    for _ in range(13):
        pipeline.process_item(replace(article, editor=None, warnings=["date_conflict"]))
    assert pipeline.stats.get_value(f"coverage/{article.layout}") == 10
    pipeline.close_spider()
    told = pipeline.stats.get_stats()
    assert told[f"coverage/{article.layout}"] == told[f"coverage/{article.layout}/headline"] == 13
    assert f"coverage/{article.layout}/editor" not in told
    assert told[f"text/{article.layout}/words"] == 13 * article.word_count
    assert told["warning/date_conflict"] == 13
