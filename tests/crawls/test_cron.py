"""The crontab line and the systemd units of the README, run as cron and systemd run them."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.support.project import PROJECT
from tests.test_docs import README

DEPLOYED: Final = "/srv/newsspider"
REPLAY: Final = "-s REPLAY_DIR=fixtures"
CRON: Final = {"LOGNAME": "newsspider", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin", "LANG": "C"}
SYSTEMD: Final = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "LANG": "C.UTF-8"}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def unit(section: str) -> configparser.SectionProxy:
    """The section of that name, from whichever unit has it."""
    for block in blocks("ini"):
        parser = configparser.ConfigParser(interpolation=None)
        parser.optionxform = str  # type: ignore[assignment, method-assign]
        parser.read_string(block)
        if section in parser:
            return parser[section]
    raise AssertionError(f"the README has no unit with [{section}]")


@pytest.fixture
def deployed(tmp_path: Path) -> Path:
    """A checkout as the README has it in /srv/newsspider: with an environment, without output."""
    home = tmp_path / "newsspider"
    home.mkdir()
    for name in ("newsspider", "scrapy.cfg", "fixtures"):
        (home / name).symlink_to(PROJECT / name)
    (home / ".venv").symlink_to(sys.prefix)
    return home


def stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("*.jsonl")))


def run(
    command: str, deployed: Path, folder: str | Path, environment: dict[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["/bin/sh", "-c", command.replace(DEPLOYED, str(deployed))],
        env=environment | {"HOME": str(deployed.parent)},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_crontab_line_and_the_service_store_what_a_shell_stores(deployed: Path) -> None:
    """Case 15: an environment that is nearly empty, a C locale, another folder."""
    shell = os.environ | {"LANG": "en_US.UTF-8"}
    done = run(f".venv/bin/scrapy crawl sindonews {REPLAY}", deployed, deployed, shell)
    assert done.returncode == 0, done.stderr
    expected = stored(deployed / "output")
    assert expected.count(b"\n") >= 16

    [line] = blocks("cron")
    *schedule, command = line.split(maxsplit=5)
    assert len(schedule) == 5
    assert "%" not in command  # cron's newline
    (deployed / "output").rename(deployed / "by-hand")
    by_cron = run(f"{command.strip()} {REPLAY}", deployed, "/", CRON)
    assert by_cron.returncode == 0, by_cron.stderr
    assert by_cron.stdout == ""
    assert by_cron.stderr == ""  # nothing that cron would mail
    assert stored(deployed / "output") == expected
    assert (deployed / "output" / "sindonews.log").stat().st_size

    service = unit("Service")
    (deployed / "output").rename(deployed / "by-cron")
    folder = Path(service["WorkingDirectory"].replace(DEPLOYED, str(deployed)))
    by_systemd = run(f"exec {service['ExecStart']} {REPLAY}", deployed, folder, SYSTEMD)
    assert by_systemd.returncode == 0, by_systemd.stderr
    assert stored(deployed / "output") == expected


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd-analyze")
def test_systemd_itself_finds_no_fault_in_the_units(deployed: Path, tmp_path: Path) -> None:
    manual = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")
    names = ("newsspider.service", "newsspider.timer", "newsspider-failed.service")
    found = re.findall(r"```ini\n(.*?)```", README + manual, re.DOTALL)
    for name, text in zip(names, found, strict=True):
        (tmp_path / name).write_text(text.replace(DEPLOYED, str(deployed)), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_units_are_such_as_systemd_takes() -> None:
    """systemd itself is not at hand: absolute paths, no shell, a stop that a crawl can keep."""
    service, timer = unit("Service"), unit("Timer")
    program, *arguments = shlex.split(service["ExecStart"])
    assert Path(program).is_absolute()
    assert Path(service["WorkingDirectory"]).is_absolute()
    assert arguments == ["crawl", "sindonews"]
    assert not re.search(r"[|&;<>%$]", service["ExecStart"])
    assert int(service["TimeoutStopSec"]) > 30  # seconds in which SIGTERM ends a crawl
    assert service["SuccessExitStatus"] == "75"
    assert re.fullmatch(r"\*:\d\d", timer["OnCalendar"])
    assert unit("Install")["WantedBy"] == "timers.target"
