"""The index of texts within a store: exact and near, across runs, revisions, kills and orders."""

import random
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.duplicates import edits
from benchmarks.duplicates.texts import Text, news
from newsspider.errors import StateInvalid
from newsspider.store import Store
from newsspider.store.duplicates.groups import groups
from newsspider.store.duplicates.lookup import Duplicate, Duplicates, drop, is_dropped
from newsspider.store.repair.rebuild import rebuild
from tests.store.records import DAY, NOW, SITE, record

RNG = random.Random(12)
STORY = news(RNG, "a")
REPRINT = edits.reprint(RNG, STORY)
RETOLD = edits.agency_copy(RNG, STORY)
RENAMED = edits.new_headline(RNG, STORY)
OTHER = news(RNG, "b")


def line(number: int, text: Text, day: int = 1, **more: Any) -> dict[str, Any]:
    plain = re.sub('[“”"]', "", f"{text.headline}|{text.body}")
    return record(
        number,
        headline=text.headline,
        body=text.body,
        content_hash=plain,
        date_published=f"2026-05-{day:02d}T09:00:00+07:00",
        **more,
    )


class Shelf:
    """A store with the index, fed as the pipelines feed it."""

    def __init__(self, output: Path, now: datetime = NOW) -> None:
        self.index = Duplicates()
        self.now = now
        self.store = Store.open(output, SITE, now, indexes=[self.index])
        self.connection = self.store.state.connection

    def put(self, record: dict[str, Any]) -> Duplicate | None:
        found = self.index.find(self.connection, record)
        if found:
            record = {**record, "duplicate_of": found.duplicate_of, "similarity": found.similarity}
        self.store.append(record, self.now)
        return found

    def groups(self) -> set[frozenset[str]]:
        return {frozenset(each.id[15:] for each in group) for group in groups(self.connection)}


@contextmanager
def shelf(output: Path, now: datetime = NOW) -> Iterator[Shelf]:
    opened = Shelf(output, now)
    try:
        yield opened
    finally:
        opened.store.close()


def put_all(output: Path, records: Iterable[dict[str, Any]]) -> list[Duplicate | None]:
    with shelf(output) as one:
        return [one.put(each) for each in records]


def test_the_same_text_under_another_id_repeats_the_first_exactly(tmp_path: Path) -> None:
    first, again = put_all(tmp_path, [line(1, STORY), line(2, REPRINT)])
    assert first is None
    assert again == Duplicate("sindonews:pena:1", 1.0)
    assert again.exact


def test_nearly_the_same_text_is_found_years_and_runs_later(tmp_path: Path) -> None:
    put_all(tmp_path, [line(1, STORY), line(2, OTHER)])
    (found,) = put_all(tmp_path, [line(3, RETOLD, day=20)])
    assert found
    assert found.duplicate_of == "sindonews:pena:1"
    assert 0.7 < found.similarity < 1
    assert not found.exact


def test_the_earliest_published_of_those_stored_is_named(tmp_path: Path) -> None:
    """The archive is crawled newest first: the line of the newer article is written already."""
    newest, older, last = put_all(
        tmp_path, [line(1, STORY, day=9), line(2, RENAMED, day=3), line(3, RETOLD, day=20)]
    )
    assert newest is None
    assert older
    assert older.duplicate_of == "sindonews:pena:1"
    assert last
    assert last.duplicate_of == "sindonews:pena:2"


def test_of_the_same_moment_the_smaller_id_is_the_earlier(tmp_path: Path) -> None:
    *_, last = put_all(tmp_path, [line(5, STORY), line(4, RENAMED), line(6, RETOLD)])
    assert last
    assert last.duplicate_of == "sindonews:pena:4"


def test_a_revision_is_no_duplicate_of_its_article(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, STORY))
        assert one.put(line(1, RETOLD)) is None
        assert one.groups() == set()


def test_no_two_articles_repeat_each_other(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, STORY))
        assert one.put(line(2, RENAMED))
        assert one.put(line(1, RETOLD)) is None
        assert one.put(line(2, RETOLD)) == Duplicate("sindonews:pena:1", 1.0)


def test_a_text_that_was_revised_away_is_still_found(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, STORY))
        one.put(line(1, OTHER))
        assert one.put(line(2, REPRINT)) == Duplicate("sindonews:pena:1", 1.0)


def test_texts_without_a_word_are_like_nothing_but_their_equals(tmp_path: Path) -> None:
    blank, other = Text("", "", "?!", ("…",)), Text("", "", "—", ("***",))
    assert put_all(tmp_path, [line(1, blank), line(2, other)]) == [None, None]
    assert put_all(tmp_path, [line(3, blank)]) == [Duplicate("sindonews:pena:1", 1.0)]


def test_a_batch_that_is_lost_leaves_no_trace_in_the_index(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, OTHER))
        one.store.flush()
        one.put(line(2, STORY))
        one.store.state.rollback()
        assert one.index.find(one.connection, line(3, RETOLD)) is None


def test_groups_tell_who_how_alike_and_the_earliest_first(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        for each in (line(1, STORY, day=9), line(2, OTHER), line(3, RETOLD, day=3)):
            one.put(each)
        one.put(line(4, REPRINT, day=11))
        ((head, *others),) = list(groups(one.connection))
    assert (head.id, head.headline, head.similarity) == ("sindonews:pena:3", RETOLD.headline, 1.0)
    assert [each.id for each in others] == ["sindonews:pena:1", "sindonews:pena:4"]
    assert all(each.similarity and 0.7 < each.similarity < 1 for each in others)
    assert head.section == "nasional"
    assert head.date_published == "2026-05-03T09:00:00+07:00"


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(range(12)))
def test_groups_do_not_depend_on_the_order(
    order: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rng = random.Random(40)
    texts = [news(rng, str(n)) for n in range(3)]
    for n in range(9):
        texts.append(edits.edited(rng, texts[n]))  # copies of copies: chains as well as stars
    expected = _groups_of(tmp_path_factory.mktemp("a"), texts, list(range(12)))
    assert len(expected) >= 2
    assert _groups_of(tmp_path_factory.mktemp("b"), texts, order) == expected


def _groups_of(output: Path, texts: list[Text], order: list[int]) -> set[frozenset[str]]:
    with shelf(output) as one:
        for n in order:
            one.put(line(n, texts[n], day=n + 1))
        return one.groups()


def test_dropped_duplicates_are_remembered(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, STORY))
        found = one.index.find(one.connection, line(2, REPRINT))
        assert found
        drop(one.store, "sindonews:pena:2", found)
        one.store.flush()
    with shelf(tmp_path) as one:
        assert is_dropped(one.store, "sindonews:pena:2")
        assert not is_dropped(one.store, "sindonews:pena:1")


def test_a_state_whose_articles_are_not_indexed_is_refused(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(line(1, STORY), NOW)
    store.close()
    with pytest.raises(StateInvalid, match="scrapy rebuild"):
        Shelf(tmp_path)


def test_sketches_of_another_version_are_refused(tmp_path: Path) -> None:
    put_all(tmp_path, [line(1, STORY)])
    with sqlite3.connect(tmp_path / "state" / f"{SITE}.sqlite3") as state:
        state.execute("UPDATE near_version SET version = '0.1'")
    state.close()
    with pytest.raises(StateInvalid, match="scrapy rebuild"):
        Shelf(tmp_path)


def test_a_frame_shared_by_hundreds_hides_no_duplicate(tmp_path: Path) -> None:
    frame = "Simak jadwal dan lokasi layanan SIM keliling di wilayah ini setiap hari kerja. " * 3
    column = [
        Text(str(n), "", f"Layanan {n}", (frame, f"{news(random.Random(n), '').paragraphs[0]}"))
        for n in range(300)
    ]
    with shelf(tmp_path) as one:
        for n, text in enumerate(column):
            one.put(line(n, text))
        reprint = edits.new_dateline(random.Random(1), column[7])
        found = one.put(line(900, reprint))
    assert found
    assert found.duplicate_of == "sindonews:pena:7"


def test_a_rebuild_gives_the_same_groups(tmp_path: Path) -> None:
    put_all(tmp_path, [line(1, STORY), line(2, OTHER), line(3, RETOLD), line(4, OTHER)])
    with shelf(tmp_path) as one:
        before = list(groups(one.connection))
    rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    with shelf(tmp_path) as one:
        assert list(groups(one.connection)) == before
        assert len(before) == 2


def test_a_rebuild_keeps_the_texts_of_files_that_were_moved_away(tmp_path: Path) -> None:
    with shelf(tmp_path) as one:
        one.put(line(1, STORY))
        one.put(line(2, OTHER))
        one.store.append(line(5, RENAMED), NOW + timedelta(days=1))
        found = one.index.find(one.connection, line(3, OTHER))
        assert found
        drop(one.store, "sindonews:pena:3", found)
        before = list(groups(one.connection))
    (tmp_path / f"{SITE}-{DAY}.jsonl").unlink()
    rebuilt = rebuild(tmp_path, SITE, NOW + timedelta(days=1), indexes=[Duplicates()])
    assert rebuilt.carried == 2
    with shelf(tmp_path, NOW + timedelta(days=1)) as one:
        assert list(groups(one.connection)) == before
        assert one.put(line(4, REPRINT, day=9)) == Duplicate("sindonews:pena:1", 1.0)
        assert one.put(line(6, edits.agency_copy(random.Random(1), OTHER), day=9))
        assert is_dropped(one.store, "sindonews:pena:3")


def test_an_old_state_without_an_index_can_be_rebuilt(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(line(1, STORY), NOW)
    store.close()
    rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    with shelf(tmp_path) as one:
        assert one.put(line(2, RETOLD))
