"""`scrapy view`: Scrapy's own, which opens a page as the crawler gets it; it stores nothing."""

from scrapy.commands import view

from newsspider.cli.base import StoresNothing


class Command(StoresNothing, view.Command):
    """Leaves the output alone, also while a crawl is running."""
