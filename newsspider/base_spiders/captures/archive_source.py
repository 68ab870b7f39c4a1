"""A crawl that reads an archive in place of the site: its parts put together."""

from collections.abc import AsyncIterator
from functools import partial
from importlib.util import find_spec
from typing import Final, Protocol

from scrapy.crawler import Crawler

from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.captures.archive_lists import ArchiveLists
from newsspider.base_spiders.captures.capture_choice import CaptureChoice, Chosen
from newsspider.base_spiders.captures.ccnews_source import CcNewsSource
from newsspider.base_spiders.captures.cdx_source import CdxSource
from newsspider.base_spiders.captures.files_read import FilesRead
from newsspider.base_spiders.plan import Plan
from newsspider.crawl import clock
from newsspider.crawl.awaited_captures import begin_captures
from newsspider.crawl.open_store import find_store
from newsspider.errors import BadArgument, MissingExtra
from newsspider.sites.site import Site
from newsspider.transport.archives.addresses import (
    SETTINGS,
    ask_politely,
    origin_of,
    refuse_no_address,
)
from newsspider.transport.archives.client import ArchiveClient

_FIRST: Final = {"ccnews": "CCNEWS_URL", "cdx": "CDX_URL"}
_NO_NETWORK: Final = ("REPLAY_DIR", "REPLAY_ARCHIVE")


class Lists(Protocol):
    """What an archive lists."""

    def articles(self) -> AsyncIterator[list[Chosen]]:
        """Yield the wanted articles, some at a time."""


def prepare(crawler: Crawler, source: str) -> tuple[str, frozenset[str]]:
    """Set how the archive is asked; return the name of its download slot, and its servers.

    Raises `BadArgument` for settings that an archive cannot be read with, or without fastwarc.
    """
    settings = crawler.settings
    for name in _NO_NETWORK:
        if settings[name]:
            raise BadArgument(f"-a source={source}: {name} answers for the network; leave one out")
    refuse_no_address(settings)
    if find_spec("fastwarc") is None:  # needed later, and asked before the first request
        raise MissingExtra(f"-a source={source}", "fastwarc", "archive")
    ask_politely(settings)
    first = str(settings[_FIRST[source]])
    servers = (str(settings[name]) for name in SETTINGS if settings[name])
    return origin_of(first).partition("://")[2], frozenset(map(origin_of, servers))


class ArchiveSource:
    """Finds the articles of a site in an archive; `captures` answer for the site's pages."""

    def __init__(self, crawler: Crawler, plan: Plan, site: Site, queue: ArticleQueue) -> None:
        assert crawler.stats is not None
        settings, stats = crawler.settings, crawler.stats
        if plan.source is not None:  # for the manifest
            stats.set_value("archive/url", str(settings[_FIRST[plan.source]]))
        self.captures = begin_captures(crawler, site.address)
        self.files = FilesRead(partial(find_store, crawler), clock.now, plan, self.captures, stats)
        self.client = client = ArchiveClient(crawler)
        lists = ArchiveLists(stats)
        choice = CaptureChoice(plan, site, queue, stats)
        self.lists: Lists
        if plan.source == "cdx":
            self.lists = CdxSource(settings["CDX_URL"], plan, site, client, lists, choice)
        else:
            self.lists = CcNewsSource(
                settings["CCNEWS_URL"],
                settings.getint("ARCHIVE_PART_BYTES"),
                plan,
                site,
                client,
                lists,
                choice,
                self.files,
                clock.now,
            )

    async def articles(self) -> AsyncIterator[list[Chosen]]:
        """Yield the articles to be asked for, some at a time, their captures at hand."""
        async for some in self.lists.articles():
            for chosen in some:
                self.captures.put(chosen.identity, chosen.captures)
            yield some

    def end(self, reason: str) -> None:
        """Enter what was read to its end, in a run that came to its end."""
        if reason == "finished":
            self.files.enter(at_the_end=True)
