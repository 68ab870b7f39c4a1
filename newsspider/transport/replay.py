"""REPLAY_DIR: whole crawls from saved pages, through all of Scrapy, without a socket."""

import logging
import socket
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from scrapy import signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes

from newsspider.crawl.stop import close
from newsspider.errors import BadArgument
from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, folders

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

    from newsspider.store.pages.fixtures import Saved

logger = logging.getLogger(__name__)

# Bodies are saved as a reader sees them; what described their way over the wire is over.
_OF_THE_WIRE: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})
_NETWORK_EVENTS: Final = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
)


class SavedAnswers:
    """The saved answers of a folder, by address. Where two cases save one, the first in the
    order of their paths is served, so that every replay is the same."""

    def __init__(self, fixtures: list[Fixture]) -> None:
        self._exact: dict[str, tuple[Fixture, int]] = {}
        self._alike: dict[str, tuple[Fixture, int]] = {}
        for fixture in fixtures:
            for position, file in enumerate(fixture.files):
                self._exact.setdefault(file.url, (fixture, position))
                self._alike.setdefault(_alike(file.url), (fixture, position))

    @classmethod
    def load(cls, root: Path) -> Self:
        """Return the archive of every case at or below `root`.

        Raises `BadArgument` when there is no case or one cannot be read.
        """
        try:
            fixtures = [Fixture.load(folder) for folder in folders(root)]
        except FixtureInvalid as problem:
            raise BadArgument(f"REPLAY_DIR: {problem}") from problem
        if not fixtures:
            raise BadArgument(f"REPLAY_DIR={root}: no folder with a meta.json is in there")
        return cls(fixtures)

    def get(self, url: str) -> "tuple[Fixture, Saved] | None":
        """Return what `url` answered, or None; scheme and order of the query matter only between
        several.

        Raises `FixtureInvalid` when the saved bytes are missing or have changed.
        """
        found = self._exact.get(url) or self._alike.get(_alike(url))
        if found is None:
            return None
        fixture, position = found
        return fixture, next(islice(fixture.answers(), position, None))


def _alike(url: str) -> str:
    """Return the same text for addresses that differ in scheme, case of the host or order of the
    query.

    >>> _alike("http://WWW.kabar.example/?b=2&a=1#top") == _alike("https://www.kabar.example?a=1&b=2")
    True
    """
    parts = urlsplit(url)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.netloc.lower()}{parts.path or '/'}?{query}"


class Replay:
    """Add-on: where REPLAY_DIR is set, saved pages stand in for the network."""

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def update_settings(self, settings: "BaseSettings") -> None:
        """Set with the priority of the command line: add-ons rank below what settings.py says.

        Raises `BadArgument` when the folder cannot be replayed.
        """
        if not settings["REPLAY_DIR"]:
            return
        if settings["CONNECT_TO"]:
            raise BadArgument("REPLAY_DIR and CONNECT_TO exclude each other; give one")

        class Handler(ReplayHandler):  # handlers are built from a class, which so bears the archive
            archive = SavedAnswers.load(Path(settings["REPLAY_DIR"]))

        handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": Handler, "https": Handler}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")
        settings.set("DOWNLOAD_DELAY", 0, "cmdline")
        no_network = NoNetwork()
        self._crawler.signals.connect(no_network.begin, signals.spider_opened, weak=False)
        self._crawler.signals.connect(no_network.end, signals.engine_stopped, weak=False)


class ReplayHandler(BaseDownloadHandler):
    """Answers from an archive; an address that is not there is a 404.

    `request.meta["fetched_at"]` says when the answer was saved, for dates told by it.
    """

    archive: SavedAnswers

    async def download_request(self, request: "Request") -> Response:
        """Return the saved answer. A changed body ends the crawl: raises `FixtureInvalid`."""
        try:
            found = self.archive.get(request.url.partition("#")[0])
        except FixtureInvalid as problem:
            self.crawler.stats.set_value("replay/invalid", str(problem))
            close(self.crawler, "fixture_damaged")
            raise
        if found is None:
            self.crawler.stats.inc_value("replay/missing")
            return Response(request.url, status=404)
        fixture, saved = found
        request.meta["fetched_at"] = fixture.fetched_at.isoformat(timespec="seconds")
        headers = Headers(
            {
                name: value
                for name, value in saved.headers.items()
                if name.lower() not in _OF_THE_WIRE
            }
        )
        kind = responsetypes.from_args(headers=headers, url=request.url, body=saved.body)
        return kind(request.url, status=saved.status, headers=headers, body=saved.body)


class NoNetwork:
    """Between `begin` and `end`, whatever would reach for the network in this process raises."""

    def __init__(self) -> None:
        self._active = False

    def begin(self) -> None:
        """Take effect at once; the hook itself stays for the life of the process."""
        self._active = True
        sys.addaudithook(self._refuse)

    def end(self) -> None:
        """Let sockets be opened again."""
        self._active = False

    def _refuse(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._active or event not in _NETWORK_EVENTS:
            return
        if isinstance(args[0], socket.socket) and args[0].family == socket.AF_UNIX:
            return
        raise RuntimeError(f"{event} during a replay: {args[1:]!r}")
