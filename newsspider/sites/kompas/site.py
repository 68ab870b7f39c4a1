"""Kompas.com as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.kompas.addresses import parse
from newsspider.sites.kompas.listing_urls import STEP, KompasListingUrls
from newsspider.sites.kompas.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.kompas.sections import LISTED_UNDER, SECTIONS
from newsspider.sites.site import Site

KOMPAS: Final = Site(
    name="kompas",
    title="Kompas.com",
    domains=("kompas.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=KompasListingUrls(),
    sections=SECTIONS,
    listed_under=LISTED_UNDER,
    layouts=MARKUP.layouts,
    index_steps=(STEP,),
    asks_permission=(
        "others who read it in 2026 list it among the sites to be asked first; its own words are"
        " not known here"
    ),
)
