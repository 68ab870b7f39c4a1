"""Merdeka.com: where to go for its articles stands in `newsspider.sites.merdeka`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.merdeka.site import MERDEKA


class Merdeka(NewsSpider):
    """Fetches the newest articles of Merdeka.com, each article once."""

    site = MERDEKA
    name = MERDEKA.name
    allowed_domains = list(MERDEKA.domains)
