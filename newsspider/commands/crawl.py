"""`scrapy crawl`: Scrapy's own, with an exit code and a last line that are true."""

import argparse
import os

from scrapy.commands import crawl
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newsspider.cli import home_folder, streams
from newsspider.cli.judged import Judged
from newsspider.cli.settings_check import (
    refuse_bad_server,
    refuse_unknown_settings,
    spider_named,
)
from newsspider.crawl.preflight import refuse_no_folder
from newsspider.errors import BadArgument, from_os
from newsspider.extensions.receivers import receivers
from newsspider.pipelines.mark_duplicates import mode as duplicates_mode


class Command(Judged, crawl.Command):
    """Runs a spider of the project; see `Judged`."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; a bad one ends the process with exit code 78, in one line."""
        streams.make_usable()
        home_folder.expand_options(opts)
        with self.refusing():
            assert self.settings is not None
            loader = get_spider_loader(self.settings)
            self.site = spider_named(args, loader)
            refuse_unknown_settings(opts.set, self.settings)
            try:
                super().process_options(args, opts)
            except UsageError as error:
                raise BadArgument(str(error)) from None
            except OSError as error:
                raise from_os(error, f"creating {error.filename}") from None
            home_folder.expand_settings(self.settings)
            streams.refuse_bad_log(self.settings["LOG_FILE"], self.settings["LOG_LEVEL"])
            streams.outlive_the_log(self.site)
            refuse_no_folder(self.settings["OUTPUT_DIR"])
            refuse_bad_server(self.settings["CONNECT_TO"])
            duplicates_mode(self.settings)
            receivers(self.settings.getlist("ALERTS"), os.environ)
            loader.load(self.site).read_arguments(opts.spargs)  # type: ignore[attr-defined]
