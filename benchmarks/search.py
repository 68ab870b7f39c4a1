"""How long a search takes, and how long and large its index is.

python -m benchmarks.search [--articles 200000] [--folder DIR]
"""

import argparse
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.simulated_output import fill
from newsspider.search.finding import Wanted, find
from newsspider.search.query import to_fts
from newsspider.search.text_index import index_path, up_to_date
from newsspider.store.state.database import State
from tests.store.records import SITE

QUERIES: Final = ("warga", "banjir", '"kata"', "headline:warga", "warga NOT banjir", "per*")


def main() -> None:
    """Print seconds by the clock and of the processor, articles found, order and query."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help="keep the output here, or use the one there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if not (folder / "state").exists():
            fill(folder, options.articles)
        start = time.perf_counter()
        asked(folder, "warga", newest=False)
        path = index_path(folder, SITE)
        print(f"index: {time.perf_counter() - start:.0f} s, {path.stat().st_size / 2**20:.0f} MiB")
        for query in QUERIES:
            for newest in (False, True):
                start, spent = time.perf_counter(), time.process_time()
                count = asked(folder, query, newest=newest)
                clock, processor = time.perf_counter() - start, time.process_time() - spent
                order = "newest" if newest else "best"
                print(f"{clock:.3f} s  {processor:.3f} s  {count:>7,}  {order:6}  {query}")


def asked(folder: Path, query: str, *, newest: bool) -> int:
    """Answer as `scrapy search` does; return how many articles are found."""
    with (
        closing(State.read(folder / "state" / f"{SITE}.sqlite3")) as state,
        up_to_date(folder, SITE, state, lambda lines, count: lines) as index,
    ):
        return find(index, Wanted(query=to_fts(query), newest_first=newest), 20)[0]


if __name__ == "__main__":
    main()
