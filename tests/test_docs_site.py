"""The documentation site is built without a warning, and what its pages show runs, in order."""

import re
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from simulator.running import running
from simulator.world import World
from tests.support.commands import scrapy
from tests.support.crawling import AT_ONCE
from tests.support.in_process import run
from tests.support.project import environment
from tests.test_docs import ROOT

DOCS: Final = ROOT / "docs"
ELSEWHERE: Final = {"export.md", "full-text-search.md"}  # run by tests/test_pages.py
UNTIL_STOPPED: Final = {"simulator.md"}  # a server
PAGES: Final = sorted(
    path.relative_to(DOCS).as_posix()
    for path in DOCS.rglob("*.md")
    if re.search(r"^```(?:console|python)$", path.read_text("utf-8"), re.MULTILINE)
    and path.name not in ELSEWHERE | UNTIL_STOPPED
)
SAVED: Final = ("-s", f"REPLAY_DIR={ROOT / 'fixtures'}", "-L", "ERROR")


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    order = ("-m", "sphinx", "--quiet", "--fail-on-warning", "--keep-going", "-b", "html")
    built = subprocess.run(
        [sys.executable, *order, DOCS, tmp_path / "site", "-d", tmp_path / "doctrees"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    record = (tmp_path / "site" / "reference" / "record.html").read_text(encoding="utf-8")
    assert "date_published_source" in record
    assert "the evidence that won" in record


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the first command of the quickstart leaves."""
    folder = tmp_path_factory.mktemp("demo")
    crawl(folder, "sindonews", "-s", "OUTPUT_DIR=output/demo")
    return folder / "output"


def crawl(folder: Path, *arguments: str) -> None:
    """Run `scrapy crawl` in a folder, off the network: the newest articles of the saved site, or
    the archive of a simulated one, which has every day."""
    if not any(argument.startswith("since=") for argument in arguments):
        ended(folder, *arguments, *SAVED)
        return
    with chdir(ROOT), running(World(until=date(2026, 7, 26), articles=20, days=2)) as site:
        ended(folder, *arguments, "-s", f"CONNECT_TO={site.address}", *AT_ONCE)


def ended(folder: Path, *arguments: str) -> None:
    """Run the crawl to its end, a good one."""
    done = scrapy("crawl", *arguments, folder=folder)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", PAGES)
def test_what_the_page_shows_runs(
    name: str,
    demo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(demo, tmp_path / "output")
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    text = (DOCS / name).read_text(encoding="utf-8")
    for language, block in re.findall(r"^```(\w+)\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        if language == "python":
            exec(compile(block, name, "exec"), {})
        elif language == "console":
            for line in block.splitlines():
                follow(line, tmp_path, capsys)


def follow(line: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Do what a line after the prompt says; the crawl that `demo` has done already is not done
    again."""
    prompt, scrapy, command, *arguments = shlex.split(line)
    assert (prompt, scrapy) == ("$", "scrapy")
    if command != "crawl":
        assert run(command, *arguments) == 0, capsys.readouterr().err
    elif "OUTPUT_DIR=output/demo" not in arguments:
        crawl(folder, *arguments)


def test_the_first_steps_are_those_of_make_demo() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2]
    made = [line.strip("\t@") for line in recipe.splitlines()[1:] if line.startswith("\t")][:3]
    made = [line.replace("$(BIN)/", "$ ").replace("$(OUTPUT)", "output/demo") for line in made]
    shown = re.search(
        r"```console\n(.*?)```", (DOCS / "quickstart.md").read_text("utf-8"), re.DOTALL
    )
    assert shown is not None
    assert [sorted(line.split()) for line in shown[1].splitlines()] == [
        sorted(line.split()) for line in made
    ]
