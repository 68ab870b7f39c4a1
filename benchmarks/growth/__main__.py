"""The command; see the package."""

import argparse
import csv
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.growth.measures import Figure, commands, disk, storing
from benchmarks.instructions.history import commit
from benchmarks.simulated_output import AnySketches, fill

GROWTH: Final = Path(__file__).parents[1] / "growth.tsv"
COLUMNS: Final = ("day", "commit", "articles", "measure", "value", "unit")
_SIZES: Final = "10000,100000,1000000,2000000"
_STORED: Final = 2_000  # the last articles of a size, one by one


def main() -> None:
    """Fill the output to each size in turn, and print and keep what it costs there."""
    options = _arguments()
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        output, stored = Path(folder, "output"), 0
        for size in sizes:
            most = size - _STORED
            fill(output, most - stored, first=stored, of=sizes[-1], indexes=[AnySketches()])
            _keep(size, storing(output, most, _STORED, sizes[-1]), options.tsv)
            stored = size
            _keep(size, disk(output, size), options.tsv)
            for figures in commands(output, Path(folder), size):
                _keep(size, figures, options.tsv)


def _keep(size: int, figures: list[Figure], path: Path) -> None:
    new = not path.exists()
    today, made_at = datetime.now(UTC).date().isoformat(), commit()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerows([COLUMNS] if new else [])
        for name, value, unit in figures:
            print(f"{size:>9,}  {name:24} {value:10.3f} {unit}")
            writer.writerow((today, made_at, size, name, f"{value:.3f}", unit))
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.growth", description="Measure what an archive costs as it grows."
    )
    parser.add_argument("--sizes", default=_SIZES, help=f"articles, ascending; default: {_SIZES}")
    parser.add_argument("--folder", type=Path, help="where there is room; default: for temporaries")
    parser.add_argument("--tsv", type=Path, default=GROWTH, help=f"default: {GROWTH.name}")
    return parser.parse_args()


if __name__ == "__main__":
    main()
