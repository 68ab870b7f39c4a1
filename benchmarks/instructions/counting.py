"""Counts the instructions of passes over pages, by valgrind, for one checkout."""

import json
import pickle
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.instructions.valgrind import instructions, output_of
from newsspider.extract import Page

_PASSES: Final = Path(__file__).with_name("passes.py")


@dataclass(frozen=True, slots=True)
class Cost:
    """Instructions a page, in millions: of the parse alone, and of all of `extract`."""

    parse: float
    extract: float

    @property
    def ratio(self) -> float:
        """How many parses a page costs."""
        return self.extract / self.parse


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that are passed: `saved` ones, and ones `unseen` by any cache."""

    saved: Sequence[Page]
    unseen: Sequence[Page]

    def write(self, path: Path) -> None:
        """Write the pages to a file for `passes.py`."""
        given = [
            [(page.url, page.body, page.fetched_at, page.content_type) for page in pages]
            for pages in (self.saved, self.unseen)
        ]
        path.write_bytes(pickle.dumps(given))


def readable(pages: Pages, checkouts: Sequence[Path], folder: Path) -> Pages:
    """Return the pages that each checkout reads; a refused one is cheap, and no comparison."""
    path = folder / "all.pickle"
    pages.write(path)
    order = [sys.executable, *_passes(path, "check")]
    read = [
        json.loads(output_of(order, folder, {"PYTHONPATH": str(checkout)}))
        for checkout in checkouts
    ]
    saved, unseen = (
        [page for page, *said in zip(given, *marks, strict=True) if all(said)]
        for given, *marks in zip((pages.saved, pages.unseen), *read, strict=True)
    )
    return Pages(saved, unseen)


def costs(pages: Pages, checkout: Path, folder: Path) -> tuple[Cost, Cost]:
    """Return what a page costs a checkout: a saved one, and an unseen one.

    Every run begins with one pass over the saved pages, so that what is made once is made already.

    Raises `CountingFailed` when valgrind is missing or does not count.
    """
    path = folder / "pages.pickle"
    pages.write(path)
    counts = {
        work: [_count(path, work, checkout, *times) for times in ((1, 0), (2, 0), (1, 1))]
        for work in ("parse", "extract")
    }
    saved, unseen = (
        Cost(*((counts[work][number] - counts[work][0]) / len(passed) / 1e6 for work in counts))
        for number, passed in ((1, pages.saved), (2, pages.unseen))
    )
    return saved, unseen


def _count(path: Path, work: str, checkout: Path, times: int, unseen: int) -> int:
    order = [sys.executable, *_passes(path, work, times, unseen)]
    return instructions(order, path.parent, {"PYTHONPATH": str(checkout)})[0]


def _passes(path: Path, work: str, times: int = 1, unseen: int = 1) -> list[str]:
    return [str(_PASSES), str(path), work, str(times), str(unseen)]
