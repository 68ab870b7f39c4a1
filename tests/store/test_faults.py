"""Every call that can fail, fails: afterwards each article is there exactly once."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.store import Refusal, Store, StoreOutcome
from newsspider.store.files.day_files import day_path
from newsspider.store.files.disk import Disk
from tests.store.faults import (
    FAULTS,
    OPERATIONS,
    Killed,
    PowerDisk,
    abandon,
    io_error,
    iterate,
    kill_after,
    no_space,
    stored,
)
from tests.store.records import DAY, NOW, SITE, record

NUMBERS = range(1, 9)
ALL = [(f"sindonews:pena:{number}", 1) for number in NUMBERS]


def crawl(output: Path, disk: Disk) -> None:
    """A run that stores what is not known yet, three lines a batch, the second half tomorrow."""
    store = Store.open(output, SITE, NOW, disk=disk, batch=3)
    try:
        for number in NUMBERS:
            if store.known(f"sindonews:pena:{number}") is None:
                store.append(record(number), NOW + timedelta(days=number // 5))
        store.close()
    except BaseException:
        abandon(store)
        raise


def torn(output: Path) -> None:
    """A run that was killed while it wrote its second batch."""
    store = Store.open(output, SITE, NOW, batch=2)
    for number in (1, 2):
        store.append(record(number), NOW)
    store.close()
    with day_path(output, SITE, DAY).open("ab") as file:
        third = record(3)
        store = Store.open(output / "elsewhere", SITE, NOW)
        store.append(third, NOW)
        store.close()
        file.write(day_path(output / "elsewhere", SITE, DAY).read_bytes() + b'{"id": "sindon')


@pytest.mark.parametrize("start", ["empty", "torn"])
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("operation", OPERATIONS)
def test_after_a_fault_at_any_call_each_article_is_there_once(
    tmp_path: Path, operation: str, fault: Callable[..., Any], start: str
) -> None:
    for n, disk in enumerate(iterate(fault, operation), 1):
        output = tmp_path / str(n)
        if start == "torn":
            torn(output)
        with suppress(Killed, Refusal):
            crawl(output, disk)
        with suppress(Killed):  # and killed again while it recovers
            crawl(output, next(iter(iterate(kill_after, "sync"))))
        crawl(output, Disk())
        assert sorted(stored(output)) == ALL, (operation, n)


@pytest.mark.parametrize("fault", [no_space, io_error])
@pytest.mark.parametrize("operation", ["write", "sync"])
def test_a_failing_disk_leaves_whole_lines_and_exit_code_74(
    tmp_path: Path, operation: str, fault: Callable[..., Any]
) -> None:
    crawl(tmp_path, Disk())
    store = Store.open(tmp_path, SITE, NOW, disk=next(iter(iterate(fault, operation))), batch=1)
    with pytest.raises(Refusal) as first:
        store.append(record(99), NOW)
    assert first.value.exit_code == 74
    with pytest.raises(Refusal):  # never retried
        store.append(record(100), NOW)
    store.close()
    assert sorted(stored(tmp_path)) == ALL


@pytest.mark.parametrize("seed", range(8))
def test_a_power_cut_takes_nothing_that_was_flushed(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    reported: set[tuple[str, int]] = set()
    number = 0
    for _ in range(12):
        disk = PowerDisk()
        store = Store.open(tmp_path, SITE, NOW, disk=disk, batch=1000)
        for _ in range(dice.randrange(1, 6)):
            number += 1
            store.append(record(number), NOW)
            if dice.random() < 0.4:
                store.flush()
                reported.add((f"sindonews:pena:{number}", 1))
        disk.dying = dice.random() < 0.7
        with suppress(Killed):
            store.flush()
        abandon(store)
        disk.cut(SITE, dice.random(), zeros=dice.random() < 0.5)
    Store.open(tmp_path, SITE, NOW).close()
    found = stored(tmp_path)
    assert reported <= set(found)
    assert len(found) == len(set(found))


def test_what_was_adopted_outlives_a_power_cut(tmp_path: Path) -> None:
    disk = PowerDisk()
    crawl(tmp_path, disk)
    disk.dying = True
    store = Store.open(tmp_path, SITE, NOW + timedelta(days=1), disk=disk)
    store.append(record(99), NOW + timedelta(days=1))
    with suppress(Killed):  # written, never synced
        store.flush()
    abandon(store)
    disk.dying = False
    store = Store.open(tmp_path, SITE, NOW + timedelta(days=1), disk=disk)
    assert [found.adopted for found in store.recovered] == [1]
    abandon(store)
    disk.cut(SITE, 0, zeros=False)
    Store.open(tmp_path, SITE, NOW + timedelta(days=1), disk=disk).close()
    assert sorted(stored(tmp_path)) == [*ALL, ("sindonews:pena:99", 1)]


@pytest.mark.parametrize("fault", [no_space, io_error])
def test_what_is_counted_as_stored_is_in_the_file(
    fault: Callable[..., Any], tmp_path: Path
) -> None:
    """`append` says "new" at once; `lost` takes it back for the batch that failed."""
    for nth, disk in enumerate(iterate(fault, "write")):
        store = Store.open(tmp_path / str(nth), SITE, NOW, disk=disk, batch=4)
        said = 0
        with suppress(Refusal):
            for number in range(10):
                said += store.append(record(number), NOW) is StoreOutcome.NEW
            store.flush()
        assert len(stored(tmp_path / str(nth))) == said - store.lost[StoreOutcome.NEW]
        abandon(store)
