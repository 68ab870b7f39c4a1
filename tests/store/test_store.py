"""The store as a crawl uses it: known, append, flush, close, and the next run."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.errors import OutputFailed
from newsspider.store import BadRecord, Store, StoreOutcome
from newsspider.store.files.day_files import day_path
from newsspider.store.files.state_files import database_path
from newsspider.store.repair.verify import verify
from newsspider.store.state.http import Spent
from tests.store.faults import stored
from tests.store.records import DAY, NOW, SITE, record

TOMORROW = NOW + timedelta(days=1)


def fill(output: Path, numbers: range, now: Any = NOW) -> None:
    store = Store.open(output, SITE, now)
    for number in numbers:
        store.append(record(number), now)
    store.close()


def test_a_second_run_adds_nothing(tmp_path: Path) -> None:
    fill(tmp_path, range(25))
    before = day_path(tmp_path, SITE, DAY).read_bytes()
    store = Store.open(tmp_path, SITE, NOW)
    assert not store.recovered
    assert {store.append(record(number), NOW) for number in range(25)} == {StoreOutcome.UNCHANGED}
    store.close()
    assert day_path(tmp_path, SITE, DAY).read_bytes() == before


HARM = {
    "renamed": (lambda path: path.rename(path.with_suffix(".old")), "put it back"),
    "deleted": (lambda path: path.unlink(), "put it back"),
    "replaced": (lambda path: (path.unlink(), path.write_bytes(b"")), "put it back"),
    "cut": (lambda path: path.write_bytes(b""), "restore it, or run `scrapy rebuild`"),
    "cut a little": (lambda path: path.write_bytes(path.read_bytes()[:-5]), "restore it"),
    "grown": (lambda path: path.write_bytes(path.read_bytes() + b"{}\n"), "another program"),
    "its folder renamed": (
        lambda path: path.parent.rename(path.parent.with_name("moved")),
        "put it back",
    ),
}


@pytest.mark.parametrize(("harm", "says"), HARM.values(), ids=HARM)
def test_a_file_that_is_harmed_in_mid_run_ends_it_with_74(
    harm: Callable[[Path], object], says: str, tmp_path: Path
) -> None:
    """What is reported as stored stands in the file of that name."""
    output = tmp_path / "out"
    store = Store.open(output, SITE, NOW)
    store.append(record(1), NOW)
    store.flush()
    harm(day_path(output, SITE, DAY))
    store.append(record(2), NOW)
    with pytest.raises(OutputFailed, match=rf"output failed: .*\.jsonl.*{says}"):
        store.flush()
    with suppress(OutputFailed):
        store.close()


STATE_HARM = {
    "renamed": lambda path: path.rename(path.with_suffix(".old")),
    "deleted": lambda path: path.unlink(),
    "replaced": lambda path: path.write_bytes(path.rename(path.with_suffix(".old")).read_bytes()),
    "its folder renamed": lambda path: path.parent.rename(path.parent.with_name("moved")),
}


@pytest.mark.parametrize("harm", STATE_HARM.values(), ids=STATE_HARM)
@pytest.mark.parametrize("is_flushed", [True, False], ids=["flushed", "closed only"])
def test_a_state_that_is_harmed_in_mid_run_ends_it_with_74(
    harm: Callable[[Path], object], is_flushed: bool, tmp_path: Path
) -> None:
    """What is reported as stored is known to the next run."""
    store = Store.open(tmp_path, SITE, NOW)
    store.append(record(1), NOW)
    store.flush()
    before = day_path(tmp_path, SITE, DAY).read_bytes()
    harm(database_path(tmp_path, SITE))
    store.append(record(2), NOW)
    with pytest.raises(OutputFailed, match=r"output failed: .*sqlite3 was renamed"):
        store.flush() if is_flushed else store.close()
    with suppress(OutputFailed):
        store.close()
    assert day_path(tmp_path, SITE, DAY).read_bytes() == before


def test_what_is_in_the_batch_is_known_already(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    assert store.append(record(1), NOW) is StoreOutcome.NEW
    assert store.append(record(1), NOW) is StoreOutcome.UNCHANGED
    known = store.known("sindonews:pena:1")
    assert known
    assert (known.revision, known.section) == (1, "nasional")
    assert not day_path(tmp_path, SITE, DAY).exists()
    store.close()
    assert stored(tmp_path) == [("sindonews:pena:1", 1)]


def test_a_changed_article_is_a_new_line_with_the_next_revision(tmp_path: Path) -> None:
    fill(tmp_path, range(3))
    store = Store.open(tmp_path, SITE, TOMORROW)
    assert store.append(record(1, headline="Judul Baru"), TOMORROW) is StoreOutcome.REVISED
    assert store.append(record(2, related=[]), TOMORROW) is StoreOutcome.UNCHANGED
    history = store.articles.history("sindonews:pena:1")
    store.close()
    assert [revision.headline for revision in history] == ["Berita Nomor 1 Hari Ini", "Judul Baru"]
    for revision in history:
        place = revision.place
        data = day_path(tmp_path, SITE, place.day).read_bytes()
        line = json.loads(data[place.offset : place.offset + place.length])
        assert line["headline"] == revision.headline


def test_a_new_day_has_its_own_file_even_while_running(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(record(1), NOW)
    store.append(record(2), TOMORROW)
    store.close()
    assert sorted(path.name for path in tmp_path.glob("*.jsonl")) == [
        "sindonews-2026-05-01.jsonl",
        "sindonews-2026-05-02.jsonl",
    ]


@pytest.mark.parametrize("keep", ["compressed", "moved away"])
def test_a_finished_day_may_leave_without_being_forgotten(tmp_path: Path, keep: str) -> None:
    fill(tmp_path, range(5))
    path = day_path(tmp_path, SITE, DAY)
    if keep == "compressed":
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    for now in (TOMORROW, TOMORROW + timedelta(days=1)):
        store = Store.open(tmp_path, SITE, now)
        assert not store.recovered
        assert {store.append(record(number), now) for number in range(5)} == {
            StoreOutcome.UNCHANGED
        }
        store.close()


def test_a_clock_that_goes_back_loses_and_doubles_nothing(tmp_path: Path) -> None:
    for now in (TOMORROW, NOW, TOMORROW, NOW - timedelta(days=20_000), TOMORROW):
        store = Store.open(tmp_path, SITE, now)
        assert not store.recovered
        for number in range(now.day, now.day + 4):
            store.append(record(number), now)
        store.close()
    assert len(stored(tmp_path)) == len(set(stored(tmp_path)))


def test_what_is_no_record_is_refused_and_the_store_goes_on(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(record(1), NOW)
    with pytest.raises(BadRecord, match="headline"):
        store.append({**record(2), "headline": None}, NOW)
    store.append(record(3), NOW)
    store.close()
    assert stored(tmp_path) == [("sindonews:pena:1", 1), ("sindonews:pena:3", 1)]


def test_a_state_put_back_from_a_copy_finds_what_came_after_it(tmp_path: Path) -> None:
    """The copy was made while a crawl ran, without the log beside it, or is days old."""
    fill(tmp_path, range(5))
    path = tmp_path / "state" / "sindonews.sqlite3"
    copy = path.read_bytes()
    fill(tmp_path, range(3, 12))
    fill(tmp_path, range(10, 20), TOMORROW)
    path.write_bytes(copy)
    store = Store.open(tmp_path, SITE, TOMORROW)
    assert [found.adopted for found in store.recovered] == [7, 8]
    assert {store.append(record(number), TOMORROW) for number in range(20)} == {
        StoreOutcome.UNCHANGED
    }
    store.close()
    assert not verify(tmp_path, SITE).findings


def test_a_commit_outlives_a_power_cut(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    assert store.state.row("PRAGMA journal_mode") == ("wal",)
    assert store.state.row("PRAGMA synchronous") == (2,)  # FULL
    store.close()


class Titles:
    """An index that keeps headlines, and breaks when told to."""

    def __init__(self) -> None:
        self.broken = False

    def prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE IF NOT EXISTS titles (n INTEGER, headline TEXT)")

    def add(self, connection: sqlite3.Connection, n: int, record: dict[str, Any]) -> None:
        connection.execute("INSERT INTO titles VALUES (?, ?)", (n, record["headline"]))
        if self.broken:
            raise ZeroDivisionError

    def carry(self, connection: sqlite3.Connection) -> None:
        """Nothing of an old state is wanted."""


def test_an_index_is_committed_with_the_lines_it_describes(tmp_path: Path) -> None:
    titles = Titles()
    store = Store.open(tmp_path, SITE, NOW, indexes=[titles])
    store.append(record(1), NOW)
    titles.broken = True
    with pytest.raises(ZeroDivisionError):
        store.append(record(2), NOW)
    titles.broken = False
    store.append(record(3), NOW)
    assert list(store.state.rows("SELECT n FROM titles")) == [(1,), (2,)]
    store.close()
    assert stored(tmp_path) == [("sindonews:pena:1", 1), ("sindonews:pena:3", 1)]


def test_takedowns_keep_the_time_they_were_first_noticed(tmp_path: Path) -> None:
    fill(tmp_path, range(3))
    store = Store.open(tmp_path, SITE, NOW)
    for hours in (1, 2):
        store.articles.missing("sindonews:pena:1", NOW + timedelta(hours=hours), "404")
    assert [(gone.id, gone.missing_since) for gone in store.articles.gone()] == [
        ("sindonews:pena:1", "2026-05-01T04:00:00Z")
    ]
    store.articles.seen("sindonews:pena:1", NOW + timedelta(hours=3))
    assert not list(store.articles.gone())
    store.close()


def test_what_is_discarded_is_no_line_and_no_article_but_failures_pauses_and_the_budget_stay(
    tmp_path: Path,
) -> None:
    store = Store.open(tmp_path, SITE, NOW, batch=1)
    store.hold()
    store.append(record(1), NOW)
    store.attempts.failed("2", "https://example.org/2", NOW, "no_body")
    store.http.pauses.pause("site", TOMORROW)
    store.http.spending.spend(DAY, Spent(3, 1000, 1.5))
    store.discard()
    assert store.known(record(1)["id"]) is None
    store.close()
    assert stored(tmp_path) == []
    store = Store.open(tmp_path, SITE, NOW)
    assert [each.id for each in store.attempts.due(NOW)] == ["2"]
    assert store.http.pauses.until("site") == TOMORROW
    assert store.http.spending.spent(DAY) == Spent(3, 1000, 1.5)
    store.close()


def test_what_is_held_over_midnight_can_still_be_discarded(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW, batch=1)
    store.hold()
    store.append(record(1), NOW)
    store.append(record(2), TOMORROW)
    store.discard()
    store.append(record(3), TOMORROW)
    store.close()
    assert [identity for identity, _ in stored(tmp_path)] == [record(3)["id"]]


def test_more_articles_are_looked_up_at_once_than_a_statement_takes(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    for number in (1, 1500):
        store.append(record(number), NOW)
    ids = [record(number)["id"] for number in range(2000)]
    assert store.articles.stored_among(ids) == {ids[1], ids[1500]}
    assert store.articles.stored_among([]) == set()
    store.close()
