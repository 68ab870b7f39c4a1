"""What a list of articles gives: the same for index pages, feeds and sitemaps of any site."""

from dataclasses import dataclass, field

from newsspider.reading.address import Address


@dataclass(kw_only=True, slots=True, frozen=True)
class Listed:
    """An article as a list shows it.

    `url` is its canonical address, `headline` the whole headline as printed. The dates are ISO
    8601 with offset; a list that shows a relative date ("5 menit yang lalu") gives it by the time
    the page was fetched. A sitemap's `lastmod` is `date_modified`: it says nothing of publication.
    `address` is `url` as the site understands it, so that nobody parses it again.
    """

    url: str
    headline: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    address: Address | None = field(default=None, repr=False, compare=False)


@dataclass(kw_only=True, slots=True, frozen=True)
class Listing:
    """The articles of a list in its order, each once, and where to go on.

    `next` is the address of the list's next page, `sitemaps` are the children of a sitemap index,
    `skipped` counts by kind what the list leads to that is no text article. `recognised` says that
    the page is a list as the site draws them, be it an empty one.
    """

    articles: list[Listed] = field(default_factory=list)
    next: str | None = None
    sitemaps: list[str] = field(default_factory=list)
    skipped: dict[str, int] = field(default_factory=dict)
    recognised: bool = field(default=False, compare=False)
