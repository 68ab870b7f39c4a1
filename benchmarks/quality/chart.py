"""Draws the scoreboard's chart. Runs in the peers' environment, which has matplotlib.

    python benchmarks/quality/chart.py BARS.json OUT.svg

BARS.json holds `panels`: a title, an axis label, whether it is logarithmic, and a value by tool.
"""

import importlib
import json
import sys
from pathlib import Path

OURS, PEER = "#0b6e4f", "#b8c4cc"


def main() -> None:
    matplotlib = importlib.import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rc("svg", hashsalt="newsspider", fonttype="none")
    matplotlib.rc("font", size=9)
    pyplot = importlib.import_module("matplotlib.pyplot")
    bars, out = (Path(argument) for argument in sys.argv[1:3])
    panels = json.loads(bars.read_text(encoding="utf-8"))["panels"]
    figure, axes = pyplot.subplots(1, len(panels), figsize=(4.2 * len(panels), 2.6))
    for axis, panel in zip(axes, panels, strict=True):
        tools = list(panel["values"])[::-1]
        values = [panel["values"][tool] for tool in tools]
        colours = [OURS if tool == "newsspider" else PEER for tool in tools]
        drawn = axis.barh(tools, values, color=colours)
        axis.bar_label(drawn, [panel["format"].format(value) for value in values], padding=3)
        axis.set_title(panel["title"], loc="left", fontsize=10)
        axis.set_xlabel(panel["label"])
        axis.set_xscale("log" if panel["log"] else "linear")
        axis.margins(x=0.22)
        axis.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(out, metadata={"Date": None})


if __name__ == "__main__":
    main()
