"""ANTARA as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.antaranews.addresses import parse
from newsspider.sites.antaranews.listing_urls import STEP, AntaraListingUrls
from newsspider.sites.antaranews.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.antaranews.sections import SECTIONS
from newsspider.sites.site import Site

ANTARANEWS: Final = Site(
    name="antaranews",
    title="ANTARA",
    domains=("antaranews.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=AntaraListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
    index_steps=(STEP,),
    asks_permission=(
        "the foot of its pages forbids to crawl it automatically without written permission"
    ),
)
