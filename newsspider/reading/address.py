"""What an address of a news site is of: parsed once, then handed on as a value."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what it is of; the address of an article is a subclass that a site defines.

    `kind` is "article" for text that is stored; else "front", "section", "index", "topic",
    "author", "search", "feed" or "sitemap" for what lists articles, "foreign" for an address off
    the site, or a word of the site's own ("video"). `section` is the name that `-a sections=`
    knows, empty where the address tells none.
    """

    kind: str
    section: str = ""

    @property
    def id(self) -> str | None:
        """Return the identity of the article (`site:…`), whatever its address; None for none."""
        return None

    @property
    def canonical(self) -> str | None:
        """Return the address of page 1 as records state it: https, no query; None for none."""
        return None

    @property
    def published_hint(self) -> datetime | None:
        """Return the instant that the address names (aware): no earlier was it published."""
        return None

    @property
    def whole_text(self) -> str | None:
        """Return the address of the whole text on one page; None where there is no such page."""
        return None

    @property
    def whole(self) -> bool:
        """Return whether the address is that of the whole text on one page."""
        return False

    @property
    def offset(self) -> int:
        """Return what the address counts a further page by (2, or 10 articles in); 0 on page 1."""
        return 0

    @property
    def number(self) -> int | None:
        """Return the number of the article in its addresses; None where they have none."""
        return None

    @property
    def headline_slug(self) -> str:
        """Words of the headline as the address has them ("panen-raya-dimulai"); else empty."""
        return ""

    def page(self, offset: int) -> str | None:
        """Return the address of a further page; None where the site does not split articles."""
        return None

    def is_same_article(self, other: "Address") -> bool:
        """Return whether another address is of the article, as far as addresses alone tell."""
        return self.id is not None and self.id == other.id

    def preferred(self, stated: "Address") -> "Address":
        """Return the better of two addresses of one article: this one or the one `stated`."""
        return stated

    def settle(self, date_published: str, image: str | None) -> "Address":
        """Return the address with what only the page tells of the article's identity.

        `date_published` is ISO 8601, `image` the address of the lead image.
        """
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledAddress(Address):
    """An address of an article that tells its id by itself, each property a plain value.

    For a site whose addresses name one number or code, as most do; one that used a number twice
    defines a subclass of `Address` of its own. `pages` is the address of a further page, with `{}`
    where its number stands; empty where the site does not split articles.

    >>> address = SettledAddress(kind="article", id="kabar:12", canonical="https://kabar.example/12",
    ...     pages="https://kabar.example/12?hal={}")
    >>> address.page(2)
    'https://kabar.example/12?hal=2'
    """

    id: str
    canonical: str
    number: int | None = None
    headline_slug: str = ""
    published_hint: datetime | None = None
    pages: str = ""
    offset: int = 0
    whole_text: str | None = None
    whole: bool = False

    def page(self, offset: int) -> str | None:
        """Return the address of a further page; None where the site does not split articles."""
        return self.pages.format(offset) if self.pages else None
