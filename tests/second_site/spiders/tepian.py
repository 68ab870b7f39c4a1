"""Kabar Tepian: which site the spider is of; the base spider knows where to go from its lists."""

from newsspider.base_spiders.news_spider import NewsSpider
from tests.second_site.tepian.site import TEPIAN


class Tepian(NewsSpider):
    """Fetches the newest articles of the feed, each once, with all its pages."""

    site = TEPIAN
    name = TEPIAN.name
    allowed_domains = list(TEPIAN.domains)
