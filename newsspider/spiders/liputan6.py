"""liputan6: where to go for its articles stands in `newsspider.sites.liputan6`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.liputan6.site import LIPUTAN6


class Liputan6(NewsSpider):
    """Fetches the newest articles of liputan6, or its archive day by day, each article once."""

    site = LIPUTAN6
    name = LIPUTAN6.name
    allowed_domains = list(LIPUTAN6.domains)
