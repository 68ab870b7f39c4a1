"""A panel on standard error that is drawn anew where it stands, with the log scrolling above it."""

import logging
import sys
from collections.abc import Mapping
from typing import Any, TextIO, cast

from rich.console import Console
from rich.file_proxy import FileProxy
from rich.live import Live

from newsspider.report.progress import Progress, panel


class LivePanel:
    """The progress of one run on a terminal; `title` is the name of its site."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._console = Console(stderr=True)
        self._live = Live(console=self._console, auto_refresh=False, transient=True)

    def start(self) -> None:
        """Take the place below the log, which goes through here from now on."""
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is sys.stderr:
                handler.setStream(cast("TextIO", FileProxy(self._console, sys.stderr)))
        self._live.start()

    def draw(self, stats: Mapping[str, Any], seconds: float) -> None:
        """Draw what Scrapy's counts say so many seconds after the start."""
        self._live.update(panel(Progress.of(stats, seconds), self._title), refresh=True)

    def stop(self) -> None:
        """Take the panel away."""
        self._live.stop()
