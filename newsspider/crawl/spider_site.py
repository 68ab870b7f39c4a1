"""The site that a crawl is of: `site` of its spider's class, as BaseSpider declares it."""

from scrapy.crawler import Crawler

from newsspider.sites.site import Site


def site_of(crawler: Crawler) -> Site | None:
    """Return the site of a crawler's spider; None for Scrapy's own (`scrapy shell`, `fetch`)."""
    found = getattr(crawler.spidercls, "site", None)
    return found if isinstance(found, Site) else None
