"""The site that a crawl is of: the `site` of its spider."""

from scrapy.crawler import Crawler

from newsspider.sites.site import Site


def site_of(crawler: Crawler) -> Site | None:
    """Return the site of a crawler's spider; None for Scrapy's own (`scrapy shell`, `fetch`)."""
    found = getattr(crawler.spider or crawler.spidercls, "site", None)
    return found if isinstance(found, Site) else None
