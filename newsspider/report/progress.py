"""The panel of a run that goes on: what the counts of Scrapy say, for a person. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from rich.panel import Panel
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text


@dataclass(frozen=True, slots=True)
class Progress:
    """A run at one moment.

    `done` of `total` counts days and sections of an archive; `waited` is in seconds.
    """

    stored: int = 0
    known: int = 0
    failed: int = 0
    pages: int = 0
    at: str = ""
    done: int = 0
    total: int = 0
    waited: float = 0.0
    seconds: float = 0.0

    @classmethod
    def of(cls, stats: Mapping[str, Any], seconds: float) -> "Progress":
        """Return what Scrapy's counts say after so many seconds."""

        def count(*keys: str) -> int:
            return sum(int(stats.get(key, 0)) for key in keys)

        return cls(
            stored=count("article/stored", "article/revised"),
            known=count("article/known", "article/unchanged"),
            failed=count("article/failed", "article/misread", "article/blocked", "article/gone"),
            pages=count("response_received_count"),
            at=str(stats.get("progress/at", "")),
            done=count("day/closed", "day/open", "day/closed_before"),
            total=count("progress/days"),
            waited=count("pace/ms_waited") / 1000,
            seconds=seconds,
        )

    @property
    def pages_a_minute(self) -> float:
        """Return the answers of the site a minute, over the whole run."""
        return self.pages / self.seconds * 60 if self.seconds else 0.0

    @property
    def left(self) -> timedelta | None:
        """Time left of an archive at the pace so far, or None where it cannot be told.

        >>> Progress(done=1, total=4, seconds=10).left
        datetime.timedelta(seconds=30)
        """
        if not self.done or not self.total:
            return None
        return timedelta(seconds=round(self.seconds / self.done * (self.total - self.done)))


def panel(progress: Progress, title: str) -> Panel:
    """Return the progress as one panel of a few lines."""
    table = Table.grid(padding=(0, 2))
    counts = f"stored {progress.stored:,}   known {progress.known:,}   failed {progress.failed:,}"
    table.add_row(Text(counts), Text(f"{progress.pages_a_minute:,.0f} pages a minute"))
    if progress.at:
        table.add_row(Text(f"at {progress.at}"))
    if progress.total:
        left = f"{progress.left} left" if progress.left is not None else ""
        bar = ProgressBar(total=progress.total, completed=progress.done, width=40)
        table.add_row(bar, Text(f"{progress.done:,} of {progress.total:,} lists   {left}"))
    if progress.waited >= 1:
        table.add_row(Text(f"waited {progress.waited:,.0f} s, as the site asked", style="yellow"))
    return Panel(table, title=title, title_align="left", expand=False)
