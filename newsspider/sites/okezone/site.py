"""Okezone as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.okezone.addresses import parse
from newsspider.sites.okezone.listing_urls import STEP, OkezoneListingUrls
from newsspider.sites.okezone.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.okezone.sections import LISTED_UNDER, SECTIONS
from newsspider.sites.site import Site

OKEZONE: Final = Site(
    name="okezone",
    title="Okezone",
    domains=("okezone.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=OkezoneListingUrls(),
    sections=SECTIONS,
    listed_under=LISTED_UNDER,
    layouts=MARKUP.layouts,
    index_steps=(STEP,),
)
