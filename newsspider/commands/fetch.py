"""`scrapy fetch`: Scrapy's own, which prints a page as the crawler gets it; it stores nothing."""

from scrapy.commands import fetch

from newsspider.cli.base import StoresNothing


class Command(StoresNothing, fetch.Command):
    """Leaves the output alone, also while a crawl is running."""
