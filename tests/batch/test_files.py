"""One file in, one file out: the same whoever reads, whole or not there, named where damaged."""

import gzip
import hashlib
import json
import os
import platform
import signal
import subprocess
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from typing import Final

import pytest

from newsspider.batch.extract_file import Failed, Order, Outcome, extract_file, read_here
from newsspider.batch.inputs import Input, inputs_named, part_of
from newsspider.batch.out_folder import OutFolder
from newsspider.batch.processes import read_in_processes
from newsspider.errors import BadArgument
from newsspider.store.pages.fixtures import Fixture, folders
from tests.support.project import PROJECT
from tests.support.warc_files import of_cases, packed

ORDER: Final = Order(hosts=("sindonews.com",))


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Input]:
    """Return four WARC files of some articles each; the last one has a broken record."""
    folder = tmp_path_factory.mktemp("archives")
    cases = [Fixture.load(case) for case in folders(PROJECT / "fixtures" / "sindonews")][:16]
    for number in range(4):
        (folder / f"{number}.warc.gz").write_bytes(packed(of_cases(cases[number::4])))
    broken = bytearray((folder / "3.warc.gz").read_bytes())
    broken[len(broken) // 2] ^= 0xFF
    (folder / "3.warc.gz").write_bytes(broken)
    return inputs_named([f"{folder}/*.warc.gz"])


def _prepared(folder: Path) -> OutFolder:
    out = OutFolder(folder)
    out.prepare({"extractor": ORDER.extractor})
    return out


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="session")
def read_once(archives: list[Input], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files that one process makes of the archives."""
    out = _prepared(tmp_path_factory.mktemp("serial"))
    list(read_here(ORDER, archives, out))
    return _files(out.folder)


def test_writes_a_file_and_a_line_for_each_input(read_once: dict[str, bytes]) -> None:
    names = [f"{number}.jsonl.gz" for number in range(4)]
    lines = [f"manifest/{number}.json" for number in range(4)]
    assert sorted(read_once) == [*names, "extractor.json", *lines]
    for name, line in zip(names, lines, strict=True):
        told = json.loads(read_once[line])
        records = gzip.decompress(read_once[name]).splitlines()
        assert told["output"] == name
        assert told["sha256"] == hashlib.sha256(read_once[name]).hexdigest()
        assert told["records"] == len(records) > 0
        assert told["extractor"] == ORDER.extractor
        assert told["damage"] == len(told["damaged"]) == int(name.startswith("3"))


Read = Callable[[Order, Sequence[Input], OutFolder], Iterable[Outcome | Failed]]


def _in_parts(order: Order, inputs: Sequence[Input], out: OutFolder) -> Iterable[Outcome | Failed]:
    for number in (2, 3, 1):
        yield from read_here(order, part_of(inputs, f"{number}/3"), out)


@pytest.mark.parametrize("read", [partial(read_in_processes, jobs=2), _in_parts])
def test_writes_the_same_files_whoever_reads(
    read: Read, archives: list[Input], read_once: dict[str, bytes], tmp_path: Path
) -> None:
    outcomes = list(read(ORDER, archives, _prepared(tmp_path)))
    assert len(outcomes) == len(archives)
    assert _files(tmp_path) == read_once


def test_goes_on_after_a_process_was_killed(
    archives: list[Input], read_once: dict[str, bytes], tmp_path: Path
) -> None:
    killed: set[int] = set()
    out = _prepared(tmp_path)
    for _ in read_in_processes(ORDER, archives[:2], out, 1):
        for worker in active_children():
            assert worker.pid is not None
            killed.add(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)
    assert len(killed) == 2
    assert _files(tmp_path).items() <= read_once.items()
    assert out.is_done("0")
    assert out.is_done("1")


def test_gives_up_an_input_whose_processes_die(archives: list[Input], tmp_path: Path) -> None:
    order = Order(hosts=ORDER.hosts, modules=("tests.batch.deadly",))
    (outcome,) = read_in_processes(order, archives[:1], _prepared(tmp_path), 1)
    assert isinstance(outcome, Failed)
    assert (outcome.input, outcome.exit_code) == (archives[0].source, 75)
    assert "died 3 times" in outcome.words


def test_leaves_alone_what_is_done_and_removes_what_a_killed_process_left(
    archives: list[Input], read_once: dict[str, bytes], tmp_path: Path
) -> None:
    out = _prepared(tmp_path)
    first = extract_file(ORDER, archives[0], out)
    written = out.output("0").stat()
    draft = tmp_path / f".1.jsonl.gz.part-{platform.node()}-{_a_process_that_is_no_more()}"
    draft.write_bytes(b"half")
    _prepared(tmp_path)
    again = list(read_here(ORDER, archives, out))
    assert again[0] == first
    assert out.output("0").stat().st_mtime_ns == written.st_mtime_ns
    assert _files(tmp_path) == read_once


def _a_process_that_is_no_more() -> int:
    child = subprocess.Popen(["true"])
    child.wait()
    return child.pid


def test_reads_again_what_was_cut_off_before_its_last_step(
    archives: list[Input], read_once: dict[str, bytes], tmp_path: Path
) -> None:
    out = _prepared(tmp_path)
    list(read_here(ORDER, archives, out))
    out.output("2").unlink()  # the line of the manifest stands before it
    list(read_here(ORDER, archives, out))
    assert _files(tmp_path) == read_once


def test_says_that_an_input_has_changed(archives: list[Input], tmp_path: Path) -> None:
    source = Input(str(tmp_path / "a.warc.gz"))
    data = Path(archives[0].source).read_bytes()
    Path(source.source).write_bytes(data)
    out = _prepared(tmp_path / "out")
    assert isinstance(extract_file(ORDER, source, out), Outcome)
    Path(source.source).write_bytes(data + data)
    found = extract_file(ORDER, source, out)
    assert isinstance(found, Failed)
    assert "has changed since" in found.words


def test_takes_no_other_extractor_into_a_folder(archives: list[Input], tmp_path: Path) -> None:
    out = _prepared(tmp_path)
    with pytest.raises(BadArgument, match="name another folder"):
        out.prepare({"extractor": "0.0.9"})
    other = Order(hosts=ORDER.hosts, extractor="0.0.9")
    found = extract_file(other, archives[0], out)
    assert isinstance(found, Failed)
    assert (found.exit_code, out.is_done("0")) == (78, False)


def test_an_input_that_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    out = _prepared(tmp_path)
    found = extract_file(ORDER, Input(str(tmp_path)), out)
    assert isinstance(found, Failed)
    assert [*_files(tmp_path)] == ["extractor.json"]
