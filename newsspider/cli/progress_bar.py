"""A bar with the time left, where a person looks on."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


class ProgressBar:
    """Draws on standard error while things pass; nothing where that is no terminal."""

    def __init__(self, words: str) -> None:
        self._words = words

    def track(self, things: Iterable[Thing], count: int) -> Iterator[Thing]:
        """Yield the things, of which there will be about `count`."""
        return self._drawn(things, count) if sys.stderr.isatty() else iter(things)

    def _drawn(self, things: Iterable[Thing], count: int) -> Iterator[Thing]:
        # Dear to import, and of use to few: a search draws a bar while it makes its index.
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True)) as progress:
            yield from progress.track(things, total=count, description=self._words)
