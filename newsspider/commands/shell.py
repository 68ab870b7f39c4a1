"""`scrapy shell`: Scrapy's own, for saved pages too: `scrapy shell ./fixtures/…/page.html`."""

from argparse import Namespace

from scrapy.commands import shell
from scrapy.utils.url import guess_scheme

from newsspider.cli.base import StoresNothing


class Command(StoresNothing, shell.Command):
    """Opens what a crawl never may: a file, for who types its path."""

    def process_options(self, args: list[str], opts: Namespace) -> None:
        super().process_options(args, opts)
        if not args or not guess_scheme(args[0]).startswith("file:"):
            return
        assert self.settings is not None
        handlers = self.settings.getdict("DOWNLOAD_HANDLERS")
        handlers["file"] = "scrapy.core.downloader.handlers.file.FileDownloadHandler"
        self.settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")
        self.settings.set("LOCAL_FILES", True, "cmdline")
