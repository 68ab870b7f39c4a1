"""The one door to the open archive of a crawl, as `open_store` is that of its store."""

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

if TYPE_CHECKING:
    from newsspider.warc.write.archive import Archive

_OPEN: Final["WeakKeyDictionary[Crawler, Archive]"] = WeakKeyDictionary()


def put_archive(crawler: Crawler, archive: "Archive") -> None:
    """Make an archive that of a crawl."""
    _OPEN[crawler] = archive


def find_archive(crawler: Crawler) -> "Archive | None":
    """Return the archive of a crawl, or None: most have no ARCHIVE."""
    return _OPEN.get(crawler)
