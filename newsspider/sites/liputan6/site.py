"""liputan6 as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.liputan6.addresses import parse
from newsspider.sites.liputan6.listing_urls import STEP, Liputan6ListingUrls
from newsspider.sites.liputan6.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.liputan6.sections import SECTIONS
from newsspider.sites.site import Site

LIPUTAN6: Final = Site(
    name="liputan6",
    title="Liputan6",
    domains=("liputan6.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=Liputan6ListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
    index_steps=(STEP,),
)
