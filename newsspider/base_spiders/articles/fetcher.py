"""Reads the articles that were asked for, and says what became of each."""

import logging
from typing import Final

from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.evidence import status_words
from newsspider.base_spiders.articles.further_pages import FurtherPages
from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.missing import Takedowns
from newsspider.base_spiders.articles.to_page import to_page
from newsspider.base_spiders.failures import GONE, REFUSED, fate_of, reason_of
from newsspider.base_spiders.plan import Plan
from newsspider.crawl.page_reading.reading_process import ReaderDied, ReaderLost
from newsspider.extract import Listed, NotAnArticle
from newsspider.items import Article
from newsspider.reading.address import Address
from newsspider.sites.site import Site
from newsspider.store.files.times import wib_day
from newsspider.transport.pace.pacing import Stopping
from newsspider.transport.robots.disallowed import Disallowed

logger = logging.getLogger(__name__)

_LED_AWAY: Final = frozenset({"front", "section", "index"})  # where a site sends who asks for it


class ArticleFetcher:
    """Makes articles of responses, and keeps the books of those that are none.

    Counts: `article/gone`, `…/failed`, `…/disallowed`, `…/refused`, `…/other_day`.
    """

    def __init__(
        self,
        plan: Plan,
        site: Site,
        known: KnownArticles,
        days: ArchiveDays,
        takedowns: Takedowns,
        pages: FurtherPages,
        stats: StatsCollector,
    ) -> None:
        self.plan = plan
        self.site = site
        self.known = known
        self.days = days
        self.pages = pages
        self.stats = stats
        self.takedowns = takedowns

    def asked(self, response: Response) -> Listed:
        """Return the article that a response without a listed one answers (`scrapy parse`)."""
        return self.site.listed(response.meta.get("redirect_urls", [response.url])[0])

    async def read(self, response: Response, listed: Listed) -> Article | None:
        """Return the article of page 1 (or of the whole text) with its further pages.

        None where something else became of it, which is noted. Raises `NotAnArticle` for a page
        that is to be put aside.
        """
        asked = listed.address or self.site.address(listed.url)
        came = self.site.address(response.url)
        if came.id is None:
            gone = came.kind in _LED_AWAY
            self._not_had(asked, f"led to {response.url}", response if gone else None)
            return None
        try:
            article = await self.pages.article(
                to_page(response), listed, thrifty=self.plan.is_thrifty
            )
        except Stopping:
            self.stats.inc_value("article/refused")  # the next run reads it whole
            return None
        except NotAnArticle as error:
            # A stored article in place of which the site says, with status 200, that there is none.
            if error.reason == "soft_404" and self.known.is_known(came.id):
                self._not_had(asked, str(error), response)
                return None
            self.days.forget(asked.id)
            raise
        except (ReaderDied, ReaderLost):
            self.days.forget(asked.id)
            raise
        return self._wanted(article, asked)

    def _wanted(self, article: Article, asked: Address) -> Article | None:
        """Return an article that came, if it is of the days asked for."""
        self.takedowns.alive(self.site.address(article.url).section)
        # What the index of a day lists is of that day's archive, whatever day the page says.
        is_wanted = self.plan.wants_day(article.date_published) or self.days.is_filed(asked.id)
        if asked.id != article.id:
            self.days.settle(asked.id, "moved")
        if is_wanted:
            return article
        self.stats.inc_value("article/other_day")
        return None

    def failed(self, failure: Failure, listed: Listed, url: str) -> Listed | None:
        """Note that an article was not to be had: taken down, or to be tried by the next run.

        Return it where only the rendering of the whole text at `url` is missing or disallowed, so
        that its pages may be there.
        """
        response = getattr(failure.value, "response", None)
        by_rule = isinstance(failure.value, Disallowed)
        is_paged = response.status not in REFUSED if response is not None else by_rule
        if is_paged and self.site.address(url).whole:
            return listed
        asked = listed.address or self.site.address(listed.url)
        if isinstance(failure.value, Stopping | Disallowed):
            self.stats.inc_value("article/disallowed" if by_rule else "article/refused")
            self.days.forget(asked.id)
        else:
            missing = response if response is not None and response.status in GONE else None
            reason = reason_of(failure) if missing is None else status_words(missing.status)
            self._not_had(asked, reason, missing)
        if fate_of(failure) != "left":
            logger.warning("Article not to be had: %s", reason_of(failure))
        return None

    def _not_had(self, asked: Address, error: str, missing: Response | None) -> None:
        """Note a failure; `missing` is the answer that says that there is no such article.

        A stored article is either taken down, or left to the next look at it.
        """
        gone = missing is not None
        self.stats.inc_value("article/gone" if gone else "article/failed")
        if asked.id is None:
            return
        if self.known.is_known(asked.id):
            if missing is not None and not self.known.is_gone(asked.id):
                found = self.known.missing(error, missing)
                self.takedowns.missing(asked.id, asked.section, found)
            return
        self.known.note_failure(asked, error, gone=gone)
        if gone:
            self.days.settle(asked.id, "gone")
        self.days.forget(asked.id)

    def stored(self, item: Article) -> None:
        """Note that an article is in the journal."""
        stated = (wib_day(item.date_published), item.section)
        self.days.stored(item.id, item.url, stated)

    def dropped(self, item: Article) -> None:
        """Note that a pipeline had no use for an article: it is unchanged, or a duplicate."""
        if self.known.is_known(item.id):
            self.days.settle(item.id, "unchanged")

    def end(self) -> None:
        """Record the takedowns of the run, unless the site itself was ill.

        Counts: `takedown/recorded`, `takedown/doubted`.
        """
        believed, doubted = self.takedowns.judged()
        self.known.record_takedowns(believed)
        for key, number in (("recorded", len(believed)), ("doubted", len(doubted))):
            if number:
                self.stats.inc_value(f"takedown/{key}", number)
