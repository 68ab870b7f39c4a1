"""`scrapy extract --warc`: what is answered, and what is refused before anything is read."""

import gzip
import json
import sys
from pathlib import Path
from typing import Final

import pytest

from newsspider.store.pages.fixtures import Fixture
from tests.support.in_process import run
from tests.support.project import PROJECT
from tests.support.warc_files import of_case, packed

CASES: Final = PROJECT / "fixtures" / "sindonews"
NAMES: Final = ("2025-26-lists", "2025-26-two-pages-showpage-all", "2025-26-dateline-plain")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return a WARC file of three articles."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(each for name in NAMES for each in of_case(Fixture.load(CASES / name))))
    return path


def test_prints_the_records_of_a_file(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", "--warc", str(archive)) == 0
    printed = capsys.readouterr()
    expected = [json.loads((CASES / name / "expected.json").read_bytes()) for name in NAMES]
    assert [json.loads(line) for line in printed.out.splitlines()] == expected
    assert printed.err == ""


def test_reads_a_file_by_its_address(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("extract", "--warc", str(archive)) == 0
    by_path = capsys.readouterr().out
    assert run("extract", "--warc", archive.as_uri()) == 0
    assert capsys.readouterr().out == by_path
    missing = archive.with_name("no.warc.gz").as_uri()
    assert run("extract", "--warc", missing) == 74
    told = capsys.readouterr().err
    assert told.startswith(f"extract: input or output failed: {missing}: ")
    assert told.endswith("; check the address and run again\n")
    assert told.count("\n") == 1


def test_says_how_many_files_were_not_read(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing, out = archive.with_name("no.warc.gz").as_uri(), archive.with_name("out")
    given = ("--warc", str(archive), missing, "--jobs", "1", "--out", str(out))
    assert run("extract", *given) == 74
    assert capsys.readouterr().out == f"{out}: 3 records of 1 files, 0 of them before; 1 not read\n"


def test_names_damage_and_reads_all_the_rest(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[:-50])
    foreign = archive.with_name("b.warc")
    foreign.write_text("<html>galat</html>")
    out = archive.with_name("out")
    assert (
        run("extract", "--warc", f"{archive.parent}/*.warc*", "--jobs", "1", "--out", str(out))
        == 65
    )
    printed = capsys.readouterr()
    cut, other = printed.err.splitlines()
    assert cut.startswith("extract: a.warc.gz: byte ")
    assert cut.endswith(": cut: the record has no end")
    assert other == "extract: b.warc: byte 0: foreign: no WARC record"
    assert printed.out == f"{out}: 2 records of 2 files, 0 of them before\n"
    assert len(gzip.decompress((out / "a.jsonl.gz").read_bytes()).splitlines()) == 2
    assert run("extract", "--warc", str(archive)) == 65
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_tells_the_same_when_it_is_run_again(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = archive.with_name("out")
    for before in (0, 1):
        assert run("extract", "--warc", str(archive), "--out", str(out), "--jobs", "1") == 0
        assert capsys.readouterr().out == f"{out}: 3 records of 1 files, {before} of them before\n"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--warc", "no-such.warc.gz"), "--warc no-such.warc.gz: no such file"),
        (("--warc", "{folder}"), "a folder; write '{folder}/*.warc.gz'"),
        (("--warc", "{a}", "{a}.copy/a.warc"), "2 files would be written as a.jsonl.gz"),
        (("--warc", "ftp://a.example/a.warc"), "--warc ftp://a.example/a.warc: write https://…"),
        (("--warc", "{a}", "--jobs", "2"), "--jobs: only with --out"),
        (("--warc", "{a}", "--part", "1/2"), "--part: only with --out"),
        (
            ("--warc", "{a}", "--out", "o", "--part", "0/2"),
            "--part 0/2: write I/N, from 1/N to N/N",
        ),
        (("--warc", "{a}", "--out", "o", "--part", "3/2"), "--part 3/2: write I/N"),
        (("--warc", "{a}", "--out", "o", "--part", "half"), "--part half: write I/N"),
        (("--warc", "{a}", "--out", "o", "--jobs", "0"), "--jobs 0: write a number from 1"),
        (("--warc", "{a}", "--out", "o", "--jobs", "2", "--dask", "x"), "--jobs: not with --dask"),
        (("--warc", "{a}", "--out", "o", "--indent", "2"), "--indent: not with --out"),
        (("--warc", "{a}", "--out", "https://a.example/o"), "--out https://a.example/o: write s3:"),
        (("--warc", "{a}", "--out", "{a}"), "cannot write: creating {a}"),
        (("--warc", "{a}", "--url", "https://x.example"), "--url: not with --warc"),
        (
            ("--warc", "{a}", "--hosts", "https://kabar.example"),
            "--hosts https://kabar.example: write",
        ),
        (("--warc", "{a}", "--hosts", ","), "--hosts ,: write DOMAIN,DOMAIN"),
        (("--out", "o"), "--out: only with --warc"),
        (("page.html", "--hosts", "kabar.example"), "--hosts: only with --warc"),
    ],
)
def test_refuses_before_it_reads(
    options: tuple[str, ...],
    says: str,
    archive: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(archive.parent)
    copy = Path(f"{archive}.copy/a.warc")
    copy.parent.mkdir()
    copy.write_bytes(b"")
    places = {"a": str(archive), "folder": str(archive.parent)}
    code = run("extract", *(option.format(**places) for option in options))
    printed = capsys.readouterr()
    assert code in (73, 78)
    assert says.format(**places) in printed.err
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert not Path("o").exists()


@pytest.mark.parametrize(
    ("options", "module", "extra"),
    [
        ((), "fastwarc", "archive"),
        (("--out", "o", "--dask", "tcp://127.0.0.1:1"), "distributed", "cluster"),
        (("--out", "s3://ember/o"), "obstore", "shared"),
    ],
)
def test_names_the_extra_that_is_missing(
    options: tuple[str, ...],
    module: str,
    extra: str,
    archive: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)  # what is not installed cannot be imported
    assert run("extract", "--warc", str(archive), *options) == 78
    assert f"needs {module}; install newsspider[{extra}]" in capsys.readouterr().err


def test_reads_other_domains_that_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = PROJECT / "fixtures" / "web" / "english-json-ld"
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(of_case(Fixture.load(case))))
    assert run("extract", "--warc", str(path)) == 0
    assert capsys.readouterr().out == ""
    assert run("extract", "--warc", str(path), "--hosts", "harbourledger.example") == 0
    expected = json.loads((case / "expected.json").read_bytes())
    assert json.loads(capsys.readouterr().out) == expected
