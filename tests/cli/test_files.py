"""Where the files of a crawl come to lie, and who may go on with them."""

import os
import stat
from pathlib import Path

import pytest

from newsspider.cli.home_folder import expanded
from newsspider.store.store import Store
from tests.commands.test_state import NOW, record
from tests.support.commands import scrapy
from tests.support.project import PROJECT

REPLAY = ("crawl", "sindonews", "-s", f"REPLAY_DIR={PROJECT / 'fixtures'}", "-a", "limit=1")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / f"rumah {'jauh ' * 12}"  # wider than a terminal
    folder.mkdir()
    return folder


def test_a_tilde_is_the_home_folder_in_every_option_that_names_a_file(home: Path) -> None:
    (home / "fixtures").symlink_to(PROJECT / "fixtures")
    done = scrapy(
        "crawl",
        "sindonews",
        "-a",
        "limit=1",
        "--logfile=~/log/crawl.log",
        "--output=~/made/records.jsonl",
        *("-s", "OUTPUT_DIR=~/berita", "-s", "REPLAY_DIR=~/fixtures"),
        variables={"HOME": str(home)},
    )
    assert done.returncode in {0, 75}, done.stderr
    assert list((home / "berita").glob("*.jsonl"))
    assert (home / "log" / "crawl.log").stat().st_size
    assert (home / "made" / "records.jsonl").stat().st_size
    assert not (PROJECT / "~").exists()
    told = scrapy("show", "-s", "OUTPUT_DIR=~/berita", variables={"HOME": str(home)})
    assert str(home / "berita") in told.stdout


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("extract ~/sindonews/ada", "no meta.json in or below this folder"),
        ("verify --elsewhere=~/tidak-ada", "{}/tidak-ada"),
        ("fixture sindonews/ada https://contoh.id --fixtures=~", "{}/sindonews/ada"),
    ],
)
def test_a_tilde_is_the_home_folder_in_what_commands_are_given(
    command: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "sindonews" / "ada").mkdir(parents=True)
    Store.open(tmp_path, "sindonews", NOW).close()
    asked = (*command.split(), "-s", f"OUTPUT_DIR={tmp_path}")
    done = scrapy(*asked, variables={"HOME": str(tmp_path)})
    assert done.returncode == 78, done.stderr
    assert says.format(tmp_path) in done.stderr


@pytest.mark.parametrize("path", ["out", "./~", "a~b", "~nobody-of-that-name/x", ""])
def test_what_is_no_home_folder_stays(path: str) -> None:
    assert expanded(path) == path


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("umask", "mode"), [(0o002, 0o664), (0o077, 0o600), (0o022, 0o644)])
def test_a_run_gives_its_files_the_permissions_of_the_umask(
    umask: int, mode: int, tmp_path: Path
) -> None:
    log = tmp_path / "log" / "crawl.log"
    before = os.umask(umask)
    try:
        done = scrapy(*REPLAY, "-s", f"OUTPUT_DIR={tmp_path / 'out'}", "--logfile", str(log))
    finally:
        os.umask(before)
    assert done.returncode in {0, 75}, done.stderr
    assert modes(tmp_path) == {mode}


def test_the_side_files_of_the_state_have_its_permissions(tmp_path: Path) -> None:
    before = os.umask(0o002)
    try:
        store = Store.open(tmp_path, "sindonews", NOW)
        store.append(record(1731001), NOW)
        store.flush()
        assert modes(tmp_path) == {0o664}
        assert list((tmp_path / "state").glob("*-wal"))
        store.close()
    finally:
        os.umask(before)
