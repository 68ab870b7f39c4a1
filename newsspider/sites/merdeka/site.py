"""Merdeka.com as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.merdeka.addresses import parse
from newsspider.sites.merdeka.listing_urls import MerdekaListingUrls
from newsspider.sites.merdeka.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.merdeka.sections import SECTIONS
from newsspider.sites.site import Site

MERDEKA: Final = Site(
    name="merdeka",
    title="Merdeka.com",
    domains=("merdeka.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=MerdekaListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
)
