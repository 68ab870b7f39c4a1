"""What was done to output and state between two crawls, or while one runs: as real processes.

The store's own tests (tests/store) go deeper; here it is the exit code, the last line and the log
of `scrapy crawl`. The numbers are those of docs/reliability.md.
"""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.store.repair.verify import verify
from tests.crawls.test_faults import ARCHIVE, OF_THE_WIRE, SITE, saved
from tests.support import commands
from tests.support.crawling import crawl as at
from tests.support.crawling import records
from tests.support.faultserver import FaultServer, Hit, Wire

Done = subprocess.CompletedProcess[str]


def scrapy(*arguments: str | Path, limit_bytes: int | None = None) -> Done:
    """A command of ours; `limit_bytes` is the longest file that it may write."""
    limits = [] if limit_bytes is None else [(resource.RLIMIT_FSIZE, limit_bytes)]
    return commands.scrapy(*arguments, limits=limits)


def crawl(folder: Path, *options: str, limit_bytes: int | None = None) -> Done:
    target = ("-s", "REPLAY_DIR=fixtures", "-s", f"OUTPUT_DIR={folder}", "-L", "WARNING")
    done = scrapy("crawl", "sindonews", *target, *options, limit_bytes=limit_bytes)
    assert last_line(done).startswith(f"sindonews: exit {done.returncode} ("), done.stderr
    return done


def last_line(done: Done) -> str:
    return done.stderr.strip().splitlines()[-1]


def lines(folder: Path) -> Path:
    """The file of today's articles."""
    return max(folder.glob("sindonews-????-??-??.jsonl"))


def state(folder: Path) -> Path:
    return folder / "state" / "sindonews.sqlite3"


def completes(folder: Path) -> Done:
    done = crawl(folder)
    assert done.returncode == 0, done.stderr
    ids = [record["id"] for record in records(folder)]
    assert len(ids) == len(set(ids)) >= 16
    assert verify(folder, "sindonews").findings == []
    return done


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What two healthy runs left, and in `first` what the first of them did."""
    folder = tmp_path_factory.mktemp("before")
    assert crawl(folder / "out", "-a", "limit=5").returncode == 0
    shutil.copytree(folder / "out", folder / "first")
    assert crawl(folder / "out", "-a", "limit=5").returncode == 0
    assert len(records(folder / "out")) == 10
    return folder


@pytest.fixture
def output(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before / "out", tmp_path / "out"))


def cut_output(folder: Path) -> None:
    os.truncate(lines(folder), 100)


def delete_output(folder: Path) -> None:
    lines(folder).unlink()


def folder_in_place(folder: Path) -> None:
    path = lines(folder)
    path.unlink()
    path.mkdir()


def file_for_runs(folder: Path) -> None:
    shutil.rmtree(folder / "runs")
    (folder / "runs").write_text("")


def file_for_state(folder: Path) -> None:
    shutil.rmtree(folder / "state")
    (folder / "state").write_text("")


def delete_state(folder: Path) -> None:
    state(folder).unlink()


def empty_state(folder: Path) -> None:
    os.truncate(state(folder), 0)


def garbage_state(folder: Path) -> None:
    state(folder).write_bytes(b"\x00garbage" * 4096)


def newer_schema(folder: Path) -> None:
    with closing(sqlite3.connect(state(folder))) as connection:
        connection.execute("PRAGMA user_version=99")


@pytest.mark.parametrize(
    ("harm", "code", "says"),
    [
        (cut_output, 73, "is only 100 bytes, state says"),
        (delete_output, 73, "is missing, state says"),
        (folder_in_place, 73, "no regular file"),
        (file_for_state, 73, "state: "),
        (file_for_runs, 73, "runs: "),
        (delete_state, 78, "run `scrapy rebuild`"),
        (empty_state, 74, "run `scrapy rebuild`"),
        (garbage_state, 74, "run `scrapy rebuild`"),
        (newer_schema, 78, "state too new"),
    ],
)
def test_harm_between_runs_is_refused_in_one_line_and_nothing_is_overwritten(
    harm: Callable[[Path], None], code: int, says: str, output: Path
) -> None:
    """Cases 21, 25, 32, 34, 35."""
    harm(output)
    kept = {path: path.read_bytes() for path in output.rglob("*.js*") if path.is_file()}
    done = crawl(output)
    assert done.returncode == code, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert says in last_line(done)
    assert kept == {path: path.read_bytes() for path in output.rglob("*.js*") if path.is_file()}


def test_a_state_that_another_program_locks_is_75(output: Path) -> None:
    """Case 35."""
    with closing(sqlite3.connect(state(output), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        done = crawl(output)
        assert done.returncode == 75, done.stderr
        assert "another program is using" in last_line(done)


def torn(folder: Path, _: Path) -> None:
    with lines(folder).open("ab") as file:
        file.write(lines(folder).read_bytes()[:1000])


def zeros(folder: Path, _: Path) -> None:
    with lines(folder).open("ab") as file:
        file.write(bytes(4096))


def uncommitted(folder: Path, first: Path) -> None:
    """As after a kill between write and commit: the lines are there, the state is older."""
    shutil.copy(state(first), state(folder))


@pytest.mark.parametrize(
    ("harm", "says", "aside"),
    [
        (torn, "1,000 torn bytes", [1000]),
        (zeros, "4,096 torn bytes", [4096]),
        (uncommitted, "adopted 5", []),
    ],
)
def test_what_a_kill_left_behind_is_adopted_or_set_aside_and_told(
    harm: Callable[[Path, Path], None], says: str, aside: list[int], output: Path, before: Path
) -> None:
    """Cases 1, 29, 30 and 31."""
    harm(output, before / "first")
    done = completes(output)
    assert "Recovered: " in done.stderr
    assert says in done.stderr
    found = [path.stat().st_size for path in (output / "quarantine").glob("torn-*")]
    assert found == aside


def test_garbage_in_the_middle_does_not_stop_a_crawl_and_verify_names_it(output: Path) -> None:
    """Case 33."""
    data = bytearray(lines(output).read_bytes())
    second = data.index(b"\n") + 1
    data[second : second + 20] = b"x" * 20
    lines(output).write_bytes(data)
    assert crawl(output).returncode == 0
    found = scrapy("verify", "-s", f"OUTPUT_DIR={output}")
    assert found.returncode == 65
    assert f"{lines(output).name}: offset {second:,}" in found.stdout + found.stderr


def test_a_file_size_limit_leaves_whole_lines_and_exit_code_74(tmp_path: Path) -> None:
    """Cases 23, 24 and 28."""
    done = crawl(tmp_path, limit_bytes=120_000)
    assert done.returncode == 74, done.stderr
    assert all(line.endswith(b"}") for line in lines(tmp_path).read_bytes().splitlines())
    completes(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1600k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small tmpfs needs root and the right to mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_ends_a_crawl_with_74_and_a_larger_one_completes_it(
    small_disk: Path,
) -> None:
    """Cases 22, 23 and 25."""

    async def fills_the_disk(wire: Wire, hit: Hit) -> None:
        if hit.path.startswith("/read/"):
            with suppress(OSError), (small_disk / "filler").open("ab", buffering=0) as filler:
                while True:
                    filler.write(bytes(4096))
        await saved(wire, hit)

    with FaultServer({**SITE, "/*": fills_the_disk}) as server:
        done = at(server.address, small_disk)
    assert done.code == 74, done.stderr
    assert done.stderr.splitlines()[-1].startswith("sindonews: exit 74 (output failed: ")
    assert all(line.endswith(b"}") for line in lines(small_disk).read_bytes().splitlines())
    at_start = crawl(small_disk)
    assert at_start.returncode == 74
    assert "bytes free" in last_line(at_start)
    subprocess.run(["mount", "-o", "remount,ro,size=30m", str(small_disk)], check=True)
    assert crawl(small_disk).returncode == 73
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    completes(small_disk)


HOSTILE: Final = "=cmd()|\x00\x1b[31m\u2028\u2029\x85\u202e2026-01-01 [root] ERROR: forged"


async def hostile(wire: Wire, hit: Hit) -> None:
    """The saved site, its headlines and JSON-LD full of what breaks lines, files and terminals."""
    found = ARCHIVE.get(f"https://{hit.host}{hit.path}")
    if found is None or not hit.path.startswith("/read/"):
        await saved(wire, hit)
        return
    text = found.body.decode(errors="replace")
    text = text.replace("</h1>", f" {HOSTILE}&#xD800;&#0;</h1>")
    text = text.replace('"headline": "', '"headline": "\\ud83d')
    text = text.replace("</p>", f" {HOSTILE}\n</p>").replace("<br>", f"<br>{HOSTILE}\n", 3)
    headers = {n: v for n, v in found.headers if n.lower() not in OF_THE_WIRE}
    await wire.reply(text.encode(), found.status, headers)


def test_hostile_text_is_one_strict_line_in_file_and_log(tmp_path: Path) -> None:
    """Cases 40, 41 and 90."""
    with FaultServer({**SITE, "/*": hostile}) as server:
        target = ("-s", f"CONNECT_TO={server.address}", "-s", f"OUTPUT_DIR={tmp_path}")
        # Headlines that nothing confirms would be put aside, all of them.
        fast = ("-s", "DOWNLOAD_DELAY=0", "-s", "ACCEPT_CHANGES=True", "-L", "DEBUG")
        done = scrapy("crawl", "sindonews", *target, *fast)
    assert last_line(done).startswith(f"sindonews: exit {done.returncode} ("), done.stderr
    data = lines(tmp_path).read_bytes()
    text = data.decode("ascii")
    assert text.splitlines() == text.split("\n")[:-1]
    found = [strict(line) for line in text.splitlines()]
    assert len(found) >= 16
    assert any("cmd()" in record["headline"] for record in found)
    assert not any(part in done.stderr for part in "\x00\x1b\u2028\u2029\x85\u202e")
    assert not any(line.startswith("2026-01-01 [root]") for line in done.stderr.split("\n"))


def strict(line: str) -> dict[str, Any]:
    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is not JSON")

    record: dict[str, Any] = json.loads(line, parse_constant=refuse)
    json.dumps(record, ensure_ascii=False).encode()  # no lone surrogate
    return record


def test_what_was_committed_stays_when_the_last_flush_fails(tmp_path: Path) -> None:
    """Case 42: closing the store writes the last batch, which no longer fits."""
    assert crawl(tmp_path, "-a", "limit=3").returncode == 0
    room = lines(tmp_path).stat().st_size + 1
    done = crawl(tmp_path, "-a", "limit=2", "-s", "STORE_FLUSH_SECONDS=60", limit_bytes=room)
    assert done.returncode == 74, done.stderr
    assert len(records(tmp_path)) == 3
    completes(tmp_path)
