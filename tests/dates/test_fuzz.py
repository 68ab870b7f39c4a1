"""The short form of the fuzz run over date lines; `python -m tests.fuzz.dates` is the long one."""

import subprocess
import sys

import pytest


def test_fuzzing_finds_no_text_that_breaks_the_promises_of_parse_date() -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz.dates", "--runs", "4000", "--seconds", "10"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr[-4000:]
