"""A folder that an older program made goes on, and nothing in it is forgotten."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from newsspider.errors import StateInvalid
from newsspider.store import Store, StoreOutcome
from newsspider.store.duplicates.lookup import Duplicates, is_dropped
from newsspider.store.files.disk import Disk
from newsspider.store.files.jsonl import from_line
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from newsspider.store.state.database import State
from newsspider.store.state.versions import migrations, tables
from tests.store import old_folders
from tests.store.faults import Killed, abandon, iterate, kill_after, kill_before
from tests.store.records import SITE

NOW = datetime.fromisoformat(old_folders.LAST_RUN)
ADDRESS = "https://nasional.sindonews.com/read/{0}/15/berita-{0}-1650000000"


def opened(output: Path, disk: Disk | None = None) -> Store:
    return Store.open(output, SITE, NOW, indexes=[Duplicates()], disk=disk)


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(found)


@pytest.fixture(params=sorted(migrations.STEPS))
def state(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return old_folders.restore(request.param, tmp_path)


def forgets_nothing(before: dict[str, list[tuple[object, ...]]], state: Path) -> None:
    """Each row of each old table is there, as far as its old columns go."""
    after = old_folders.tables(state)
    for table, rows in before.items():
        width = len(rows[0]) if rows else 0
        assert [row[:width] for row in after[table]] == rows, table


def test_every_older_version_has_a_state_that_its_program_wrote() -> None:
    kept = {path.name for path in old_folders.DATA.iterdir()}
    assert kept == {f"version_{number}" for number in migrations.STEPS}
    assert set(migrations.STEPS) == set(range(migrations.OLDEST, tables.VERSION))


def test_opening_brings_a_state_up_to_date_and_keeps_a_copy(state: Path, tmp_path: Path) -> None:
    old, before = version(state), old_folders.tables(state)
    opened(tmp_path).close()
    assert version(state) == tables.VERSION
    forgets_nothing(before, state)
    copy = state.with_name(f"{state.name}.version-{old}")
    assert version(copy) == old
    assert old_folders.tables(copy) == before
    assert not verify(tmp_path, SITE).findings


def test_an_older_folder_goes_on(state: Path, tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert not store.recovered
    stored = [
        from_line(line)
        for path in sorted(tmp_path.glob("*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    newest = {record["id"]: record for record in stored}
    assert {store.append(record, NOW) for record in newest.values()} == {StoreOutcome.UNCHANGED}
    assert store.days.closed("2026-05-01", "nasional", NOW)
    assert store.days.waiting("2026-05-02", "nasional") == [ADDRESS.format(2), ADDRESS.format(40)]
    assert store.attempts.sums() == (1, 1)
    assert store.http.pauses.until("site") is not None
    assert store.http.spending.spent("2026-05-03").requests == 120
    assert store.http.robots.get("nasional.sindonews.com") is not None
    assert [run.verdict for run in store.runs.last(9)] == ["complete"] * 3
    assert is_dropped(store, "sindonews:pena:50")
    changed = {**newest["sindonews:pena:2"], "headline": "Judul Ketiga"}
    assert store.append(changed, NOW) is StoreOutcome.REVISED
    store.close()
    assert not verify(tmp_path, SITE).findings


@pytest.mark.parametrize("fault", [kill_before, kill_after])
@pytest.mark.parametrize("operation", ["open_in_place", "sync", "replace", "sync_folder", "commit"])
def test_killed_at_any_call_it_is_the_old_state_or_the_new(
    operation: str, fault: object, tmp_path: Path
) -> None:
    for nth, disk in enumerate(iterate(fault, operation)):  # type: ignore[arg-type]
        output = tmp_path / str(nth)
        path = old_folders.restore(migrations.OLDEST, output)
        before = old_folders.tables(path)
        try:
            abandon(opened(output, disk))
        except Killed:
            assert version(path) in {migrations.OLDEST, tables.VERSION}
        opened(output).close()
        assert version(path) == tables.VERSION
        forgets_nothing(before, path)
        copy = path.with_name(f"{path.name}.version-{migrations.OLDEST}")
        assert old_folders.tables(copy) == before


def test_a_report_reads_an_older_state_and_leaves_it_as_it_is(state: Path) -> None:
    old, bytes_before = version(state), state.read_bytes()
    read = State.read(state)
    assert read.row("SELECT count(*) FROM takedowns") == (1,)
    read.close()
    assert version(state) == old
    assert state.read_bytes() == bytes_before


@pytest.mark.parametrize(
    ("number", "says"), [(tables.VERSION + 1, "use the newer program"), (1, "too old")]
)
def test_a_state_of_a_version_not_known_is_refused_with_what_to_do(
    number: int, says: str, tmp_path: Path
) -> None:
    path = old_folders.restore(2, tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version={number}")
    connection.close()
    for use in (lambda: opened(tmp_path), lambda: State.read(path)):
        with pytest.raises(StateInvalid, match=says):
            use()


def test_what_is_not_seen_of_an_older_line_is_told_until_a_rebuild_seals_it(tmp_path: Path) -> None:
    old_folders.restore(2, tmp_path)
    opened(tmp_path).close()
    lines = tmp_path / f"{SITE}-2026-05-01.jsonl"

    def change(old: bytes, new: bytes) -> None:
        data = lines.read_bytes()
        assert old in data
        lines.write_bytes(data.replace(old, new, 1))

    change(b"Kabar lain", b"Kabar lama")  # a headline of the side lists
    report = verify(tmp_path, SITE)
    assert report.findings == []
    [note] = report.notes
    assert "lines have no digest" in note.what
    rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    assert verify(tmp_path, SITE).notes == []
    change(b"Kabar lama", b"Kabar lain")
    [finding] = verify(tmp_path, SITE).findings
    assert finding.what.endswith("is changed since it was stored, at the same length")


def test_rebuild_carries_over_an_older_state(state: Path, tmp_path: Path) -> None:
    before = old_folders.tables(state)
    rebuilt = rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    assert (rebuilt.old_state, rebuilt.unread, rebuilt.lost) == ("read", {}, 0)
    for table, number in rebuilt.rows.items():
        assert number == len(before.get(table, ["the takedown"])), table
    for table in before.keys() - {"lines", "output", "near_texts", "near_keys"}:
        width = len(before[table][0]) if before[table] else 0
        after = [row[:width] for row in old_folders.tables(state)[table]]
        assert sorted(map(repr, after)) == sorted(map(repr, before[table])), table
    opened(tmp_path).close()
    assert not verify(tmp_path, SITE).findings


def test_rebuild_carries_over_what_it_knows_of_a_newer_state(tmp_path: Path) -> None:
    path = old_folders.restore(2, tmp_path)
    before = old_folders.tables(path)
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE runs RENAME COLUMN started TO begun")
    connection.execute("ALTER TABLE listed ADD COLUMN page INTEGER")
    connection.execute("PRAGMA user_version=99")
    connection.close()
    rebuilt = rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    assert rebuilt.old_state.startswith("version 99")
    assert rebuilt.unread == {"runs": "it has no started"}
    for table in ("listed", "skipped", "days", "attempts", "http", "robots", "near_dropped"):
        width = len(before[table][0])
        assert [row[:width] for row in old_folders.tables(path)[table]] == before[table], table


def test_rebuild_carries_over_what_can_be_read_of_a_damaged_state(tmp_path: Path) -> None:
    """Whichever page is spoilt: what is not carried over is told, table by table."""
    pages = old_folders.restore(2, tmp_path / "whole").stat().st_size // 4096
    for page in range(1, pages):
        output = tmp_path / str(page)
        path = old_folders.restore(2, output)
        before = old_folders.tables(path)
        with path.open("r+b") as file:
            file.seek(page * 4096)
            file.write(b"\xa5" * 4096)
        rebuilt = rebuild(output, SITE, NOW, indexes=[Duplicates()])
        assert rebuilt.lines == 11
        assert rebuilt.old_state != "read" or not rebuilt.unread
        for table, rows in rebuilt.rows.items():
            if table not in rebuilt.unread and table != "takedowns":
                assert rows == len(before[table]), (page, table)
        opened(output).close()
        assert not verify(output, SITE).findings


def test_where_the_state_is_gone_rebuild_asks_the_one_from_before_the_last_rebuild(
    tmp_path: Path,
) -> None:
    path = old_folders.restore(2, tmp_path)
    before = old_folders.tables(path)
    rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    path.unlink()
    rebuilt = rebuild(tmp_path, SITE, NOW, indexes=[Duplicates()])
    assert (rebuilt.old_state, rebuilt.rows["listed"]) == ("read", len(before["listed"]))


def test_failures_at_two_addresses_of_an_article_become_one_history(tmp_path: Path) -> None:
    path = old_folders.restore(2, tmp_path)
    connection = sqlite3.connect(path)
    moved = ADDRESS.format(41).replace("nasional", "metro")
    row = (moved, 2, "503", "2026-05-02T03:00:00Z", "2026-05-02T05:00:00Z")
    connection.execute("INSERT INTO attempts VALUES (?,?,?,?,?)", row)
    connection.commit()
    connection.close()
    store = opened(tmp_path)
    found = store.attempts.get("sindonews:pena:41")
    assert found is not None
    assert (found.url, found.failures, found.last_error) == (ADDRESS.format(41), 3, "404")
    assert store.attempts.sums() == (2, 0)
    store.close()
