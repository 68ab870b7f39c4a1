"""The door of a site: all that the rest of the program may ask of it.

A site is a folder `newsspider/sites/<name>/` whose `site.py` holds one `Site`. Spiders, commands,
middlewares and extensions take it from the spider (`spider.site`) or from the registry; nothing
outside the folder imports what else is in it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from typing import Protocol

from newsspider.items import Article
from newsspider.reading.address import Address
from newsspider.reading.article.layout import Layout
from newsspider.reading.body.further import Further
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.page import Page


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a site as `-a sections=` names it."""

    name: str


class Extract(Protocol):
    """Reads the article on a page, as `newsspider.extract.extract` does."""

    def __call__(
        self, page: Page, *more: Page, listed: Listed | None = None, stats: Stats | None = None
    ) -> Article:
        """Return the article of a page and its further pages; raise `NotAnArticle` for others."""


class ListingUrls:
    """Addresses of the lists of a site, best first. A site overrides what it has.

    `section` is a name of `Site.sections`, or None for the whole site.
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the feeds that list the newest articles, each an alternative to the one before."""
        return ()

    def news_sitemap(self, section: str | None) -> str | None:
        """Return the news sitemap, which lists the articles of the last 48 hours."""
        return None

    def front_index(self, section: str | None) -> str | None:
        """Return page 1 of the index without a day: the newest articles."""
        return None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of the index of a day, which begins after `offset` articles."""
        return None

    def older_index(self, url: str) -> str | None:
        """Return the same page of an index at the address that it had before."""
        return None

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return None

    def topic(self, named: str) -> str | None:
        """Return page 1 of a topic that the user names by its address or by its last part."""
        return None

    def author(self, named: str) -> str | None:
        """Return page 1 of an author whom the user names by address or by its last part."""
        return None


def _says_nothing(page: Page) -> str | None:
    return None


def _stands_alone(page: Page) -> Further:
    return Further()


@dataclass(frozen=True, kw_only=True)
class Site:
    """One news site: who it is, how its addresses and pages are read, where it lists articles.

    `name` is that of its spider, its folder and its records; `title` is for messages. `zone` is
    that of dates which name none, and of the days of its index.
    """

    name: str
    title: str
    domains: tuple[str, ...]
    zone: tzinfo
    address: Callable[[str], Address]
    """Return what an address is of; total."""
    extract: Extract
    listing: Callable[[Page], Listing]
    """Return what a list shows; total."""
    further: Callable[[Page], Further] = _stands_alone
    """Return where the rest of the article on a page stands; total."""
    blocked: Callable[[Page], str | None] = _says_nothing
    """Return what a page says it is in place of a list or an article, a code of
    `not_an_article.REASONS` ("block_page", "server_error", "soft_404" …); None for neither."""
    lists: ListingUrls = field(default_factory=ListingUrls)
    sections: Mapping[str, Section] = field(default_factory=dict)
    """Sections with text articles, by name."""
    listed_under: Mapping[str, str] = field(default_factory=dict)
    """Sections of addresses that the index lists under another, as `{"bandung": "regional"}`."""
    layouts: tuple[Layout, ...] = ()
    """Layouts of its articles, newest first: what a message says is to be repaired."""
    index_steps: tuple[int, ...] = ()
    """Articles on a page of the daily index, today's number first."""
    asks_permission: str = ""
    """The site's own words where it bans crawling or wants to be asked first, and where they stand:
    no live crawl begins before `PERMISSION` says who allowed it. Empty where none are known."""

    def listed(self, url: str, date_published: str | None = None) -> Listed:
        """Return an article as if a list had shown it, its address parsed once."""
        address = self.address(url)
        return Listed(url=address.canonical or url, date_published=date_published, address=address)

    def lists_by_day(self, section: str) -> bool:
        """Tell whether the daily index has a list of this section alone."""
        return section in self.sections and bool(self.lists.daily_index(section, date.min))

    def owns(self, host: str) -> bool:
        """Tell whether a host name is one of the site's domains or lies under one."""
        return any(host == domain or host.endswith(f".{domain}") for domain in self.domains)
