"""Builds `docs/scoreboard.md` and its chart: our reading beside the peers', in one run.

    python -m benchmarks.quality        (or `make scoreboard`)

The peers live in an environment of their own, made here at the first run from a hashed lock; none
of them is a dependency of newsspider.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.quality import board, cases
from benchmarks.quality.board import OURS, DateReader, Tool
from benchmarks.quality.environments import PEERS
from newsspider import __version__
from newsspider.extract import parse_date

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"


def main() -> None:
    gold_cases = cases.gold_cases()
    dates = {
        gold["date_published_raw"]: gold["date_published"]
        for gold in (case.gold for case in gold_cases)
        if gold["date_published_source"] == "visible"  # else the line says no full date
    }
    PEERS.make()
    with tempfile.TemporaryDirectory() as folder:
        peers = _run_peers(gold_cases, list(dates), Path(folder))
        tools = [_ours(gold_cases), *_peers(peers)]
        readers = _date_readers(list(dates), peers["dateparser"])
        parsing = cases.parsed_a_second(gold_cases)
        text = board.markdown(tools, readers, gold_cases, list(dates.values()), parsing)
        (DOCS / "scoreboard.md").write_text(text, encoding="utf-8")
        bars = Path(folder) / "bars.json"
        bars.write_text(json.dumps(board.panels(tools, gold_cases)), encoding="utf-8")
        PEERS.run(HERE / "chart.py", bars, DOCS / "scoreboard.svg")
    print(text)


def _run_peers(gold_cases: list[cases.Case], lines: list[str], folder: Path) -> Any:
    work = {"cases": [case.for_peers() for case in gold_cases], "date_lines": lines}
    return PEERS.read(work, folder)


def _ours(gold_cases: list[cases.Case]) -> Tool:
    readings = {case.name: cases.reading(case) for case in gold_cases}
    return Tool(OURS, __version__, readings, cases.pages_a_second(gold_cases))


def _peers(peers: Any) -> list[Tool]:
    return [
        Tool(name, found["version"], found["readings"], found["rate"])
        for name, found in peers["tools"].items()
    ]


def _date_readers(lines: list[str], dateparser: Any) -> list[DateReader]:
    found = [parse_date(line) for line in lines]
    ours = [date.iso if date else None for date in found]
    return [
        DateReader(f"{OURS} `parse_date`", ours, cases.lines_a_second(lines)),
        DateReader(
            f"dateparser {dateparser['version']}, Indonesian",
            dateparser["dates"],
            dateparser["rate"],
        ),
    ]


if __name__ == "__main__":
    main()
