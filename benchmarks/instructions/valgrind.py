"""Runs a program under valgrind, and says how many instructions it executed."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

_TOOL: Final = (
    "valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"
)  # fmt: skip
_REFERENCES: Final = re.compile(r"I\s+refs:\s+([\d,]+)")


class CountingFailed(Exception):
    """Says in one line why nothing was counted."""


def instructions(
    order: Sequence[str], folder: Path, environment: dict[str, str]
) -> tuple[int, str]:
    """Return the instructions of a whole run, Python's start included, and what it printed.

    Raises `CountingFailed` when valgrind is missing or does not count.
    """
    if shutil.which("valgrind") is None:
        raise CountingFailed("valgrind is not installed: install it (apt install valgrind)")
    said = output_of([*_TOOL, *order], folder, environment)
    found = _REFERENCES.search(said)
    if found is None:
        raise CountingFailed(f"valgrind counted nothing for {' '.join(order)}: {said[-300:]}")
    return int(found[1].replace(",", "")), said


def output_of(order: Sequence[str], folder: Path, environment: dict[str, str]) -> str:
    """Return what a run prints on both outputs; hashes are the same in every run.

    Raises `CountingFailed` when it does not end with 0.
    """
    done = subprocess.run(
        order,
        env=os.environ | {"PYTHONHASHSEED": "0"} | environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CountingFailed(
            f"{' '.join(order)} ended with {done.returncode}: {done.stderr[-2000:]}"
        )
    return done.stdout + done.stderr
