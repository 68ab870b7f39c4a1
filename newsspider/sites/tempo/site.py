"""Tempo as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.site import Site
from newsspider.sites.tempo.addresses import parse
from newsspider.sites.tempo.listing_urls import STEP, TempoListingUrls
from newsspider.sites.tempo.markup import INDEX_MARKUP, MARKUP
from newsspider.sites.tempo.sections import SECTIONS

TEMPO: Final = Site(
    name="tempo",
    title="Tempo",
    domains=("tempo.co",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=TempoListingUrls(),
    sections=SECTIONS,
    layouts=MARKUP.layouts,
    index_steps=(STEP,),
)
