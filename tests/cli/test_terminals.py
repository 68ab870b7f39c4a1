"""The commands in pipes, on terminals and in locales that are not the usual ones."""

import bz2
import gzip
import json
import lzma
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.files.compressed import zstd
from newsspider.store.store import Store
from tests.commands.test_state import DAYS, NOW, record
from tests.support.commands import nobody_reads, opened, scrapy
from tests.support.project import PROJECT, environment

COMMANDS: Final = (
    "show {}",
    "status -s OUTPUT_DIR={}",
    "status --json -s OUTPUT_DIR={}",
    "coverage --since=2026-07-23 --until=2026-07-25 -s OUTPUT_DIR={}",
    "duplicates --json -s OUTPUT_DIR={}",
    "history --headlines -s OUTPUT_DIR={}",
    "history --gone -s OUTPUT_DIR={}",
    "history sindonews:pena:1731001 -s OUTPUT_DIR={}",
    "verify -s OUTPUT_DIR={}",
    "search garam --json -s OUTPUT_DIR={}",
    "counts --chart -s OUTPUT_DIR={}",
    "extract fixtures/sindonews/2025-26-lists",
)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles: one revised, one taken down, two of the same text."""
    folder = tmp_path_factory.mktemp("output")
    store = Store.open(folder, "sindonews", NOW, indexes=[Duplicates()])
    for number in (1731001, 1731003, 1731005):
        store.append(record(number, headline=f"Harga “Garam” Naik {number} 🧂 العربية"), NOW)
    headline = "Harga “Garam” Turun 1731001 🧂 العربية"
    store.append(record(1731001, headline=headline), NOW)
    store.articles.missing("sindonews:pena:1731003", NOW, "404")
    for day in DAYS:
        store.days.listed(*day, ["https://ekbis.sindonews.com/read/1/1/x"])
    store.close()
    return folder


def words(command: str, output: Path) -> list[str]:
    return [word.format(output) for word in command.split()]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_has_enough_is_no_error(command: str, output: Path) -> None:
    with nobody_reads() as pipe:
        done = scrapy(*words(command, output), stdout=pipe)
    assert (done.returncode, done.stderr) == (-13, "")  # SIGPIPE, as of any program in a pipe


@pytest.mark.parametrize("command", ["rebuild", "compress --older-than 0d", "backup {}/copy"])
def test_what_writes_goes_on_when_its_reader_leaves(
    command: str, output: Path, tmp_path: Path
) -> None:
    mine = shutil.copytree(output, tmp_path / "mine")
    with nobody_reads() as pipe:
        done = scrapy(*words(command, tmp_path), "-s", f"OUTPUT_DIR={mine}", stdout=pipe)
    assert (done.returncode, done.stderr) == (0, "")
    assert scrapy("verify", "-s", f"OUTPUT_DIR={mine}").returncode == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_standard_output_is_told_in_one_line(command: str, output: Path) -> None:
    with opened("/dev/full") as full:
        done = scrapy(*words(command, output), stdout=full)
    assert done.returncode == 74
    [line] = done.stderr.splitlines()
    assert "standard output: No space left on device" in line


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp437"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_without_unicode_shows_what_it_can(
    command: str, encoding: str, output: Path
) -> None:
    done = scrapy(*words(command, output), encoding=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    if "--json" in command or "extract" in command:
        expected = scrapy(*words(command, output)).stdout
        told = [json.loads(line) for line in done.stdout.splitlines()]
        assert told == [json.loads(line) for line in expected.splitlines()]


def test_a_calendar_without_blocks_still_tells_its_days_apart(output: Path) -> None:
    shown = scrapy(*words(COMMANDS[3], output), encoding="ascii").stdout
    assert "# complete  + articles or sections missing  . not read" in shown


def test_a_locale_of_ascii_is_such_a_terminal() -> None:
    """The environment that Python itself looks at: LC_ALL=C, without its help for such."""
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "extract", "fixtures/sindonews/2025-26-arabic"],
        env=environment() | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["headline"]


@pytest.mark.parametrize("columns", ["0", "1", "9", "999999999999"])
@pytest.mark.parametrize("command", [*COMMANDS, "status --help", "show --help"])
def test_a_width_that_no_terminal_has_stands_for_not_known(
    command: str, columns: str, output: Path
) -> None:
    usual = scrapy(*words(command, output), variables={"COLUMNS": None})
    absurd = scrapy(*words(command, output), variables={"COLUMNS": columns})
    assert (absurd.returncode, absurd.stdout) == (0, usual.stdout)


def on_a_terminal(*arguments: str, **variables: str) -> str:
    settings = {"TERM": "xterm-256color", "NO_COLOR": None, "COLUMNS": None} | variables
    terminal, inside = os.openpty()
    done = scrapy(*arguments, variables=settings, stdout=inside)
    os.close(inside)
    shown = os.read(terminal, 1 << 16).decode()
    os.close(terminal)
    assert done.returncode == 0, done.stderr
    return shown


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"TERM": "unknown"}, {"NO_COLOR": "1"}])
def test_a_terminal_without_colours_shows_the_marks_of_a_diff(
    variables: dict[str, str], output: Path
) -> None:
    asked = ("history", "--headlines", "-s", f"OUTPUT_DIR={output}")
    assert "[-Naik-]{+Turun+}" in on_a_terminal(*asked, **variables)
    coloured = on_a_terminal(*asked)
    assert "\x1b[" in coloured
    assert "[-Naik-]" not in coloured


@pytest.mark.skipif(os.geteuid() != 0, reason="gives the files to another user: needs root")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("show {}", 73),
        ("verify -s OUTPUT_DIR={}", 73),
        ("status -s OUTPUT_DIR={}", 73),
        ("history --gone -s OUTPUT_DIR={}", 73),
        ("counts -s OUTPUT_DIR={}", 73),
        ("search garam -s OUTPUT_DIR={}", 73),
        ("extract {}/sindonews-2026-07-27.jsonl", 78),
    ],
)
def test_a_file_that_one_may_not_read_is_named(
    command: str, code: int, output: Path, tmp_path: Path
) -> None:
    theirs = shutil.copytree(output, tmp_path / "theirs")
    for path in (theirs, *theirs.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.chown(path, 65534, 65534)
    drop = "setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all"
    done = subprocess.run(
        [*shlex.split(drop), sys.executable, "-m", "scrapy", *words(command, theirs)],
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    [line] = done.stderr.splitlines()
    assert "Permission denied" in line
    assert str(theirs) in line


COMPRESSORS: Final[dict[str, Callable[[bytes], bytes]]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


@pytest.mark.parametrize("end", COMPRESSORS)
def test_a_compressed_day_is_shown_and_compared_as_before(
    end: str, output: Path, tmp_path: Path
) -> None:
    packed = shutil.copytree(output, tmp_path / "packed")
    day = packed / "sindonews-2026-07-27.jsonl"
    day.with_name(day.name + end).write_bytes(COMPRESSORS[end](day.read_bytes()))
    day.unlink()
    usual, shown = scrapy("show", str(output)), scrapy("show", str(packed))
    assert shown.returncode == 0, shown.stderr
    assert ": 4 articles" in shown.stdout
    assert shown.stdout.splitlines()[:-1] == usual.stdout.splitlines()[:-1]
    assert scrapy("show", f"{day}{end}", "--nth", "2").returncode == 0
    asked = ("history", "sindonews:pena:1731001", "-s")
    compared = scrapy(*asked, f"OUTPUT_DIR={packed}")
    assert compared.stdout == scrapy(*asked, f"OUTPUT_DIR={output}").stdout
    assert scrapy("verify", "-s", f"OUTPUT_DIR={packed}").returncode == 0


def test_a_compressed_day_that_is_damaged_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sindonews-2026-07-27.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}\n" * 1000)[:-9])
    done = scrapy("show", str(tmp_path))
    assert done.returncode == 74
    [line] = done.stderr.splitlines()
    assert f"output damaged: {path}" in line


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("{} --nth 9", "has records 1 to 4"),
        ("{} --nth 0", "has records 1 to 4"),
        ("{} --nth dua", "invalid int value"),
        ("{}/state", "no records; crawl first"),
        ("{}/nowhere", "No such file"),
        ("fixtures/sindonews/2025-26-lists/meta.json", "no JSON lines"),
    ],
)
def test_show_says_what_is_not_there(arguments: str, says: str, output: Path) -> None:
    done = scrapy("show", *words(arguments, output))
    assert done.returncode in {73, 78}
    [line] = done.stderr.splitlines()
    assert says in line
