"""Republika: where to go for its articles stands in `newsspider.sites.republika`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.republika.site import REPUBLIKA


class Republika(NewsSpider):
    """Fetches the newest articles of Republika, or its archive day by day, each article once."""

    site = REPUBLIKA
    name = REPUBLIKA.name
    allowed_domains = list(REPUBLIKA.domains)
