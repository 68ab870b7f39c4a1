"""A bucket holds what a folder would: each output once, whoever was first."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import pytest

from newsspider.batch.extract_file import Failed, Order, Outcome, extract_file, read_here
from newsspider.batch.inputs import Input, inputs_named, part_of
from newsspider.batch.out_bucket import OutBucket
from newsspider.batch.out_folder import OutFolder
from newsspider.batch.out_place import OutPlace
from newsspider.batch.processes import read_in_processes
from newsspider.errors import BadArgument
from newsspider.shared.object_store import ObjectStore
from newsspider.store.pages.fixtures import Fixture, folders
from tests.shared.served import Line, s3
from tests.support.project import PROJECT
from tests.support.warc_files import of_cases, packed

ORDER: Final = Order(hosts=("sindonews.com",))
MADE_BY: Final = {"extractor": ORDER.extractor}
URL: Final = "s3://kabar/arsip"


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Input]:
    """Return three WARC files of some articles each."""
    folder = tmp_path_factory.mktemp("archives")
    cases = [Fixture.load(case) for case in folders(PROJECT / "fixtures" / "sindonews")][:6]
    for number in range(3):
        (folder / f"{number}.warc.gz").write_bytes(packed(of_cases(cases[number::3])))
    return inputs_named([f"{folder}/*.warc.gz"])


@pytest.fixture(scope="module")
def in_a_folder(
    archives: list[Input], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Return the files that a folder has of the archives."""
    out = OutFolder(tmp_path_factory.mktemp("out"))
    _read_all(out, archives)
    return _files(out.folder)


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """Return the way to an S3 that this process is led to."""
    with s3() as (way, environment):
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield way


def _read_all(out: OutPlace, archives: list[Input]) -> list[Outcome | Failed]:
    out.prepare(MADE_BY)
    return list(read_here(ORDER, archives, out))


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _objects(url: str) -> dict[str, bytes]:
    store = ObjectStore.open(url)
    return {name: store.get(name) or b"" for name in store.names("")}


def test_an_s3_holds_what_a_folder_would_and_goes_on_where_it_stopped(
    line: Line, archives: list[Input], in_a_folder: dict[str, bytes]
) -> None:
    out = OutBucket(URL)
    out.prepare(MADE_BY)
    for part in ("2/2", "1/2"):
        list(read_here(ORDER, part_of(archives, part), out))
    assert _objects(URL) == in_a_folder
    store = ObjectStore.open(URL)
    store.delete(["1.jsonl.gz"])  # as a kill after the line of the manifest leaves it
    assert not out.is_done("1")
    assert [type(each) for each in _read_all(out, archives)] == [Outcome] * 3
    assert _objects(URL) == in_a_folder


def test_processes_write_into_a_folder_by_its_address(
    archives: list[Input], in_a_folder: dict[str, bytes], tmp_path: Path
) -> None:
    out = OutBucket(tmp_path.as_uri())
    out.prepare(MADE_BY)
    assert len(list(read_in_processes(ORDER, archives, out, jobs=2))) == 3
    assert _files(tmp_path) == in_a_folder


def test_whoever_comes_second_finds_the_same_or_is_refused(
    archives: list[Input], tmp_path: Path
) -> None:
    first, second = OutBucket(tmp_path.as_uri()), OutBucket(tmp_path.as_uri())
    first.prepare(MADE_BY)
    with second.writing("a") as slow:
        slow.write(b"sama")
        with first.writing("a") as fast:
            fast.write(b"sama")
    assert _files(tmp_path)["a.jsonl.gz"] == b"sama"
    (tmp_path / "0.jsonl.gz").write_bytes(b"lain")
    found = extract_file(ORDER, archives[0], first)
    assert isinstance(found, Failed)
    assert found.exit_code == 78
    assert "0.jsonl.gz: holds other records" in found.words
    assert (tmp_path / "0.jsonl.gz").read_bytes() == b"lain"


def test_a_draft_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    out = OutBucket(tmp_path.as_uri())
    with suppress(OSError), out.writing("a") as draft:
        draft.write(b"sete")
        raise OSError("penuh")
    assert not out.is_done("a")
    assert "a.jsonl.gz" not in _files(tmp_path)


def test_a_store_that_ignores_create_if_absent_is_refused(line: Line) -> None:
    line.strips = True
    with pytest.raises(BadArgument, match="--out s3://kabar/arsip: the store ignores") as refused:
        OutBucket(URL).prepare(MADE_BY)
    assert refused.value.exit_code == 78


def test_takes_no_other_extractor_into_a_bucket(tmp_path: Path) -> None:
    out = OutBucket(tmp_path.as_uri())
    out.prepare(MADE_BY)
    with pytest.raises(BadArgument, match="name another folder"):
        out.prepare({"extractor": "0.0.9"})


def test_a_bucket_that_is_away_ends_with_75(line: Line, archives: list[Input]) -> None:
    out = OutBucket(URL)
    out.prepare(MADE_BY)
    line.cut = True
    (found,) = read_here(ORDER, archives[:1], out)
    assert isinstance(found, Failed)
    assert found.exit_code == 75
