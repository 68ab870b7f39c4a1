"""The figures of earlier commits: `benchmarks/history.tsv`, a row a measurement, newest last."""

import csv
import platform
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.instructions.counting import Cost
from benchmarks.instructions.crawling import CrawlCost

HISTORY: Final = Path(__file__).parents[1] / "history.tsv"
COLUMNS: Final = (
    "day", "commit", "python", "parse", "extract", "ratio", "unseen_parse", "unseen_extract",
    "unseen_ratio", "bare", "crawl", "crawl_share", "start",
)  # fmt: skip
"""Costs are in millions of instructions a page, a request or a start; ratios in parses, the share
in requests of bare Scrapy. What was not measured is empty."""

_HELD: Final = {
    "ratio": ("saved pages cost", "parses", 1),
    "unseen_ratio": ("unseen pages cost", "parses", 1),
    "crawl_share": ("a crawl has", "of bare Scrapy's rate", -1),
    "start": ("a start costs", "million instructions", 1),
}
"""What no change may make dearer: words, and whether more is worse (1) or less (-1)."""


def figures(
    pages: tuple[Cost, Cost] | None = None, crawl: CrawlCost | None = None
) -> dict[str, float]:
    """Return what was measured by the names of the columns."""
    found: dict[str, float] = {}
    for prefix, cost in zip(("", "unseen_"), pages or (), strict=False):
        found |= {
            f"{prefix}parse": cost.parse,
            f"{prefix}extract": cost.extract,
            f"{prefix}ratio": cost.ratio,
        }
    if crawl is not None:
        found |= {
            "bare": crawl.bare,
            "crawl": crawl.crawl,
            "crawl_share": crawl.share,
            "start": crawl.start,
        }
    return found


def rows(path: Path = HISTORY) -> list[dict[str, str]]:
    """Return the rows of the history, oldest first."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def append(measured: Mapping[str, float], path: Path = HISTORY) -> None:
    """Add a row for the commit that is checked out."""
    new = not path.exists()
    row: dict[str, str] = {
        "day": datetime.now(UTC).date().isoformat(),
        "commit": commit(),
        "python": platform.python_version(),
        **{name: f"{value:.3f}" for name, value in measured.items()},
    }
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(row)


def dearer(
    measured: Mapping[str, float], bound: float, earlier: Sequence[Mapping[str, str]]
) -> list[str]:
    """Return a line for each figure that is more than `bound` times as dear as it was last.

    Rows of another Python say nothing: its interpreter costs more or less.
    """
    of_this = [row for row in earlier if row["python"] == platform.python_version()]
    faults = []
    for name, (words, unit, worse) in _HELD.items():
        known = [row for row in of_this if row.get(name)]
        if not known or name not in measured:
            continue
        now, then = measured[name], float(known[-1][name])
        times = (now / then) ** worse
        if times > bound:
            faults.append(
                f"{words} {now:.3f} {unit}, with commit {known[-1]['commit']} {then:.3f}:"
                f" {times:.3f} times as dear, more than {bound}"
            )
    return faults


def commit() -> str:
    """Return the short name of the commit that is checked out, with a plus when files differ."""
    described = ["git", "describe", "--always", "--abbrev=7", "--exclude=*", "--dirty=+"]
    done = subprocess.run(
        described, cwd=HISTORY.parent, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"
