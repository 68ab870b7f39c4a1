"""SINDOnews as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.sindonews.addresses import parse
from newsspider.sites.sindonews.index_markup import INDEX_MARKUP
from newsspider.sites.sindonews.listing_urls import SindonewsListingUrls
from newsspider.sites.sindonews.markup import MARKUP
from newsspider.sites.sindonews.sections import REGIONS, SECTIONS
from newsspider.sites.site import Site

SINDONEWS: Final = Site(
    name="sindonews",
    title="SINDOnews",
    domains=("sindonews.com",),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=INDEX_MARKUP),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
    lists=SindonewsListingUrls(),
    sections=SECTIONS,
    listed_under=dict.fromkeys(REGIONS, "daerah"),
    layouts=MARKUP.layouts,
    index_steps=(20, 15, 10),  # since 2023, in 2020-21, in 2018-20
)
