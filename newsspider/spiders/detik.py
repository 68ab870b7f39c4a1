"""detikcom: where to go for its articles stands in `newsspider.sites.detik`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.detik.site import DETIK


class Detik(NewsSpider):
    """Fetches the newest articles of detikcom, or its archive day by day, each article once."""

    site = DETIK
    name = DETIK.name
    allowed_domains = list(DETIK.domains)
