"""The command; see the package."""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.extract import articles, unseen
from benchmarks.instructions import history
from benchmarks.instructions.counting import Cost, Pages, costs, readable
from benchmarks.instructions.crawling import CrawlCost, crawl_costs
from benchmarks.instructions.valgrind import CountingFailed

PROJECT = Path(__file__).parents[2]


def main() -> None:
    """Print what a page and a request cost, and against another checkout when one is given."""
    given = _arguments()
    checkouts = [PROJECT, *([given.against.resolve()] if given.against else [])]
    try:
        pages = _pages(given, checkouts) if given.only != "crawl" else None
        crawl = _crawl(checkouts) if given.only != "pages" else None
    except CountingFailed as error:
        sys.exit(f"{error}")
    measured = history.figures(pages, crawl)
    faults = history.dearer(measured, given.bound, history.rows()) if given.bound else []
    if given.append:
        history.append(measured)
    if faults:
        sys.exit("\n".join(faults))


def _pages(given: argparse.Namespace, checkouts: list[Path]) -> tuple[Cost, Cost]:
    with tempfile.TemporaryDirectory() as folder:
        pages = readable(
            Pages(articles()[:: given.every], unseen(given.unseen)), checkouts, Path(folder)
        )
        print(f"{len(pages.saved)} saved pages, {len(pages.unseen)} unseen ones")
        measured = [costs(pages, checkout, Path(folder)) for checkout in checkouts]
    (saved, new), *others = measured
    _print("saved", saved, [other for other, _ in others])
    _print("unseen", new, [other for _, other in others])
    return saved, new


def _print(name: str, cost: Cost, others: list[Cost]) -> None:
    line = (
        f"{name:7} parse {cost.parse:7.3f} M  extract {cost.extract:7.3f} M  ratio {cost.ratio:.3f}"
    )
    for other in others:
        line += f"  other checkout {other.extract:7.3f} M: {cost.extract / other.extract:.3f} of it"
    print(line)


def _crawl(checkouts: list[Path]) -> CrawlCost:
    ours, *others = crawl_costs(checkouts)
    for name, cost in (("crawl", ours), *(("other", other) for other in others)):
        print(
            f"{name:7} bare {cost.bare:8.3f} M  request {cost.crawl:7.3f} M  share {cost.share:.3f}"
            f"  start {cost.start:,.0f} M, {cost.start_in_requests:.0f} requests"
        )
    for other in others:
        print(f"a request costs {ours.crawl / other.crawl:.3f} of the other checkout's")
    return ours


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.instructions",
        description="Count the instructions of extract beside those of lxml's parse, and those of"
        " a crawl beside bare Scrapy's.",
    )
    parser.add_argument("--only", choices=("pages", "crawl"), help="count one half")
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="count another checkout too"
    )
    parser.add_argument(
        "--append", action="store_true", help="add the figures to benchmarks/history.tsv"
    )
    parser.add_argument(
        "--bound", type=float, metavar="FACTOR",
        help="exit with 1 when a figure is so many times as dear as in the last row (1.05: 5 %%)",
    )  # fmt: skip
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="every Nth saved page only"
    )
    parser.add_argument("--unseen", type=int, default=100, help="pages of the simulated site")
    return parser.parse_args()


if __name__ == "__main__":
    main()
