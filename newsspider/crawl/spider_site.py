"""The site that a crawl is of: the `site` of its spider."""

from typing import TYPE_CHECKING

from scrapy.crawler import Crawler

if TYPE_CHECKING:
    from newsspider.sites.site import Site


def site_of(crawler: Crawler) -> "Site | None":
    """Return the site of a crawler's spider; None for Scrapy's own (`scrapy shell`, `fetch`)."""
    from newsspider.sites.site import Site  # with it comes all that reads pages

    found = getattr(crawler.spider or crawler.spidercls, "site", None)
    return found if isinstance(found, Site) else None
