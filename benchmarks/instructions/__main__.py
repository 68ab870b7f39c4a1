"""The command; see the package."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.extract import articles, unseen
from benchmarks.instructions import history
from benchmarks.instructions.counting import Cost, CountingFailed, Pages, costs, readable

PROJECT = Path(__file__).parents[2]


def main() -> None:
    """Print what a page costs, and against another checkout when one is given."""
    given = _arguments()
    checkouts = [PROJECT, *([given.against.resolve()] if given.against else [])]
    try:
        with tempfile.TemporaryDirectory() as folder:
            pages = readable(
                Pages(articles()[:: given.every], unseen(given.unseen)), checkouts, Path(folder)
            )
            print(f"{len(pages.saved)} saved pages, {len(pages.unseen)} unseen ones")
            measured = [costs(pages, checkout, Path(folder)) for checkout in checkouts]
    except CountingFailed as error:
        sys.exit(f"{error}")
    (saved, new), *others = measured
    _print("saved", saved, [other for other, _ in others])
    _print("unseen", new, [other for _, other in others])
    faults = history.dearer(saved, new, given.bound, history.rows()) if given.bound else []
    if given.append:
        history.append(saved, new)
    if faults:
        sys.exit("\n".join(faults))


def _print(name: str, cost: Cost, others: list[Cost]) -> None:
    line = (
        f"{name:7} parse {cost.parse:7.3f} M  extract {cost.extract:7.3f} M  ratio {cost.ratio:.3f}"
    )
    for other in others:
        line += f"  other checkout {other.extract:7.3f} M: {cost.extract / other.extract:.3f} of it"
    print(line)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.instructions",
        description="Count the instructions of extract beside those of lxml's parse.",
    )
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="count another checkout's reader too"
    )
    parser.add_argument(
        "--append", action="store_true", help="add the figures to benchmarks/history.tsv"
    )
    parser.add_argument(
        "--bound", type=float, metavar="FACTOR",
        help="exit with 1 when a page costs so many times that of the last row (1.05: 5 %% more)",
    )  # fmt: skip
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="every Nth saved page only"
    )
    parser.add_argument("--unseen", type=int, default=100, help="pages of the simulated site")
    return parser.parse_args()


if __name__ == "__main__":
    main()
