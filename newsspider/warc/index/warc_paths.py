"""The path lists of CC-NEWS: a `warc.paths.gz` a month names its WARC files. Pure.

CC-NEWS has no index of its captures; a file is named for the moment at which it was begun.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from newsspider.warc.index.cdx_answer import CutAnswer

FIRST_MONTH: Final = date(2016, 8, 1)
"""The month in which CC-NEWS begins."""

_LATE: Final = timedelta(days=7)  # an article is captured within days of its publication
_BEGUN: Final = re.compile(r"-(\d{14})-")
_GZIP: Final = b"\x1f\x8b"


def path_list(base: str, month: date) -> str:
    """Return the address of the path list of a month.

    >>> path_list("https://data.commoncrawl.org/", date(2024, 3, 1))
    'https://data.commoncrawl.org/crawl-data/CC-NEWS/2024/03/warc.paths.gz'
    """
    return f"{base}crawl-data/CC-NEWS/{month:%Y/%m}/warc.paths.gz"


def months(since: date, until: date, today: date) -> Iterator[date]:
    """Yield the first day of each month, none to come, whose files may hold articles of these days.

    >>> found = months(date(2021, 12, 1), date(2022, 1, 31), today=date(2026, 7, 27))
    >>> [f"{month:%Y-%m}" for month in found]
    ['2021-11', '2021-12', '2022-01', '2022-02']
    """
    month = max((since - timedelta(days=1)).replace(day=1), FIRST_MONTH)
    while month <= min(until + _LATE, today):
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def read_paths(body: bytes) -> list[str]:
    """Return the paths that a list names, whether or not it is still packed.

    Raises `CutAnswer` for half a list.

    >>> read_paths(b"crawl-data/a.warc.gz\\n")
    ['crawl-data/a.warc.gz']
    """
    try:
        text = gzip.decompress(body) if body.startswith(_GZIP) else body
    except (OSError, EOFError, zlib.error) as problem:
        raise CutAnswer(str(problem)) from None
    return [line.strip() for line in text.decode("utf-8", "replace").splitlines() if line.strip()]


def begun(path: str) -> datetime | None:
    """Return when a file was begun (UTC), by its name; None where that does not say so.

    >>> begun("crawl-data/CC-NEWS/2024/03/CC-NEWS-20240301021506-00042.warc.gz").isoformat()
    '2024-03-01T02:15:06+00:00'
    """
    found = _BEGUN.search(path.rpartition("/")[2])
    try:
        return datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def may_hold(path: str, since: date, until: date) -> bool:
    """Tell whether a file may hold articles published on these days: begun from the day before the
    first one to a week after the last. One whose name tells no moment may."""
    moment = begun(path)
    return moment is None or since - timedelta(days=1) <= moment.date() <= until + _LATE
