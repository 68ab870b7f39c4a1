"""`~` in options and settings that name a file: no shell expands it behind a `=`."""

import argparse
from pathlib import Path
from typing import Final

from scrapy.settings import BaseSettings

_OPTIONS: Final = ("logfile", "pidfile", "profile")
_FEEDS: Final = ("output", "overwrite_output")
_SETTINGS: Final = (
    "OUTPUT_DIR",
    "REPLAY_DIR",
    "REPLAY_ARCHIVE",
    "ARCHIVE",
    "LOG_FILE",
    "METRICS_FILE",
    "JOBDIR",
    "HTTPCACHE_DIR",
    "FEED_TEMPDIR",
)


def expanded(path: str) -> str:
    """Return the path with the home folder for a `~` or `~user` at its start, as a shell would.

    Where there is no such user the path stays.
    """
    if not path.startswith("~"):
        return path
    try:
        return str(Path(path).expanduser())
    except RuntimeError:
        return path


def expand_options(opts: argparse.Namespace) -> None:
    """Expand what Scrapy's own options say, before Scrapy reads them."""
    for name in _OPTIONS:
        if value := getattr(opts, name, None):
            setattr(opts, name, expanded(value))
    for name in _FEEDS:
        if values := getattr(opts, name, None):
            setattr(opts, name, [expanded(value) for value in values])


def expand_settings(settings: BaseSettings) -> None:
    """Expand the settings that name a file or folder, wherever they were given."""
    for name in _SETTINGS:
        value = settings[name]
        if isinstance(value, str) and value.startswith("~"):
            settings.set(name, expanded(value), settings.getpriority(name) or 0)
