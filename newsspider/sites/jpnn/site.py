"""JPNN as the rest of the program knows it."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from urllib.parse import quote

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.jpnn.addresses import FEED, HOME, parse
from newsspider.sites.jpnn.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.site import ListingUrls, Site


class JpnnListingUrls(ListingUrls):
    """The feed of the whole site, its front page by page, and tags; no days.

    >>> JpnnListingUrls().topic("garam")
    'https://www.jpnn.com/tag/garam?page=1'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the feed that article pages of 2022 name; a section has none."""
        return [FEED] if section is None else []

    def front_index(self, section: str | None) -> str | None:
        """Return page 1 of the newest articles; a section has none."""
        return f"{HOME}/?page=1" if section is None else None

    def topic(self, named: str) -> str | None:
        """Return page 1 of a tag for its address or its last part."""
        return named if "://" in named else f"{HOME}/tag/{quote(named)}?page=1"


JPNN: Final = Site(
    name="jpnn",
    title="JPNN",
    domains=("jpnn.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=JpnnListingUrls(),
    layouts=MARKUP.layouts,
)
