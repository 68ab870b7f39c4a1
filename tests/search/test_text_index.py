"""The index holds what is stored, whatever happened between two searches."""

import gzip
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsspider.errors import OutputFailed
from newsspider.search.finding import Wanted, find, ids
from newsspider.search.query import to_fts
from newsspider.search.text_index import index_path, up_to_date
from newsspider.store import Store
from newsspider.store.state.database import State
from tests.store.records import NOW, SITE, record


class Counted:
    """Counts the lines that an update reads."""

    def __init__(self) -> None:
        self.lines = 0

    def track(self, lines: Iterable[Any], count: int) -> Iterable[Any]:
        self.lines += count
        return lines


@pytest.fixture
def output(tmp_path: Path) -> Path:
    store(tmp_path, record(1, headline="Banjir Surut"), record(2, headline="Beras Naik"))
    return tmp_path


def store(output: Path, *records: dict[str, Any]) -> None:
    opened = Store.open(output, SITE, NOW)
    for each in records:
        opened.append(each, NOW)
    opened.close()


def found(output: Path, words: str, counted: Counted | None = None) -> list[str]:
    """The numbers of the articles that are found."""
    track = (counted or Counted()).track
    path = output / "state" / f"{SITE}.sqlite3"
    with closing(State.read(path)) as state, up_to_date(output, SITE, state, track) as index:
        return sorted(each.rpartition(":")[2] for each in ids(index, Wanted(query=to_fts(words))))


def test_only_new_lines_are_read(output: Path) -> None:
    counted = Counted()
    assert found(output, "headline:banjir", counted) == ["1"]
    assert counted.lines == 2
    store(output, record(3, headline="Banjir Lagi"))
    assert found(output, "headline:banjir", counted) == ["1", "3"]
    assert counted.lines == 3
    found(output, "banjir", counted)
    assert counted.lines == 3


def test_a_revision_is_found_by_its_new_words_only(output: Path) -> None:
    assert found(output, "naik") == ["2"]
    store(output, record(2, headline="Beras Turun"))
    assert found(output, "naik") == []
    assert found(output, "headline:turun") == ["2"]


def test_compressed_days_are_searched(output: Path) -> None:
    (plain,) = output.glob(f"{SITE}-2*.jsonl")
    plain.with_name(f"{plain.name}.gz").write_bytes(gzip.compress(plain.read_bytes()))
    plain.unlink()
    assert found(output, "headline:banjir") == ["1"]


def test_a_day_that_is_not_here_is_named_and_tried_again(output: Path, tmp_path: Path) -> None:
    path = output / "state" / f"{SITE}.sqlite3"
    away = next(output.glob(f"{SITE}-2*.jsonl")).rename(tmp_path / "away")
    with closing(State.read(path)) as state:  # noqa: SIM117 - the index closes first
        with up_to_date(output, SITE, state, Counted().track) as index:
            assert index.missing == {"2026-05-01": 2}
    away.rename(output / f"{SITE}-2026-05-01.jsonl")
    assert found(output, "headline:banjir") == ["1"]


def test_lines_that_are_gone_are_found_no_more(output: Path, tmp_path: Path) -> None:
    assert found(output, "headline:banjir") == ["1"]
    other = tmp_path / "lain"
    store(other, record(4, headline="Gempa Kecil"))
    index_path(output, SITE).rename(index_path(other, SITE))
    assert found(other, "banjir") == []
    assert found(other, "gempa") == ["4"]


def test_a_damaged_index_is_refused_with_what_to_do(output: Path) -> None:
    index_path(output, SITE).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(OutputFailed, match="delete it and search again"):
        found(output, "banjir")


def test_best_comes_first_or_the_newest(output: Path) -> None:
    early = record(
        5, body="Sungai meluap. " * 40 + "Banjir.", date_published="2020-01-01T00:00:00+07:00"
    )
    late = record(6, headline="Banjir Banjir", date_published="2026-05-02T00:00:00+07:00")
    store(output, early, late)
    path = output / "state" / f"{SITE}.sqlite3"
    with closing(State.read(path)) as state:  # noqa: SIM117 - the index closes first
        with up_to_date(output, SITE, state, Counted().track) as index:
            newest = find(index, Wanted(query='"banjir"', newest_first=True), 2)
            best = find(index, Wanted(query='"banjir"'), 9)
            metro = find(index, Wanted(query='"banjir"', sections=("metro",)), 9)
    assert (newest[0], [hit.id[-1] for hit in newest[1]]) == (3, ["6", "1"])
    assert best[1][0].id[-1] == "6"
    assert ("match", "Banjir") in best[1][0].snippet
    assert metro == (0, [])
