"""Kompas.com: where to go for its articles stands in `newsspider.sites.kompas`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.kompas.site import KOMPAS


class Kompas(NewsSpider):
    """Fetches the newest articles of Kompas.com, or its archive day by day, each article once."""

    site = KOMPAS
    name = KOMPAS.name
    allowed_domains = list(KOMPAS.domains)
