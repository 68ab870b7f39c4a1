"""Errors that nobody catches, counted: stock Scrapy exits 0 after them."""

import logging

from scrapy.statscollectors import StatsCollector

_LOGGERS = ("scrapy.utils.signal", "asyncio")


class Uncaught(logging.Handler):
    """Counts what Scrapy and asyncio log and then forget: what a signal's handler or a task of its
    own raised. Counts: `uncaught/count`.

    Loggers belong to the process: of several crawls in one, each counts the errors of all.
    """

    def __init__(self, stats: StatsCollector) -> None:
        super().__init__(logging.ERROR)
        self.stats = stats
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count a record that tells of an exception."""
        if record.exc_info is not None:
            self.stats.inc_value("uncaught/count")

    def close(self) -> None:
        """Count no more."""
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(self)
        super().close()
