"""Media Indonesia: where to go for its articles stands in `newsspider.sites.mediaindonesia`."""

from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.sites.mediaindonesia.site import MEDIAINDONESIA


class MediaIndonesia(NewsSpider):
    """Fetches the newest articles of Media Indonesia, each article once."""

    site = MEDIAINDONESIA
    name = MEDIAINDONESIA.name
    allowed_domains = list(MEDIAINDONESIA.domains)
