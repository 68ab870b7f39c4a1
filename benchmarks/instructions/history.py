"""The figures of earlier commits: `benchmarks/history.tsv`, a row a measurement, newest last."""

import csv
import platform
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.instructions.counting import Cost

HISTORY: Final = Path(__file__).parents[1] / "history.tsv"
COLUMNS: Final = (
    "day", "commit", "python", "parse", "extract", "ratio", "unseen_parse", "unseen_extract",
    "unseen_ratio",
)  # fmt: skip
"""Costs are in millions of instructions a page, ratios in parses."""


def rows(path: Path = HISTORY) -> list[dict[str, str]]:
    """Return the rows of the history, oldest first."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def append(saved: Cost, unseen: Cost, path: Path = HISTORY) -> None:
    """Add a row for the commit that is checked out."""
    new = not path.exists()
    figures = [f"{figure:.3f}" for cost in (saved, unseen)
               for figure in (cost.parse, cost.extract, cost.ratio)]  # fmt: skip
    row = (datetime.now(UTC).date().isoformat(), commit(), platform.python_version(), *figures)
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerows([COLUMNS, row] if new else [row])


def dearer(saved: Cost, unseen: Cost, bound: float, earlier: Sequence[dict[str, str]]) -> list[str]:
    """Return a line for each ratio that is more than `bound` times that of the last row.

    Rows of another Python say nothing: its interpreter costs more or less.
    """
    known = [row for row in earlier if row["python"] == platform.python_version()]
    if not known:
        return []
    pairs = (("saved", saved.ratio, "ratio"), ("unseen", unseen.ratio, "unseen_ratio"))
    return [
        f"{name} pages cost {now:.3f} parses, {now / float(known[-1][key]):.3f} times the"
        f" {known[-1][key]} of {known[-1]['commit']}: more than {bound}"
        for name, now, key in pairs
        if now > bound * float(known[-1][key])
    ]


def commit() -> str:
    """Return the short name of the commit that is checked out, with a plus when files differ."""
    described = ["git", "describe", "--always", "--abbrev=7", "--exclude=*", "--dirty=+"]
    done = subprocess.run(
        described, cwd=HISTORY.parent, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"
