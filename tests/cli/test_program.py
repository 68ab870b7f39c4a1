"""The wheel as it is installed: a `newsspider` command, in any folder."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import pytest

from newsspider.cli import program
from tests.support.crawling import records
from tests.support.project import PROJECT

REPLAY: Final = ("-s", f"REPLAY_DIR={PROJECT / 'fixtures'}")
SHIPPED: Final = ("pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel, built and installed without network, in a path with spaces."""
    folder = tmp_path_factory.mktemp("folder of a user")
    tree = folder / "tree"
    left_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PROJECT / "newsspider", tree / "newsspider", ignore=left_out)
    for name in SHIPPED:
        shutil.copy(PROJECT / name, tree)
    uv = (sys.executable, "-m", "uv", "--quiet", "--offline")
    built = ("--wheel", "--no-build-isolation", "--python", sys.executable)
    subprocess.run([*uv, "build", *built, "-o", str(folder), str(tree)], check=True)
    [wheel] = folder.glob("*.whl")
    home = folder / "venv"
    venv.create(home, symlinks=True)
    put = ("pip", "install", "--no-deps", "--python", str(home))
    subprocess.run([*uv, *put, str(wheel)], check=True)
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)})
    of_tests = Path(paths["purelib"]) / "of_tests.pth"  # what a user's pip fetches
    of_tests.write_text(sysconfig.get_paths()["purelib"], encoding="utf-8")
    return home / "bin" / "newsspider"


def run(installed: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    ours = ("PYTHONPATH", "SCRAPY_SETTINGS_MODULE")
    env = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        [installed, *args], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


def test_a_wheel_gives_a_command_that_crawls_into_the_current_folder(
    installed: Path, tmp_path: Path
) -> None:
    crawled = run(installed, tmp_path, "crawl", "sindonews", "-a", "limit=2", *REPLAY)
    assert crawled.returncode == 0, crawled.stderr
    assert len(records(tmp_path / "output")) == 2
    status = run(installed, tmp_path, "status", "--json")
    assert sum(section["articles"] for section in json.loads(status.stdout)["kanals"]) == 2


def test_a_wheel_advises_the_command_that_is_there(installed: Path, tmp_path: Path) -> None:
    listed = run(installed, tmp_path)
    assert "  newsspider <command> [options] [args]" in listed.stdout
    assert "  verify " in listed.stdout
    helped = run(installed, tmp_path, "verify", "--help")
    assert "scrapy " not in helped.stdout
    assert "newsspider verify -s OUTPUT_DIR=archive" in helped.stdout


def test_a_wheel_is_typed_and_says_what_it_is_for(installed: Path) -> None:
    [package] = installed.parents[1].glob("lib/python*/site-packages/newsspider")
    assert (package / "py.typed").is_file()
    [metadata] = package.parent.glob("newsspider-*.dist-info/METADATA")
    told = metadata.read_text(encoding="utf-8").splitlines()
    assert "Framework :: Scrapy" in {line.removeprefix("Classifier: ") for line in told}
    assert "Requires-Python: >=3.11" in told


def test_scrapyd_finds_the_settings_where_it_looks(installed: Path) -> None:
    [package] = installed.parents[1].glob("lib/python*/site-packages")
    [ours] = distributions(name="newsspider", path=[str(package)])
    [found] = ours.entry_points.select(group="scrapy", name="settings")
    assert found.value == program.SETTINGS


@pytest.mark.parametrize(("typed", "advised"), [
    ("/usr/bin/newsspider", "state corrupt; run `newsspider rebuild`"),
    ("newsspider.exe", "state corrupt; run `newsspider rebuild`"),
    ("/usr/bin/scrapy", "state corrupt; run `scrapy rebuild`"),
    ("-m", "state corrupt; run `scrapy rebuild`"),
])  # fmt: skip
def test_advice_names_the_program_that_was_typed(
    typed: str, advised: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [typed, "verify"])
    assert program.as_typed("state corrupt; run `scrapy rebuild`") == advised
