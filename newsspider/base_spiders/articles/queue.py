"""Chooses which of the listed articles are asked for, each once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from scrapy.statscollectors import StatsCollector

from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.recent_set import RecentSet
from newsspider.base_spiders.plan import Plan
from newsspider.extract import Listed
from newsspider.reading.address import Address
from newsspider.sites.site import Site

_AT_ONCE: Final = 64  # entries of which the store is asked together


class ArticleQueue:
    """Lets through what the plan wants, what is not stored, and nothing twice.

    Counts: `article/listed`, and what became of each: `article/known`, `…/not_due`, `…/limited`;
    `article/other_day`, `…/not_asked_for` and `…/no_article` of what was not wanted;
    `article/refreshed`.
    """

    def __init__(self, plan: Plan, site: Site, known: KnownArticles, stats: StatsCollector) -> None:
        self.plan = plan
        self.site = site
        self.known = known
        self.stats = stats
        self.met = RecentSet()  # identities of the articles listed in this run
        self.asked = RecentSet()  # and of those that were asked for
        self.requested = 0

    def is_full(self) -> bool:
        """Tell whether as many articles were asked for as the user wants."""
        return self.plan.limit is not None and self.requested >= self.plan.limit

    def wanted(self, entries: Iterable[Listed], *, of_section: bool = True) -> Iterator[Listed]:
        """Yield entries that are articles of the days and sections asked for; count the others.

        `of_section`: the list was one of a section, so that it tells the section.
        """
        for each in entries:
            entry = each if each.address else self.site.listed(each.url, each.date_published)
            address = entry.address
            if address is None or address.id is None:
                self.stats.inc_value("article/no_article")
            elif not self.plan.wants_day(entry.date_published):
                self.stats.inc_value("article/other_day")
            elif not of_section and not self._is_asked_for(address):
                self.stats.inc_value("article/not_asked_for")
            else:
                yield entry

    def _is_asked_for(self, address: Address) -> bool:
        """Tell whether an article that was found by topic, author, search or address is of a
        section and of days asked for, as far as its address tells.

        The moment in an address is never later than the publication by more than some minutes.
        """
        sections, until = self.plan.sections, self.plan.until
        section = self.site.listed_under.get(address.section, address.section)
        if sections and section not in sections:
            return False
        hint = address.published_hint
        return until is None or hint is None or hint.astimezone(self.site.zone).date() <= until

    def choose(self, entries: Iterable[Listed]) -> Iterator[Listed]:
        """Yield those wanted entries that are not stored, and not asked for yet."""
        left = iter(entries)
        while some := list(islice(left, _AT_ONCE)):
            identified = [(self._identity(entry), entry) for entry in some]
            unmet = [(name, entry) for name, entry in identified if self.met.add(name)]
            standings = self.known.standings([name for name, _ in unmet])
            for identity, entry in unmet:
                self.stats.inc_value("article/listed")
                if standing := standings.get(identity):
                    self.stats.inc_value(f"article/{standing}")
                elif self.is_full():
                    self.stats.inc_value("article/limited")
                elif self.asked.add(identity):
                    self.requested += 1
                    yield entry

    def _identity(self, entry: Listed) -> str:
        """Return the id of a listed article, or its address where that does not tell it."""
        address = entry.address or self.site.address(entry.url)
        return address.id or entry.url

    def by_address(self) -> Iterator[Listed]:
        """Yield articles that the user names, that failed before, and to look at again."""
        for entries in (self._in_file(), self.known.due()):
            yield from self.choose(self.wanted(entries, of_section=False))
        yield from self.refreshed()

    def _in_file(self) -> Iterator[Listed]:
        if self.plan.urls is not None:
            yield from self.plan.urls.articles(self.site, self.stats)

    def refreshed(self) -> Iterator[Listed]:
        """Yield stored articles that the plan wants to be looked at again."""
        if self.plan.refresh is None:
            return
        stored = self.known.published_within(self.plan.refresh)
        for entry in self.wanted(stored, of_section=False):
            identity = entry.address.id if entry.address else None
            if self.asked.add(identity or entry.url):
                self.stats.inc_value("article/refreshed")
                yield entry
