"""ARCHIVE: a folder that keeps, as WARC files, all that a crawl exchanges with the site."""

import logging
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.misc import load_object

from newsspider import __version__
from newsspider.crawl import clock
from newsspider.crawl.open_archive import put_archive
from newsspider.crawl.open_store import find_store
from newsspider.crawl.preflight import refuse_address
from newsspider.crawl.signals import run_judged
from newsspider.crawl.stop import end_with
from newsspider.errors import BadArgument, MissingExtra, Refusal
from newsspider.transport.handlers import PacedHandler

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from newsspider.warc.write.archive import Archive

logger = logging.getLogger(__name__)


class KeepArchive:
    """Opens the archive before the first request, and completes its file after the last.

    The store promises no line before the captures that it rests on are on the medium. A failure of
    the disk ends the crawl as one of the store does.
    """

    def __init__(self, crawler: Crawler, archive: "Archive") -> None:
        self.crawler = crawler
        self.archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take ARCHIVE and ARCHIVE_ROLL_MB. Raises `BadArgument` for what cannot be, and a
        `Refusal` where the folder cannot be written."""
        if not crawler.settings["ARCHIVE"]:
            raise NotConfigured
        archive = _opened(crawler)
        put_archive(crawler, archive)
        store = find_store(crawler)
        if store is not None:
            store.rests_on.append(archive.sync)
        keep = cls(crawler, archive)
        crawler.signals.connect(keep.opened, signals.spider_opened)
        crawler.signals.connect(keep.end, signals.engine_stopped)
        crawler.signals.connect(keep.judged, run_judged)
        return keep

    def opened(self) -> None:
        """Say what a killed run left."""
        for mended in self.archive.mended:
            logger.warning("Recovered: %s", mended)

    def end(self) -> None:
        """Complete the file at hand."""
        try:
            self.archive.close()
        except Refusal as refusal:
            end_with(self.crawler, refusal)

    def judged(self) -> dict[str, Any]:
        """Return for the run's manifest the files that it wrote."""
        return {"archive": self.archive.names}


def _opened(crawler: Crawler) -> "Archive":
    settings = crawler.settings
    refuse_address("ARCHIVE", settings["ARCHIVE"])
    _refuse_no_wire(settings)
    if find_spec("fastwarc") is None:
        raise MissingExtra("ARCHIVE", "fastwarc", "archive")
    roll_at = settings.getfloat("ARCHIVE_ROLL_MB")
    if roll_at <= 0:
        raise BadArgument(f"ARCHIVE_ROLL_MB={roll_at:g}: give the size of a file in megabytes")
    # An extra, of which the module is made: imported where it is used.
    from newsspider.warc.write.archive import MEGABYTE, Archive

    return Archive.open(
        Path(settings["ARCHIVE"]),
        crawler.spidercls.name,
        clock.now,
        _facts(settings),
        roll_at=int(roll_at * MEGABYTE),
    )


def _refuse_no_wire(settings: "BaseSettings") -> None:
    """Raise `BadArgument` where the bytes of the wire are not to be had: in a replay, or over a
    download handler of somebody else's."""
    for name in ("REPLAY_DIR", "REPLAY_ARCHIVE"):
        if settings[name]:
            raise BadArgument(f"ARCHIVE and {name} exclude each other: a replay asks no site")
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    for scheme in ("http", "https"):
        if handlers[scheme] and not issubclass(load_object(handlers[scheme]), PacedHandler):
            raise BadArgument(
                f"ARCHIVE: the handler of {scheme} tells no bytes of the wire; leave"
                " DOWNLOAD_HANDLERS as it is"
            )


def _facts(settings: "BaseSettings") -> dict[str, str]:
    """Return what the `warcinfo` of each file says."""
    facts = {
        "software": f"newsspider/{__version__}",
        "format": "WARC File Format 1.1",
        "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
        "robots": "obey" if settings.getbool("ROBOTSTXT_OBEY") else "ignore",
        "http-header-user-agent": str(settings["USER_AGENT"]),
    }
    return facts | ({"operator": str(settings["CONTACT"])} if settings["CONTACT"] else {})
