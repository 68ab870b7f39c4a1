"""SINDOnews as the rest of the program knows it."""

from typing import Final

from newsspider.dates import WIB
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.addresses import parse
from newsspider.sites.sindonews.article import extract
from newsspider.sites.sindonews.further import further
from newsspider.sites.sindonews.listing_urls import SindonewsListingUrls
from newsspider.sites.sindonews.listings.listing import listing
from newsspider.sites.sindonews.not_article import check_bytes, told
from newsspider.sites.sindonews.sections import REGIONS, SECTIONS
from newsspider.sites.site import Site


def blocked(page: Page) -> str | None:
    """Return the code of what a page says it is in place of a list or article; None for neither."""
    try:
        check_bytes(page)
        return told(page)
    except NotAnArticle as error:
        return error.reason


SINDONEWS: Final = Site(
    name="sindonews",
    title="SINDOnews",
    domains=("sindonews.com",),
    zone=WIB,
    address=parse,
    extract=extract,
    listing=listing,
    further=further,
    blocked=blocked,
    lists=SindonewsListingUrls(),
    sections=SECTIONS,
    listed_under=dict.fromkeys(REGIONS, "daerah"),
    index_steps=(20, 15, 10),  # since 2023, in 2020-21, in 2018-20
)
