"""`scrapy check`: Scrapy's own, which checks the contracts of callbacks; it stores nothing."""

from scrapy.commands import check

from newsspider.cli.base import StoresNothing


class Command(StoresNothing, check.Command):
    """Leaves the output alone, also while a crawl is running."""
