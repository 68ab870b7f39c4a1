"""Okezone: where to go for its articles stands in `newsspider.sites.okezone`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.okezone.site import OKEZONE


class Okezone(NewsSpider):
    """Fetches the newest articles of Okezone, or its archive day by day, each article once."""

    site = OKEZONE
    name = OKEZONE.name
    allowed_domains = list(OKEZONE.domains)
