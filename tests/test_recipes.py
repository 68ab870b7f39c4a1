"""The recipes of docs/recipes/: what they type is what the program knows, and how they end."""

import re
import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from newsspider import settings
from newsspider.shared.session import LAST_PATIENCE
from tests.test_docs import ROOT

RECIPES: Final = ROOT / "docs" / "recipes"
PAGE: Final = (ROOT / "docs/howto/several-machines.md").read_text(encoding="utf-8")


def pod() -> dict[str, Any]:
    job = yaml.safe_load((RECIPES / "cronjob.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]
    return found


@pytest.mark.parametrize("path", sorted(RECIPES.iterdir()), ids=lambda path: path.name)
def test_a_recipe_names_settings_that_there_are_and_stands_on_the_page(path: Path) -> None:
    named = re.findall(r"-s[ \",]+f?\"?([A-Z_]+)=", path.read_text(encoding="utf-8"))
    assert [name for name in named if not hasattr(settings, name)] == []
    assert f"../recipes/{path.name}" in PAGE


def test_a_crawl_has_time_for_its_last_commit() -> None:
    unit = (RECIPES / "newsspider@.service").read_text(encoding="utf-8")
    found = re.search(r"^TimeoutStopSec=(\d+)$", unit, re.MULTILINE)
    assert found is not None
    assert int(found[1]) > LAST_PATIENCE
    assert pod()["terminationGracePeriodSeconds"] > LAST_PATIENCE


def crawling(folder: Path, script: str) -> "subprocess.Popen[bytes]":
    """The pod's command, with a `newsspider` that does what the script says."""
    program = folder / "newsspider"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
    program.chmod(0o755)
    container = pod()["containers"][0]
    return subprocess.Popen(
        [*container["command"], *container["args"]],
        env={"PATH": f"{folder}:/usr/bin:/bin", "SHARED": "file:///x", "CONTACT": "a@b.example"},
    )


@pytest.mark.parametrize(("code", "of_the_pod"), [(0, 0), (75, 0), (65, 65), (78, 78)])
def test_a_pod_fails_only_where_somebody_is_needed(
    code: int, of_the_pod: int, tmp_path: Path
) -> None:
    assert crawling(tmp_path, f"exit {code}").wait() == of_the_pod


def test_a_pod_that_is_ended_waits_for_its_crawl(tmp_path: Path) -> None:
    script = f"trap 'sleep 0.3; touch {tmp_path}/shared; exit 75' TERM; touch {tmp_path}/up\n"
    process = crawling(tmp_path, f"{script}while :; do sleep 0.05; done")
    while not (tmp_path / "up").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait() == 0
    assert (tmp_path / "shared").exists()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units() -> None:
    units = [str(path) for path in RECIPES.glob("newsspider@*")]
    done = subprocess.run(
        ["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False
    )
    assert [line for line in done.stderr.splitlines() if str(RECIPES) in line] == []
