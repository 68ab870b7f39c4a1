"""Republika as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.republika.addresses import parse
from newsspider.sites.republika.listing_urls import RepublikaListingUrls
from newsspider.sites.republika.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.republika.sections import SECTIONS
from newsspider.sites.site import Site

REPUBLIKA: Final = Site(
    name="republika",
    title="Republika",
    domains=("republika.co.id", "ihram.co.id"),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=RepublikaListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
    index_steps=(50, 40),
)
