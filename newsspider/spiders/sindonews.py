"""SINDOnews: where to go for its articles stands in `newsspider.sites.sindonews`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.sindonews.site import SINDONEWS


class Sindonews(NewsSpider):
    """Fetches the newest articles of SINDOnews, or its archive day by day, each article once."""

    site = SINDONEWS
    name = SINDONEWS.name
    allowed_domains = list(SINDONEWS.domains)
