"""The short form of the fuzz run over pages; `python -m tests.fuzz.pages` is the long one."""

import subprocess
import sys

import pytest


def test_fuzzing_finds_no_page_that_breaks_the_promises_of_extract() -> None:
    pytest.importorskip("atheris")
    command = [sys.executable, "-m", "tests.fuzz.pages", "--runs", "1500", "--seconds", "15"]
    run = subprocess.run(command, capture_output=True, text=True, timeout=200, check=False)
    assert run.returncode == 0, run.stderr[-4000:]
