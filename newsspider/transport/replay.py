"""REPLAY_DIR, REPLAY_ARCHIVE: whole crawls from saved pages or WARC files, through all of Scrapy,
without a socket."""

import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from scrapy import signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Headers, Response

from newsspider.crawl.site_time import replays
from newsspider.crawl.stop import close
from newsspider.errors import BadArgument, MissingExtra
from newsspider.store.pages.fixtures import FixtureInvalid
from newsspider.transport.responses import response_of
from newsspider.transport.saved_answers import Answers, SavedAnswers

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.settings import BaseSettings

_MODES: Final = ("REPLAY_DIR", "REPLAY_ARCHIVE", "CONNECT_TO")
_NETWORK_EVENTS: Final = frozenset(
    {"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}
)


class Replay:
    """Add-on: where one of REPLAY_DIR and REPLAY_ARCHIVE is set, it stands in for the network.

    Stats: `replay/damaged`, how many places of the WARC files cannot be read.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._damaged = 0

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler)

    def update_settings(self, settings: "BaseSettings") -> None:
        """Set with the priority of the command line: add-ons rank below what settings.py says.

        Raises `BadArgument` when there is nothing that can be replayed.
        """
        given = [name for name in _MODES if settings[name]]
        if len(given) > 1:
            raise BadArgument(f"{' and '.join(given)} exclude each other; give one")
        if settings["REPLAY_DIR"]:
            self._replay(settings, SavedAnswers.load(Path(settings["REPLAY_DIR"])))
        elif settings["REPLAY_ARCHIVE"]:
            self._replay(settings, self._archived(settings["REPLAY_ARCHIVE"]))

    def _archived(self, pattern: str) -> Answers:
        if find_spec("fastwarc") is None:
            raise MissingExtra("REPLAY_ARCHIVE", "fastwarc", "archive")
        # An extra, of which the module is made: imported where it is used.
        from newsspider.transport.archived_answers import ArchivedAnswers

        hosts = getattr(self._crawler.spidercls, "allowed_domains", None)
        answers = ArchivedAnswers.load(pattern, hosts)
        if answers.newest is not None:
            replays(self._crawler, answers.newest)
        if answers.damaged:
            self._damaged = answers.damaged
            self._crawler.signals.connect(self._tell_damage, signals.spider_opened, weak=False)
        return answers

    def _tell_damage(self) -> None:
        """Count once there are stats: when the spider is opened."""
        assert self._crawler.stats is not None
        self._crawler.stats.set_value("replay/damaged", self._damaged)

    def _replay(self, settings: "BaseSettings", source: Answers) -> None:
        class Handler(ReplayHandler):  # handlers are built from a class, which so bears the answers
            answers = source

        handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": Handler, "https": Handler}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")
        settings.set("DOWNLOAD_DELAY", 0, "cmdline")
        no_network = NoNetwork()
        self._crawler.signals.connect(no_network.begin, signals.spider_opened, weak=False)
        self._crawler.signals.connect(no_network.end, signals.engine_stopped, weak=False)


class ReplayHandler(BaseDownloadHandler):
    """Answers from what was saved; an address that is not there is a 404.

    `request.meta["fetched_at"]` says when the answer came, for dates told by it.
    """

    answers: Answers

    async def download_request(self, request: "Request") -> Response:
        """Return the saved answer. Changed bytes end the crawl: raises `FixtureInvalid`. One that
        was cut fails as it did, but for a robots.txt, which is read as far as it came."""
        try:
            found = self.answers.get(request.url.partition("#")[0])
        except FixtureInvalid as problem:
            self.crawler.stats.set_value("replay/invalid", str(problem))
            close(self.crawler, "fixture_damaged")
            raise
        if found is None:
            self.crawler.stats.inc_value("replay/missing")
            return Response(request.url, status=404)
        if found.is_cut and "robots_of" not in request.meta:
            raise ResponseDataLossError("the answer was cut when it was archived")
        request.meta["fetched_at"] = found.fetched_at.isoformat(timespec="seconds")
        headers = Headers()
        for name, value in found.headers:
            headers.appendlist(name, value)
        return response_of(request.url, headers, found.body, status=found.status)


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
