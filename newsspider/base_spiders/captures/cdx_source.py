"""`-a source=cdx`: the articles that the index of an archive lists."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

from newsspider.base_spiders.captures.archive_lists import ArchiveLists
from newsspider.base_spiders.captures.capture_choice import CaptureChoice, Chosen
from newsspider.base_spiders.plan import Plan
from newsspider.sites.site import Site
from newsspider.transport.archives.client import FOR_EVER, ArchiveClient, NotHad
from newsspider.warc.index.cdx_answer import CdxAnswer, read_cdx, read_collections, says_none
from newsspider.warc.index.cdx_query import CdxQuery

_COLLECTIONS_KEPT: Final = timedelta(days=1)  # a new one appears each month or so
_ROWS_KEPT: Final = timedelta(days=30)  # of an index that grows, as that of the Wayback Machine


class CdxSource:
    """Asks the CDX server at `server`, or each that a `collinfo.json` there names, newest first.

    What a server answered is kept on disk: for ever where it numbers its pages, since the index of
    a finished crawl does not change.
    """

    def __init__(
        self,
        server: str,
        plan: Plan,
        site: Site,
        client: ArchiveClient,
        lists: ArchiveLists,
        choice: CaptureChoice,
    ) -> None:
        self.server = server
        self.plan = plan
        self.site = site
        self.client = client
        self.lists = lists
        self.choice = choice

    async def articles(self) -> AsyncIterator[list[Chosen]]:
        """Yield the wanted articles, those of one answer at a time."""
        since = self.plan.since - timedelta(days=1) if self.plan.since else None
        for server in await self._servers():
            for domain in self.site.domains:
                async for answer in self._answers(CdxQuery(server, domain, since)):
                    self.lists.shown(len(answer.entries))
                    self.lists.refused(server, answer.unread)
                    yield list(self.choice.articles(answer.entries))
                if self.lists.is_ending or self.choice.queue.is_full():
                    return

    async def _servers(self) -> list[str]:
        """Return the CDX servers to ask; of collections those that end after the first day."""
        if not self.server.partition("?")[0].endswith(".json"):
            return [self.server]
        asking = self.client.read(self.server, read_collections, _COLLECTIONS_KEPT)
        found = await self.lists.had(asking) or []
        since = self.plan.since.isoformat() if self.plan.since else ""
        return [server for server, until in found if not until or until[:10] >= since]

    async def _answers(self, query: CdxQuery) -> AsyncIterator[CdxAnswer]:
        """Yield the answers that list the captures of a domain, in the way that the server has."""
        first = await self.lists.had(self._ask(query.page_count()))
        if first is None:
            return
        if first.pages is None:  # it knows no pages: this is all there is, or the beginning
            yield first
            if first.resume_key:
                async for answer in self._rows(query, first.resume_key):
                    yield answer
        elif first.by_key:
            async for answer in self._rows(query, None):
                yield answer
        else:
            for number in range(first.pages):
                page = await self.lists.had(self._ask(query.page(number)))
                if page is not None:
                    yield page
                if self.lists.is_ending or self.choice.queue.is_full():
                    return

    async def _rows(self, query: CdxQuery, key: str | None) -> AsyncIterator[CdxAnswer]:
        """Yield the answers that a resumption key leads to; without one, from the beginning."""
        while not self.choice.queue.is_full():
            answer = await self.lists.had(self._ask(query.rows(key), _ROWS_KEPT))
            if answer is None:
                return
            yield answer
            following = answer.resume_key
            if following and following == key:
                self.lists.failed(f"{query.server}: goes on where it was: {key:.200}")
            if not following or following == key:
                return
            key = following

    async def _ask(self, url: str, keep: timedelta = FOR_EVER) -> CdxAnswer:
        try:
            return await self.client.read(url, read_cdx, keep)
        except NotHad as problem:
            if says_none(problem.status or 0, problem.body):
                return CdxAnswer(pages=0)
            raise
