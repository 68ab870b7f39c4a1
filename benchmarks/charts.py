"""Draws what was measured, for the docs: `python -m benchmarks.charts`.

`docs/speed.svg` from `benchmarks/history.tsv` (commits on the way, instructions), `docs/growth.svg`
from `benchmarks/growth.tsv` (articles stored, processor seconds).
"""

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib import pyplot

from benchmarks.growth.__main__ import GROWTH
from benchmarks.instructions import history

DOCS: Final = Path(__file__).parents[1] / "docs"
_PANELS: Final = (
    ("parses a page costs", {"ratio": "saved pages", "unseen_ratio": "unseen pages"}),
    ("a crawl's share of bare Scrapy's rate", {"crawl_share": "crawl"}),
    ("million instructions of a start", {"start": "start"}),
)


def main() -> None:
    """Draw both charts."""
    mpl.use("svg")
    mpl.rc("svg", hashsalt="newsspider", fonttype="none")
    mpl.rc("font", size=9)
    draw_history(history.rows(), DOCS / "speed.svg")
    with GROWTH.open(encoding="utf-8", newline="") as file:
        draw_growth(list(csv.DictReader(file, delimiter="\t")), DOCS / "growth.svg")


def draw_history(rows: list[dict[str, str]], out: Path) -> None:
    """Draw each figure from commit to commit; one that was not measured is left out."""
    figure, axes = pyplot.subplots(1, len(_PANELS), figsize=(4.0 * len(_PANELS), 2.8))
    for axis, (title, lines) in zip(axes, _PANELS, strict=True):
        for column, label in lines.items():
            known = [row for row in rows if row[column]]
            values = [float(row[column]) for row in known]
            axis.plot([row["commit"] for row in known], values, marker="o", label=label)
        axis.set_title(title, loc="left", fontsize=10)
        axis.set_ylim(bottom=0)
        axis.tick_params(axis="x", rotation=45)
        if len(lines) > 1:
            axis.legend(frameon=False)
    _save(figure, out)


def draw_growth(rows: list[dict[str, str]], out: Path) -> None:
    """Draw each measure over the number of articles, by its unit, both logarithmic."""
    units: defaultdict[str, defaultdict[str, dict[int, float]]]
    units = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        units[row["unit"]][row["measure"]][int(row["articles"])] = float(row["value"])
    figure, axes = pyplot.subplots(1, len(units), figsize=(4.6 * len(units), 4.8))
    for axis, (unit, measures) in zip(axes, units.items(), strict=True):
        for name, values in measures.items():
            axis.plot(list(values), list(values.values()), marker="o", label=name)
        axis.set(xscale="log", yscale="log", xlabel="articles stored", title=unit)
        axis.legend(  # below, where it lies over no line
            frameon=False, fontsize=7, loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2
        )
    _save(figure, out)


def _save(figure: Any, out: Path) -> None:
    for axis in figure.axes:
        axis.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(out, metadata={"Date": None})
    print(out)


if __name__ == "__main__":
    main()
