"""A finished day is compressed at most: known, verified, told in a history, whatever ends it."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.errors import Locked, OutputUnwritable, Refusal
from newsspider.store import Store, StoreOutcome
from newsspider.store.backup import backup
from newsspider.store.compress import compress
from newsspider.store.files.day_files import day_files, day_path
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from newsspider.store.state.revisions import Revisions
from tests.store.faults import FAULTS, Killed, iterate, stored
from tests.store.records import DAY, NOW, SITE, record

TOMORROW = NOW + timedelta(days=1)
FIRST = date.fromisoformat(DAY)


def fill(output: Path) -> None:
    """Two days: the first is finished, the second goes on and corrects an article of the first."""
    for now, numbers in ((NOW, range(5)), (TOMORROW, range(3, 8))):
        store = Store.open(output, SITE, now)
        for number in numbers:
            more = {"headline": "Judul Baru"} if number == 3 and now == TOMORROW else {}
            store.append(record(number, **more), now)
        store.close()


def is_well(output: Path, lines: list[tuple[str, int]]) -> None:
    assert sorted(stored(output)) == sorted(lines)
    assert verify(output, SITE).findings == []
    store = Store.open(output, SITE, TOMORROW)
    assert store.recovered == []
    assert store.append(record(0), TOMORROW) is StoreOutcome.UNCHANGED
    revisions = Revisions(output, SITE)
    told = revisions.records(store.articles.history("sindonews:pena:3"))
    assert [found["headline"] for found in told] == ["Berita Nomor 3 Hari Ini", "Judul Baru"]
    store.close()


def test_only_finished_days_of_the_age_are_compressed(tmp_path: Path) -> None:
    fill(tmp_path)
    lines = stored(tmp_path)
    assert compress(tmp_path, SITE, TOMORROW, FIRST - timedelta(days=1)).days == 0
    done = compress(tmp_path, SITE, TOMORROW, FIRST + timedelta(days=9))
    assert done.days == 1
    assert done.after < done.before / 4
    assert [file.compressed for file in day_files(tmp_path, SITE)] == [True, False]
    assert not day_path(tmp_path, SITE, DAY).exists()
    is_well(tmp_path, lines)
    assert compress(tmp_path, SITE, TOMORROW, FIRST).days == 0
    rebuild(tmp_path, SITE, TOMORROW)
    is_well(tmp_path, lines)


def test_while_a_crawl_runs_nothing_is_compressed(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, TOMORROW)
    with pytest.raises(Locked):
        compress(tmp_path, SITE, TOMORROW, FIRST)
    store.close()


def test_a_day_that_is_not_what_the_state_says_is_left_as_it_is(tmp_path: Path) -> None:
    fill(tmp_path)
    path = day_path(tmp_path, SITE, DAY)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(OutputUnwritable, match="scrapy verify"):
        compress(tmp_path, SITE, TOMORROW, FIRST)
    assert path.exists()


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_at_any_call_nothing_is_lost_or_doubled(
    fault: Callable[..., Any], tmp_path: Path
) -> None:
    for nth, disk in enumerate(iterate(fault, "any")):
        output = tmp_path / str(nth)
        fill(output)
        lines = stored(output)
        try:
            compress(output, SITE, TOMORROW, FIRST, disk=disk)
        except (Killed, Refusal):
            assert sorted(stored(output)) == sorted(lines)
        compress(output, SITE, TOMORROW, FIRST)
        is_well(output, lines)


def test_a_backup_made_while_a_crawl_writes_is_a_whole_output(tmp_path: Path) -> None:
    output, target = tmp_path / "output", tmp_path / "copies" / "2026-05-02"
    fill(output)
    compress(output, SITE, TOMORROW, FIRST)
    store = Store.open(output, SITE, TOMORROW)
    store.append(record(50), TOMORROW)
    store.flush()
    store.append(record(51), TOMORROW)
    assert backup(output, target) == 4  # the state, two days, the events
    store.close()
    report = verify(target, SITE)
    assert report.findings == []
    moved = Store.open(target, SITE, TOMORROW)
    assert moved.known("sindonews:pena:50")
    assert not moved.known("sindonews:pena:51")
    moved.append(record(51), TOMORROW)
    moved.close()
    assert sorted(stored(target)) == sorted(stored(output))


def test_a_backup_never_goes_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    output, target = tmp_path / "output", tmp_path / "copy"
    fill(output)
    backup(output, target)
    with pytest.raises(OutputUnwritable, match="not empty"):
        backup(output, target)


def test_an_output_that_was_moved_goes_on(tmp_path: Path) -> None:
    fill(tmp_path / "here")
    lines = stored(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    is_well(tmp_path / "there", lines)
