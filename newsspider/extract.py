"""Pages in, articles and listings out. Knows no clock, no disk, no network, no Scrapy."""

from newsspider.dates import parse_date
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.article import extract
from newsspider.sites.sindonews.further import Further, further
from newsspider.sites.sindonews.listings.listing import listing

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
