"""`make`: an environment that cannot be used is made again, a Python that cannot do it refused."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.project import PROJECT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "folder of a user"
    folder.mkdir()
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        shutil.copy(PROJECT / name, folder)
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # The tests may be run by make itself, which tells its children so.
    alone = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *words], cwd=folder, env=alone, capture_output=True, text=True, check=False
    )


def program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def made_by_venv(venv: Path) -> Path:
    venv.mkdir()
    (venv / "pyvenv.cfg").touch()
    return venv / "bin"


def dangling(venv: Path) -> None:
    (made_by_venv(venv)).mkdir()
    (venv / "bin" / "python").symlink_to("/nowhere/python3")


def half_made(venv: Path) -> None:
    made_by_venv(venv)


def old(venv: Path) -> None:
    program(made_by_venv(venv) / "python", 'case "$2" in *version_info*) exit 1;; esac')


def without_pip(venv: Path) -> None:
    program(made_by_venv(venv) / "python", 'case "$2" in *pip*) exit 1;; esac')


def moved(venv: Path) -> None:
    program(made_by_venv(venv) / "python", "")
    program(venv / "bin" / "scrapy", '\'\'\'exec\' "/else where/.venv/bin/python3" "$0" "$@"')


def usable(venv: Path, python: str = "") -> None:
    program(made_by_venv(venv) / "python", python)
    program(venv / "bin" / "scrapy", f'\'\'\'exec\' "{venv}/bin/python" "$0" "$@"')


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (dangling, "its Python does not start"),
        (half_made, "its Python does not start"),
        (old, "its Python is older than 3.11"),
        (without_pip, "it has no pip"),
        (moved, "it was moved here from another folder"),
    ],
)
def test_an_environment_that_cannot_be_used_is_made_again_and_said_why(
    broken: Callable[[Path], None], reason: str, checkout: Path
) -> None:
    broken(checkout / ".venv")
    (checkout / ".venv" / "run.done").touch()
    made = make(checkout, "-n", "install")
    assert made.stdout.splitlines()[0] == f".venv is made again: {reason}"
    assert "-m venv .venv" in made.stdout
    assert not (checkout / ".venv").exists()


def test_an_environment_that_can_be_used_is_left_alone(checkout: Path) -> None:
    venv = checkout / ".venv"
    usable(venv)
    (venv / "run.done").touch()
    assert make(checkout, "-n", "install").stdout == "make: Nothing to be done for 'install'.\n"
    assert "made again" not in make(checkout, "-n", "crawl").stdout


@pytest.mark.parametrize("target", ["help", "clean"])
def test_what_needs_no_environment_looks_at_none(target: str, checkout: Path) -> None:
    dangling(checkout / ".venv")
    assert "made again" not in make(checkout, "-n", target).stdout


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ('[ "$1" = -V ] && echo Python 3.10.13; exit 1', "is Python 3.10.13, 3.11 or newer is"),
        ('case "$2" in *ensurepip*) exit 1;; esac', "apt install python3-venv"),
        (None, "not found; install Python 3.11 or newer"),
    ],
)
def test_a_python_that_cannot_do_is_refused_in_one_line(
    script: str | None, words: str, checkout: Path, tmp_path: Path
) -> None:
    python = tmp_path / "python3"
    if script is not None:
        program(python, script)
    made = make(checkout, "install", f"PYTHON={python}")
    line, *of_make = made.stderr.splitlines()
    assert words in line
    assert all(told.startswith("make: ***") for told in of_make)
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("failing", [False, True])
def test_packages_are_named_while_they_come(failing: bool, checkout: Path) -> None:
    pip = "echo Collecting brotli==1.2.1; echo Installing collected packages: brotli"
    fault = "; echo ERROR: no matching distribution; exit 1" if failing else ""
    venv = checkout / ".venv"
    usable(venv, f'[ "$2" = pip ] || exit 0; {pip}{fault}')
    made = make(checkout, "install")
    told = [".venv: brotli==1.2.1", ".venv: unpacking 1 packages"]
    assert made.stdout.splitlines()[:2] == told
    assert ("ERROR: no matching distribution" in made.stdout) == failing
    assert (made.returncode != 0) == failing
    assert (venv / "run.done").exists() != failing


def test_a_folder_that_is_no_environment_is_not_removed(checkout: Path) -> None:
    mine = checkout / "mine"
    (mine / "bin").mkdir(parents=True)
    made = make(checkout, "-n", "install", "VENV=mine")
    assert "mine is no virtual environment" in made.stderr
    assert made.returncode != 0
    assert mine.is_dir()
