"""The one clock of a crawl: its spiders, its transport and its store are told the time from here.

A duration is measured by `time.monotonic`, which nobody can set.
"""

from datetime import datetime

from newsspider.dates import WIB


def now() -> datetime:
    """Return this moment, in WIB."""
    return datetime.now(WIB)
