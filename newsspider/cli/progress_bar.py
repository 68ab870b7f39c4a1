"""A bar with the time left, where a person looks on."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Thing = TypeVar("Thing")


class ProgressBar:
    """Draws on standard error while things pass; nothing where that is no terminal."""

    def __init__(self, words: str) -> None:
        self._words = words

    def track(self, things: Iterable[Thing], count: int) -> Iterator[Thing]:
        """Yield the things, of which there will be about `count`."""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        console = Console(stderr=True)
        with Progress(*columns, console=console, disable=not sys.stderr.isatty()) as progress:
            yield from progress.track(things, total=count, description=self._words)
