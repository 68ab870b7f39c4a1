"""Reads the articles whose pages were captured, and tries an older capture of one that is none."""

import logging

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.articles.fetcher import ArticleFetcher
from newsspider.base_spiders.failures import fate_of, reason_of
from newsspider.crawl.awaited_captures import AwaitedCaptures
from newsspider.extract import Listed, NotAnArticle
from newsspider.items import Article
from newsspider.reading.address import Address
from newsspider.transport.archives.client import ArchiveClient
from newsspider.transport.pace.pacing import Stopping

logger = logging.getLogger(__name__)


class CaptureFetcher(ArticleFetcher):
    """An `ArticleFetcher` whose pages come from an archive.

    What an archive lacks says nothing of the site: no failure and no takedown is remembered.
    What an archive gave and was not stored is kept on disk, so that no run asks for it again.
    Counts besides: `capture/unreadable` of pages in place of which an older capture is read,
    `…/unreadable_before` of those that an earlier run could not read either.
    """

    captures: AwaitedCaptures
    client: ArchiveClient

    async def read(self, response: Response, listed: Listed) -> Article | None:
        """Return the article of the newest capture that is one; see `ArticleFetcher.read`."""
        asked = listed.address or self.site.address(listed.url)
        try:
            while True:
                try:
                    return self._noted(await super().read(response, listed), response)
                except NotAnArticle as problem:
                    older = await self._older(response, problem)
                    if older is None:
                        return None
                    response = older
        except Stopping:
            self.stats.inc_value("article/refused")
        except IgnoreRequest as problem:
            self._not_had(asked, str(problem), None)
        finally:
            self.captures.forget(asked.id or "")
        return None

    def _noted(self, article: Article | None, response: Response) -> Article | None:
        if article is None:
            self.client.keep(response.meta["archive_answer"])
        else:
            self.captures.came_from(article.id, response.meta["archived_from"])
        return article

    async def _older(self, response: Response, problem: NotAnArticle) -> Response | None:
        """Return the capture before one that is no article; raise the `problem` where there is
        none, or return None where an earlier run has told of it."""
        answer: Response | None = response.meta["archive_answer"]
        self.client.keep(answer)
        left = self.captures.of_page(response.url)
        del left[:1]
        if not left and answer is not None and "cached" in answer.flags:
            self.stats.inc_value("capture/unreadable_before")
            return None
        if not left:
            raise problem
        self.stats.inc_value("capture/unreadable")
        logger.info("An older capture is read, since of the newer: %s", problem)
        crawler = self.pages.crawler
        assert crawler.engine is not None
        older: Response = await crawler.engine.download_async(Request(left[0].url))
        return older

    def failed(self, failure: Failure, listed: Listed, url: str) -> Listed | None:
        """Note that no capture of an article was to be had; the next run asks again."""
        asked = listed.address or self.site.address(listed.url)
        self.captures.forget(asked.id or "")
        if isinstance(failure.value, Stopping):
            self.stats.inc_value("article/refused")
            return None
        self._not_had(asked, reason_of(failure), None)
        if fate_of(failure) != "left":
            logger.warning("Article not to be had: %s", reason_of(failure))
        return None

    def _not_had(self, asked: Address, error: str, missing: Response | None) -> None:
        self.stats.inc_value("article/failed")
        self.days.forget(asked.id)
