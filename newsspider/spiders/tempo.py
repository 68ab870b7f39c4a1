"""Tempo: where to go for its articles stands in `newsspider.sites.tempo`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.tempo.site import TEMPO


class Tempo(NewsSpider):
    """Fetches the newest articles of Tempo, or its archive day by day, each article once."""

    site = TEMPO
    name = TEMPO.name
    allowed_domains = list(TEMPO.domains)
