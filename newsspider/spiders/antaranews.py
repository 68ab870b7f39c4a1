"""ANTARA: where to go for its articles stands in `newsspider.sites.antaranews`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.antaranews.site import ANTARANEWS


class Antaranews(NewsSpider):
    """Fetches the newest articles of ANTARA, or its archive day by day, each article once."""

    site = ANTARANEWS
    name = ANTARANEWS.name
    allowed_domains = list(ANTARANEWS.domains)
