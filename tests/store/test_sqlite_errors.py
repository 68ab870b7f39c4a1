"""What the store refuses at start: one line that says what, where and what to do, and a code."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newsspider.store import Refusal, Store
from newsspider.store.files.day_files import day_path
from newsspider.store.files.disk import Disk
from tests.store.records import DAY, NOW, SITE, record


def state(output: Path) -> Path:
    return output / "state" / "sindonews.sqlite3"


def sql(output: Path, *statements: str) -> None:
    connection = sqlite3.connect(state(output))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def cut(output: Path) -> None:
    os.truncate(day_path(output, SITE, DAY), 100)


def delete_state(output: Path) -> None:
    state(output).unlink()


def empty_state(output: Path) -> None:
    os.truncate(state(output), 0)


def garbage_state(output: Path) -> None:
    state(output).write_bytes(b"\x00garbage" * 4096)


def damaged_pages(output: Path) -> None:
    with state(output).open("r+b") as file:
        file.seek(2 * 4096)
        file.write(os.urandom(6 * 4096))


def half_state(output: Path) -> None:
    os.truncate(state(output), state(output).stat().st_size // 2 // 4096 * 4096)


def newer_schema(output: Path) -> None:
    sql(output, "PRAGMA user_version=99")


def foreign_database(output: Path) -> None:
    state(output).unlink()
    sql(output, "CREATE TABLE seen (url TEXT)")


def folder_in_place(output: Path) -> None:
    day_path(output, SITE, DAY).unlink()
    day_path(output, SITE, DAY).mkdir()


def pipe_in_place(output: Path) -> None:
    day_path(output, SITE, DAY).unlink()
    os.mkfifo(day_path(output, SITE, DAY))


def delete_output(output: Path) -> None:
    day_path(output, SITE, DAY).unlink()


def compress_today(output: Path) -> None:
    day_path(output, SITE, DAY).rename(output / f"{SITE}-{DAY}.jsonl.gz")


@pytest.mark.parametrize(
    ("harm", "code", "words"),
    [
        (cut, 73, "sindonews-2026-05-01.jsonl is only 100 bytes, state says"),
        (delete_output, 73, "is missing, state says"),
        (compress_today, 73, "is missing; sindonews-.*gz is beside it, state says"),
        (folder_in_place, 73, "is no regular file; move it away"),
        (pipe_in_place, 73, "is no regular file; move it away"),
        (delete_state, 78, "sindonews.sqlite3 is gone, but .*run `scrapy rebuild`"),
        (empty_state, 74, "sindonews.sqlite3 is empty; run `scrapy rebuild`"),
        (garbage_state, 74, "state corrupt: .*run `scrapy rebuild`"),
        (damaged_pages, 74, "state corrupt: .*run `scrapy rebuild`"),
        (half_state, 74, "state corrupt: .*run `scrapy rebuild`"),
        (newer_schema, 78, "state too new: .* has version 99"),
        (foreign_database, 78, "is no state of newsspider"),
    ],
)
def test_harm_between_runs_is_named_and_nothing_is_overwritten(
    tmp_path: Path, harm: Callable[[Path], None], code: int, words: str
) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    for number in range(40):
        store.append(record(number), NOW)
    store.close()
    harm(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.glob("*.jsonl*") if path.is_file()}
    for _ in range(2):
        with pytest.raises(Refusal, match=words) as refusal:
            Store.open(tmp_path, SITE, NOW)
        assert refusal.value.exit_code == code
        assert "\n" not in str(refusal.value)
    assert before == {
        path: path.read_bytes() for path in tmp_path.glob("*.jsonl*") if path.is_file()
    }


def test_a_second_opener_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    with pytest.raises(Refusal, match=f"pid {os.getpid()} since 2026-05-01T03:00:00Z") as refusal:
        Store.open(tmp_path, SITE, NOW)
    assert refusal.value.exit_code == 75
    store.close()
    Store.open(tmp_path, SITE, NOW).close()


def test_a_reader_that_locks_the_state_means_try_later(tmp_path: Path) -> None:
    Store.open(tmp_path, SITE, NOW).close()
    other = sqlite3.connect(state(tmp_path), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Refusal, match="another program is using") as refusal:
        Store.open(tmp_path, SITE, NOW)
    assert refusal.value.exit_code == 75
    other.close()
    Store.open(tmp_path, SITE, NOW).close()


def test_a_file_where_the_output_folder_should_be_is_73(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")
    with pytest.raises(Refusal, match="cannot write") as refusal:
        Store.open(tmp_path / "output", SITE, NOW)
    assert refusal.value.exit_code == 73


def test_a_full_disk_is_noticed_before_the_first_request(tmp_path: Path) -> None:
    class Full(Disk):
        def free(self, folder: Path) -> int:
            return 4096

    with pytest.raises(Refusal, match="only 4,096 bytes free") as refusal:
        Store.open(tmp_path, SITE, NOW, disk=Full())
    assert refusal.value.exit_code == 74
