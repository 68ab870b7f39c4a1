"""`scrapy parse`: Scrapy's own, which shows what a spider makes of a page; it stores nothing."""

from scrapy.commands import parse

from newsspider.cli.base import StoresNothing


class Command(StoresNothing, parse.Command):
    """Leaves the output alone, also while a crawl is running."""
