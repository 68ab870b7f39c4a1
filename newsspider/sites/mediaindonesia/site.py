"""Media Indonesia as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.mediaindonesia.addresses import parse
from newsspider.sites.mediaindonesia.listing_urls import MediaIndonesiaListingUrls
from newsspider.sites.mediaindonesia.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.mediaindonesia.sections import SECTIONS
from newsspider.sites.site import Site

MEDIAINDONESIA: Final = Site(
    name="mediaindonesia",
    title="Media Indonesia",
    domains=("mediaindonesia.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=MediaIndonesiaListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
)
