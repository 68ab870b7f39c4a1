"""Pages in, articles and listings out. Knows no clock, no disk, no network, no Scrapy."""

from newsspider.extract.dates import parse_date
from newsspider.extract.errors import NotAnArticle
from newsspider.extract.listed import Listed, Listing
from newsspider.extract.page import Page
from newsspider.extract.sindonews.article import extract
from newsspider.extract.sindonews.further import Further, further
from newsspider.extract.sindonews.listing import listing

__all__ = [
    "Further",
    "Listed",
    "Listing",
    "NotAnArticle",
    "Page",
    "extract",
    "further",
    "listing",
    "parse_date",
]
