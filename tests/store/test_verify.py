"""`verify` names what is wrong, and `rebuild` makes of the output the state it came from."""

import gzip
import os
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from newsspider.store import Locked, Store, StoreOutcome
from newsspider.store.files.day_files import day_path
from newsspider.store.files.times import day_of
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from tests.store.faults import Killed, iterate, kill_before
from tests.store.records import DAY, NOW, SITE, record

TOMORROW = NOW + timedelta(days=1)


def fill(output: Path) -> None:
    """Two days; article 2 is revised on the second, which knows 4 as taken down."""
    for now, numbers in ((NOW, range(6)), (TOMORROW, range(2, 9))):
        store = Store.open(output, SITE, now)
        for number in numbers:
            more = {"headline": "Judul Baru"} if number == 2 and now == TOMORROW else {}
            store.append(record(number, **more, fetched_at=now.isoformat()), now)
        store.articles.missing("sindonews:pena:4", now, "404")
        store.attempts.failed("x", "https://x.sindonews.com/", now, "500")
        store.close()


def state(output: Path) -> Path:
    return output / "state" / "sindonews.sqlite3"


def contents(output: Path) -> dict[str, Any]:
    connection = sqlite3.connect(state(output))
    tables = ["articles", "lines", "output", "attempts"]
    rows = {table: list(connection.execute(f"SELECT * FROM {table}")) for table in tables}
    connection.close()
    return rows


def harm(path: Path, offset: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(data)


def test_a_healthy_output_is_well(tmp_path: Path) -> None:
    fill(tmp_path)
    report = verify(tmp_path, SITE)
    assert (report.files, report.lines, report.findings, report.notes) == (2, 10, [], [])


def test_a_folder_that_is_not_there_is_not_well(tmp_path: Path) -> None:
    assert [finding.what for finding in verify(tmp_path / "typo", SITE).findings] == [
        "no such folder"
    ]


def test_garbage_in_the_middle_is_named_and_does_not_stop_a_crawl(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, TOMORROW)
    place = store.articles.history("sindonews:pena:3")[0].place
    store.close()
    path = day_path(tmp_path, SITE, place.day)
    harm(path, place.offset, b"#garbage#")
    [finding] = verify(tmp_path, SITE).findings
    assert str(finding).startswith(f"{path}: offset {place.offset:,}: no JSON")
    Store.open(tmp_path, SITE, TOMORROW).close()


def test_a_doubled_line_is_named_with_both_places(tmp_path: Path) -> None:
    fill(tmp_path)
    path = day_path(tmp_path, SITE, "2026-05-02")
    first = day_path(tmp_path, SITE, DAY).read_bytes().splitlines(keepends=True)[0]
    size = path.stat().st_size
    with path.open("ab") as file:
        file.write(first)
    connection = sqlite3.connect(state(tmp_path))
    connection.execute(
        "UPDATE output SET committed=committed+?, lines=lines+1 WHERE day='2026-05-02'",
        (len(first),),
    )
    connection.commit()
    connection.close()
    expected = "sindonews:pena:0 revision 1 stands in sindonews-2026-05-01.jsonl at offset 0 too"
    assert f"{path}: offset {size:,}: {expected}" in map(str, verify(tmp_path, SITE).findings)


def test_a_tail_of_a_killed_run_is_a_note_when_whole_and_wrong_when_torn(tmp_path: Path) -> None:
    fill(tmp_path)
    path = day_path(tmp_path, SITE, "2026-05-02")
    whole = path.read_bytes()
    other = Store.open(tmp_path / "other", SITE, TOMORROW)
    other.append(record(77), TOMORROW)
    other.close()
    line = day_path(tmp_path / "other", SITE, "2026-05-02").read_bytes()
    path.write_bytes(whole + line)
    report = verify(tmp_path, SITE)
    assert not report.findings
    assert "not promised yet" in str(report.notes[0])
    path.write_bytes(whole + line + line[:50])
    (finding,) = verify(tmp_path, SITE).findings
    assert finding.offset == len(whole) + len(line)


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_a_bad_state_is_named_and_the_lines_are_still_checked(tmp_path: Path, damage: str) -> None:
    fill(tmp_path)
    if damage == "missing":
        state(tmp_path).unlink()
    else:
        harm(state(tmp_path), 2 * 4096, os.urandom(8 * 4096))
    report = verify(tmp_path, SITE)
    assert [finding.path for finding in report.findings] == [state(tmp_path)]
    assert report.lines == 10


@pytest.mark.parametrize("old", ["kept", "deleted", "damaged"])
def test_a_rebuilt_state_is_the_same_state(tmp_path: Path, old: str) -> None:
    fill(tmp_path)
    before = contents(tmp_path)
    if old == "deleted":
        state(tmp_path).unlink()
    if old == "damaged":
        harm(state(tmp_path), 2 * 4096, os.urandom(8 * 4096))
    rebuilt = rebuild(tmp_path, SITE, TOMORROW)
    assert (rebuilt.articles, rebuilt.lines, rebuilt.skipped) == (9, 10, [])
    after = contents(tmp_path)
    if old != "kept":  # files do not tell takedowns, later sightings and failures
        after.pop("attempts"), before.pop("attempts")
        for rows in (before, after):
            rows["articles"] = [row[:9] for row in rows["articles"]]
    before["output"], after["output"] = ([row[:3] for row in s["output"]] for s in (before, after))
    assert after == before
    assert not verify(tmp_path, SITE).findings
    store = Store.open(tmp_path, SITE, TOMORROW)
    assert not store.recovered
    assert store.append(record(5), TOMORROW) is StoreOutcome.UNCHANGED
    store.close()


def test_rebuild_remembers_articles_whose_file_has_moved_away(tmp_path: Path) -> None:
    fill(tmp_path)
    day_path(tmp_path, SITE, DAY).unlink()
    rebuilt = rebuild(tmp_path, SITE, TOMORROW)
    assert (rebuilt.articles, rebuilt.carried, rebuilt.old_state) == (9, 6, "read")
    store = Store.open(tmp_path, SITE, TOMORROW)
    assert store.append(record(0), TOMORROW) is StoreOutcome.UNCHANGED
    assert [line.revision for line in store.articles.history("sindonews:pena:2")] == [1, 2]
    store.close()


@pytest.mark.parametrize(("kept", "lost"), [(0, {6, 7, 8}), (3, {8})], ids=["deleted", "cut"])
def test_the_run_after_a_rebuild_asks_for_the_articles_whose_lines_were_lost(
    kept: int, lost: set[int], tmp_path: Path
) -> None:
    fill(tmp_path)
    today = day_path(tmp_path, SITE, day_of(TOMORROW))
    lines = today.read_bytes().splitlines(keepends=True)
    today.unlink()
    if kept:
        today.write_bytes(b"".join(lines[:kept]))
    assert rebuild(tmp_path, SITE, TOMORROW).lost == len(lost)
    store = Store.open(tmp_path, SITE, TOMORROW)
    asked = {attempt.url for attempt in store.attempts.due(TOMORROW)}
    assert {record(number)["url"] for number in lost} < asked
    assert [store.append(record(number), TOMORROW) for number in lost] == [StoreOutcome.NEW] * len(
        lost
    )
    store.close()
    assert not verify(tmp_path, SITE).findings


def test_rebuild_reads_compressed_days(tmp_path: Path) -> None:
    fill(tmp_path)
    path = day_path(tmp_path, SITE, DAY)
    path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    state(tmp_path).unlink()
    assert rebuild(tmp_path, SITE, TOMORROW).articles == 9
    assert not verify(tmp_path, SITE).findings


def test_rebuild_leaves_out_what_is_spoilt_and_says_where(tmp_path: Path) -> None:
    fill(tmp_path)
    path = day_path(tmp_path, SITE, DAY)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0] + b"garbage\n" + b"".join(lines[1:]) + b'{"torn')
    rebuilt = rebuild(tmp_path, SITE, TOMORROW)
    assert [finding.offset for finding in rebuilt.skipped] == [
        len(lines[0]),
        sum(map(len, lines)) + len("garbage\n"),
    ]
    assert rebuilt.articles == 9
    store = Store.open(tmp_path, SITE, TOMORROW)
    assert [(found.adopted, found.torn) for found in store.recovered] == [(0, 6)]
    store.close()


@pytest.mark.parametrize("operation", ["sync", "replace", "sync_folder", "commit"])
def test_a_killed_rebuild_can_be_run_again(tmp_path: Path, operation: str) -> None:
    fill(tmp_path)
    for disk in iterate(kill_before, operation):
        try:
            rebuild(tmp_path, SITE, TOMORROW, disk=disk)
        except Killed:
            assert rebuild(tmp_path, SITE, TOMORROW).articles == 9
        assert not verify(tmp_path, SITE).findings


def test_no_rebuild_while_a_crawl_runs(tmp_path: Path) -> None:
    fill(tmp_path)
    store = Store.open(tmp_path, SITE, TOMORROW)
    with pytest.raises(Locked):
        rebuild(tmp_path, SITE, TOMORROW)
    store.close()
