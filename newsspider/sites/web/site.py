"""Any news site without a folder of its own, as the rest of the program knows it."""

from functools import partial
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article import extraction
from newsspider.reading.article.refusal import blocked
from newsspider.reading.body.further import further
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.reading.lists.listed_articles import listing
from newsspider.sites.site import Site
from newsspider.sites.web.addresses import parse
from newsspider.sites.web.markup import MARKUP

WEB: Final = Site(
    name="web",
    title="the web",
    domains=(),
    zone=WIB,
    address=parse,
    extract=partial(extraction.extract, MARKUP),
    listing=partial(listing, markup=IndexMarkup(address=parse, zone=WIB)),
    further=partial(further, markup=MARKUP),
    blocked=partial(blocked, markup=MARKUP),
)
"""Every host that no other site owns."""
