"""`scrapy runspider`: Scrapy's own, with the verdict and the exit code of `scrapy crawl`."""

from scrapy.commands import runspider

from newsspider.cli.judged import Judged


class Command(Judged, runspider.Command):
    """Runs a spider from a file; see `Judged`."""
