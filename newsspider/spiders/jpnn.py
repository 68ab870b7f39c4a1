"""JPNN: where to go for its articles stands in `newsspider.sites.jpnn`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.jpnn.site import JPNN


class Jpnn(NewsSpider):
    """Fetches the newest articles of JPNN, each once, with all its pages."""

    site = JPNN
    name = JPNN.name
    allowed_domains = list(JPNN.domains)
