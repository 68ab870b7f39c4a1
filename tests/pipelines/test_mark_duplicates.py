"""`DUPLICATES`: mark, drop-exact, drop-near; what is counted, what is remembered."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from scrapy.exceptions import DropItem
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from benchmarks.duplicates import edits
from benchmarks.duplicates.texts import Text, news
from newsspider.errors import BadArgument
from newsspider.items import Article, from_record, to_record
from newsspider.pipelines.duplicates_mode import MODES, duplicates_mode
from newsspider.pipelines.mark_duplicates import MarkDuplicates
from newsspider.store import Store
from newsspider.store.duplicates import lookup as texts
from tests.store.records import NOW, SITE, record

STORY = news(random.Random(1), "a")
RETOLD = edits.agency_copy(random.Random(2), STORY)
OTHER = news(random.Random(3), "b")


def article(number: int, text: Text) -> Article:
    plain = f"{text.headline} {text.body}"
    return from_record(record(number, headline=text.headline, body=text.body, content_hash=plain))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path, SITE, NOW, indexes=[texts.Duplicates()])
    yield opened
    opened.close()


def pipeline(store: Store, mode: str) -> MarkDuplicates:
    return MarkDuplicates(mode, lambda: store, MemoryStatsCollector(get_crawler()))


def given(store: Store, pipe: MarkDuplicates, *articles: Article) -> list[Article | None]:
    """What the pipeline lets through to the store."""
    through: list[Article | None] = []
    for each in articles:
        try:
            kept = pipe.process_item(each)
        except DropItem:
            through.append(None)
        else:
            store.append(to_record(kept), NOW)
            through.append(kept)
    return through


def counts(pipe: MarkDuplicates) -> dict[str, int]:
    return {
        name.removeprefix("duplicates/"): number
        for name, number in pipe.stats.get_stats().items()
        if name.startswith("duplicates/")
    }


def test_by_default_duplicates_are_stored_and_marked(store: Store) -> None:
    pipe = pipeline(store, "mark")
    first, other, same, near = given(
        store, pipe, article(1, STORY), article(2, OTHER), article(3, STORY), article(4, RETOLD)
    )
    assert first
    assert (first.duplicate_of, first.similarity) == (None, None)
    assert other
    assert other.duplicate_of is None
    assert same
    assert (same.duplicate_of, same.similarity) == ("sindonews:pena:1", 1.0)
    assert near
    assert near.duplicate_of == "sindonews:pena:1"
    assert near.similarity
    assert 0.7 < near.similarity < 1
    assert counts(pipe) == {"exact": 1, "near": 1}


@pytest.mark.parametrize(
    ("chosen", "dropped"), [("mark", []), ("drop-exact", [2]), ("drop-near", [2, 3])]
)
def test_the_user_chooses_what_is_dropped(store: Store, chosen: str, dropped: list[int]) -> None:
    pipe = pipeline(store, chosen)
    through = given(store, pipe, article(1, STORY), article(2, STORY), article(3, RETOLD))
    assert [n for n, each in enumerate(through, 1) if each is None] == dropped
    assert counts(pipe).get("dropped", 0) == len(dropped)
    for n in (1, 2, 3):
        assert texts.is_dropped(store, f"sindonews:pena:{n}") is (n in dropped)


def test_a_stored_article_is_never_dropped_when_it_is_revised(store: Store) -> None:
    pipe = pipeline(store, "drop-near")
    *_, revised = given(store, pipe, article(1, STORY), article(2, OTHER), article(2, RETOLD))
    assert revised
    assert revised.duplicate_of == "sindonews:pena:1"


def test_items_of_other_kinds_pass(store: Store) -> None:
    assert pipeline(store, "drop-near").process_item({"a": 1}) == {"a": 1}


@pytest.mark.parametrize("word", MODES)
def test_the_setting_takes_three_words(word: str) -> None:
    assert duplicates_mode(Settings({"DUPLICATES": word})) == word
    assert duplicates_mode(Settings()) == "mark"


def test_another_word_is_refused_with_the_code_for_bad_configuration() -> None:
    with pytest.raises(BadArgument, match="drop-exact") as refusal:
        duplicates_mode(Settings({"DUPLICATES": "drop"}))
    assert refusal.value.exit_code == 78
