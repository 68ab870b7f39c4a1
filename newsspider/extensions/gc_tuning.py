"""Tells Python how often to look for garbage while a crawl runs."""

import gc
from typing import Final, Self

from scrapy import signals
from scrapy.crawler import Crawler

_YOUNG: Final = 5_000  # new objects between two looks; Python's 700 are there after four pages
_MIDDLE: Final = 20  # looks at the young ones for one at what survived them, ...
_OLD: Final = 100  # ... and of those for one at everything


class GcTuning:
    """Leaves what is loaded when a crawl starts, some seventy thousand objects, out of every look.

    None of it becomes garbage before the end. Pages and their trees are freed without the collector
    as soon as nobody refers to them, so that rarer looks cost no memory (`benchmarks.soak`).
    """

    def __init__(self) -> None:
        self._before = gc.get_threshold()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Wait for the engine, so that all components are loaded."""
        garbage = cls()
        crawler.signals.connect(garbage.settle, signals.engine_started)
        crawler.signals.connect(garbage.restore, signals.engine_stopped)
        return garbage

    def settle(self) -> None:
        """Freeze what is loaded, without a look first: that would cost more than it frees."""
        gc.freeze()
        gc.set_threshold(_YOUNG, _MIDDLE, _OLD)

    def restore(self) -> None:
        """Leave the collector as it was: the process may be a program of somebody else."""
        gc.set_threshold(*self._before)
        gc.unfreeze()
