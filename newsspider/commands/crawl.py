"""`scrapy crawl`: Scrapy's own, with an exit code and a last line that are true, and for several
sites at once: `scrapy crawl all`."""

import argparse
import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from scrapy.commands import crawl
from scrapy.exceptions import UsageError
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader

from newsspider.cli import home_folder, streams
from newsspider.cli.judged import Judged, uncollected
from newsspider.cli.settings_check import (
    refuse_bad_server,
    refuse_unknown_settings,
    spider_named,
)
from newsspider.crawl.preflight import refuse_no_folder, refuse_unpermitted
from newsspider.errors import BadArgument, from_os
from newsspider.extensions.receivers import receivers
from newsspider.pipelines.duplicates_mode import duplicates_mode
from newsspider.store.files.lock import refuse_held
from newsspider.store.files.state_files import lock_path

ALL: Final = "all"
"""The word that stands for several sites where a command names one."""

_EARLY: Final = ("scrapy.core.downloader.tls", "scrapy.core.downloader.contextfactory")
"""Modules that Scrapy imports in any crawl. They have deprecated classes, which look at every
module that is loaded for every frame of the import: before a spider is loaded both are few, and
later that is a quarter of a start."""


class Command(Judged, crawl.Command):
    """Runs a spider of the project, see `Judged`, or those of several sites in one process."""

    sites: Sequence[str] = ()  # of `crawl all`

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[options] SITE | all [-a sites=SITE,SITE…]"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; a bad one ends the process with exit code 78, in one line."""
        streams.make_usable()
        home_folder.expand_options(opts)
        with self.refusing():
            assert self.settings is not None
            loader = get_spider_loader(self.settings)
            self.site = ALL if args == [ALL] else spider_named(args, loader)
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
            if self.site == ALL:
                self._choose_sites(opts, loader)
            else:  # before what reads pages is loaded: a second run is soon over
                refuse_held(lock_path(Path(self.settings["OUTPUT_DIR"]), self.site))
            with uncollected():
                for module in _EARLY:
                    import_module(module)
                for site in self.sites or (self.site,):
                    loader.load(site).read_arguments(opts.spargs)  # type: ignore[attr-defined]

    def _choose_sites(self, opts: argparse.Namespace, loader: SpiderLoaderProtocol) -> None:
        """Take `-a sites=` out of the arguments, which every spider of them is given."""
        from newsspider.cli.several_crawls import sites_of

        assert self.settings is not None
        if "source" in opts.spargs:
            raise BadArgument(
                f"-a source={opts.spargs['source']}: an archive is asked for one site at a time;"
                " name it, scrapy crawl SITE"
            )
        self.sites, left = sites_of(opts.spargs.pop("sites", None), loader, self.settings)
        for site in self.sites:
            refuse_unpermitted(loader.load(site).site, self.settings)  # type: ignore[attr-defined]
        shared = [uri for uri in self.settings.getdict("FEEDS") if "%(name)s" not in str(uri)]
        if shared:
            raise BadArgument(f"-o {shared[0]}: one file for several sites; put %(name)s into it")
        self.settings.set("PROGRESS_ENABLED", False, "project")  # one panel, and many crawls
        for site in left:
            streams.say(f"{site}: left out; it asks for permission first, see docs/sites.md")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider, or those of all sites, say how that went, and make it the exit code."""
        if self.site != ALL:
            super().run(args, opts)
            return
        from newsspider.cli import several_crawls

        self.is_quiet = opts.quiet_success
        assert self.crawler_process is not None
        verdicts = several_crawls.crawl(self.crawler_process, self.sites, opts.spargs)
        for site, verdict in verdicts.items():
            self.say(site, verdict)
        self.end(several_crawls.of_all(verdicts))
