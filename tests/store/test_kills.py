"""Real processes, really killed, really locked out, on disks that are really full."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from newsspider.store import Store
from newsspider.store.files.lock import held
from newsspider.store.repair.verify import verify
from tests.store import kill_repairs
from tests.store.faults import stored
from tests.store.kills import rain
from tests.store.records import NOW, SITE, record
from tests.support.commands import scrapy, start

WORKER = "tests.store.worker"


def test_killed_60_times_each_article_is_there_once() -> None:
    with tempfile.TemporaryDirectory() as folder:  # a real disk, so that syncs take their time
        tally = rain(Path(folder), kills=60, seed=2026)
    assert tally.clean, tally


def work(output: Path, count: int = 50, *before: str) -> "subprocess.CompletedProcess[str]":
    """Store articles 1 to `count` in a process of its own, begun by the command `before`; its exit
    code is the refusal's."""
    if not before:
        return scrapy(output, str(count), module=WORKER)
    line = [*before, sys.executable, "-m", WORKER, str(output), str(count)]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def complete(output: Path, count: int = 50) -> None:
    """A healthy run ends well, and each article is there exactly once."""
    run = work(output, count)
    assert run.returncode == 0, run.stderr
    assert sorted(stored(output)) == sorted((f"sindonews:pena:{n}", 1) for n in range(1, count + 1))
    assert not verify(output, SITE).findings


def test_of_20_starts_at_once_one_wins(tmp_path: Path) -> None:
    with ExitStack() as stack:
        said = [stack.enter_context(tempfile.TemporaryFile("w+")) for _ in range(20)]
        programs = [
            stack.enter_context(
                start(tmp_path, "400", "0.001", module=WORKER, stderr=file.fileno())
            )
            for file in said
        ]
        codes = [program.wait() for program in programs]
        for file, code in zip(said, codes, strict=True):
            file.seek(0)
            assert code == 0 or "locked by pid" in file.read()
    assert set(codes) <= {0, 75}
    assert 0 in codes
    complete(tmp_path, 400)


def test_a_child_does_not_inherit_the_lock(tmp_path: Path) -> None:
    store = Store.open(tmp_path, SITE, NOW)
    store.append(record(1), NOW)
    store.flush()
    with subprocess.Popen(["sleep", "60"], close_fds=False) as child:
        assert held(tmp_path / "state" / "sindonews.lock")
        store.close()
        assert not held(tmp_path / "state" / "sindonews.lock")
        child.kill()


strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
OUTPUT = "sindonews-2026-05-01.jsonl"
STATE = "state/sindonews.sqlite3"


@strace
@pytest.mark.parametrize(
    ("path", "inject", "code"),
    [
        (OUTPUT, "write:error=ENOSPC:when=3+", 74),
        (OUTPUT, "write:error=EIO:when=2", 74),
        (OUTPUT, "write:error=EDQUOT:when=1+", 74),
        (OUTPUT, "write:retval=100:when=3", 74),  # says it wrote 100 bytes, and wrote none
        (OUTPUT, "fdatasync:error=EIO:when=1", 74),
        (OUTPUT, "fdatasync:error=EIO:when=4+", 74),
        (OUTPUT, "ftruncate,write:error=EIO:when=2+", 74),
        (OUTPUT, "write:signal=SIGKILL:when=3", -9),
        (OUTPUT, "fdatasync:signal=SIGKILL:when=3", -9),
        (f"{STATE}-wal", "pwrite64:error=ENOSPC:when=9+", 74),
        (f"{STATE}-wal", "pwrite64:error=EIO:when=5", 74),
        (f"{STATE}-wal", "pwrite64:signal=SIGKILL:when=12", -9),
        (f"{STATE}-wal", "fdatasync,fsync:error=EIO:when=3", 74),
        (f"{STATE}-wal", "fdatasync,fsync:signal=SIGKILL:when=3", -9),
    ],
)
def test_a_system_call_that_fails_costs_at_most_its_batch(
    tmp_path: Path, path: str, inject: str, code: int
) -> None:
    # Attached to the real files: SQLite's own calls are reached here, too.
    Store.open(tmp_path, SITE, NOW).close()
    trace = ["strace", "-f", "-qq", "-o", os.devnull, "-P", str(tmp_path / path)]
    run = work(tmp_path, 50, *trace, "-e", f"inject={inject}")
    assert run.returncode == code if code > 0 else run.returncode in {code, 128 - code}, run.stderr
    if code > 0:
        assert len(run.stderr.splitlines()) == 1
    complete(tmp_path)


def test_a_file_size_limit_is_a_full_disk(tmp_path: Path) -> None:
    # 512-byte blocks; big enough for the empty state, too small for 50 articles
    run = work(tmp_path, 50, "sh", "-c", 'ulimit -f 220; exec "$0" "$@"')
    assert run.returncode == 74, run.stderr
    assert all(line.endswith(b"}") for line in (tmp_path / OUTPUT).read_bytes().splitlines())
    complete(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1300k", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small tmpfs needs root and the right to mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_grown_larger_is_completed(small_disk: Path) -> None:
    run = work(small_disk, 600)
    assert run.returncode == 74, run.stderr
    assert "No space left on device" in run.stderr or "full" in run.stderr
    again = work(small_disk, 600)
    assert again.returncode == 74
    assert "bytes free" in again.stderr
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    complete(small_disk, 600)


def test_a_read_only_disk_is_73(small_disk: Path) -> None:
    complete(small_disk)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    run = work(small_disk)
    assert (run.returncode, len(run.stderr.splitlines())) == (73, 1), run.stderr


def test_killed_again_and_again_migration_compression_and_rebuild_forget_nothing() -> None:
    """The short form of `python -m tests.store.kill_repairs --kills 200`."""
    tally = kill_repairs.rain(4, seed=3)
    assert tally.kills >= 4
    assert tally.clean, tally
