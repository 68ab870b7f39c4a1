"""Output folders as older programs left them, from `tests/store/data`.

A state is kept as SQL, so that a change to it can be read: `sqlite3 state.sqlite3 .dump` of what
the program of that version wrote, with its two pragmas.
"""

import shutil
import sqlite3
from pathlib import Path
from typing import Any, Final

from tests.store.records import SITE

DATA: Final = Path(__file__).with_name("data")
LAST_RUN: Final = "2026-05-03T03:00:00+00:00"
"""When the last run into each of these folders began."""


def restore(version: int, output: Path) -> Path:
    """Lay out the folder that a program of this version of the state left; return its state."""
    source = DATA / f"version_{version}"
    (output / "state").mkdir(parents=True)
    for file in source.glob("*.jsonl"):
        shutil.copy(file, output)
    path = output / "state" / f"{SITE}.sqlite3"
    connection = sqlite3.connect(path)
    connection.executescript((source / "state.sql").read_text(encoding="utf-8"))
    connection.close()
    return path


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of a state."""
    connection = sqlite3.connect(path)
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {name: sorted(connection.execute(f"SELECT * FROM {name}")) for (name,) in names}
    connection.close()
    return found
