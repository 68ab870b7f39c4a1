"""SINDOnews with two pages that end, or block for good, the process that reads them."""

import os
import re
from dataclasses import replace
from typing import Final

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.extract import Listed, Listing, Page
from newsspider.items import Article
from newsspider.reading.fields.source_loader import Stats
from newsspider.sites.sindonews.site import SINDONEWS

DEADLY: Final = "jembatan-gantung-enrekang"
ENDLESS: Final = "telepon-umum-pulau-enggano"


def extract(
    page: Page, *more: Page, listed: Listed | None = None, stats: Stats | None = None
) -> Article:
    """Read a page as the site does, but for the two; in C code, the endless one."""
    if DEADLY in page.url:
        os._exit(11)
    if ENDLESS in page.url:
        re.match("(a+)+$", "a" * 60 + "b")
    return SINDONEWS.extract(page, *more, listed=listed, stats=stats)


def listing(page: Page) -> Listing:
    """Read a list as the site does, but for the one."""
    if DEADLY in page.url:
        os._exit(11)
    return SINDONEWS.listing(page)


class Deadly(NewsSpider):
    """Crawls it."""

    name = SINDONEWS.name
    site = replace(SINDONEWS, extract=extract, listing=listing)
    allowed_domains = list(SINDONEWS.domains)
