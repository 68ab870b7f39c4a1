"""`scrapy crawl`: Scrapy's own, with an exit code and a last line that are true."""

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scrapy.commands import crawl
from scrapy.crawler import Crawler
from scrapy.exceptions import UsageError
from scrapy.spiderloader import get_spider_loader

from newsspider import exit_status
from newsspider.cli import home, streams
from newsspider.cli.settings_check import (
    refuse_bad_server,
    refuse_no_output,
    refuse_unknown_settings,
    spider_named,
)
from newsspider.crawl.open_store import close_store, store_of
from newsspider.downloadermiddlewares.conditional import Conditional
from newsspider.downloadermiddlewares.robotstxt import RobotsTxt
from newsspider.errors import BadArgument, Refusal, from_os
from newsspider.extensions.write_manifest import WriteManifest
from newsspider.pipelines.mark_duplicates import mode as duplicates_mode

logger = logging.getLogger(__name__)


class Command(crawl.Command):
    """Crawls a site; what can be refused is refused before a reactor runs or a file is made."""

    site = "newsspider"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add Scrapy's options, of which a wrong one is answered as every other refusal is."""
        super().add_options(parser)
        parser.error = self._refuse_option  # type: ignore[method-assign, assignment]

    def _refuse_option(self, message: str) -> None:
        with self._refusing():
            raise BadArgument(message)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; end the process with exit code 78, in one line, for a bad one."""
        streams.make_usable()
        home.expand_options(opts)
        with self._refusing():
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
            home.expand_settings(self.settings)
            streams.refuse_bad_log(self.settings["LOG_FILE"], self.settings["LOG_LEVEL"])
            streams.outlive_the_log(self.site)
            refuse_no_output(self.settings["OUTPUT_DIR"])
            refuse_bad_server(self.settings["CONNECT_TO"])
            duplicates_mode(self.settings)
            loader.load(self.site).read_arguments(opts.spargs)  # type: ignore[attr-defined]

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider and judge how that went."""
        assert self.crawler_process is not None
        with self._refusing():
            crawler = self._create_crawler(self.site)
            store_of(crawler)
            streams.make_nothing_unseen(crawler.settings["LOG_LEVEL"])
        uncaught = streams.Uncaught()
        task = self.crawler_process.crawl(crawler, **opts.spargs)
        left: SystemExit | None = None
        try:
            self.crawler_process.start()
        except SystemExit as error:
            left = error
        finally:
            outcome = _outcome(crawler, task, uncaught) if left is None else _left(left)
            _settle(crawler, outcome)
            refusal = close_store(crawler)
            if refusal is not None and not outcome.exit_code:
                outcome = exit_status.Verdict(refusal.exit_code, str(refusal))
            self._end(outcome)

    def _end(self, outcome: exit_status.Verdict) -> None:
        self.exitcode = outcome.exit_code
        logging.shutdown()
        logging.disable()  # what Python says of unfinished tasks at exit: this line is the last
        streams.say(outcome.line(self.site))

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except Refusal as refusal:
            self._end(exit_status.Verdict(refusal.exit_code, str(refusal)))
            sys.exit(refusal.exit_code)


def _outcome(crawler: Crawler, task: Any, uncaught: streams.Uncaught) -> exit_status.Verdict:
    """Return how the crawl ended: what kept it from starting, else what its counts say."""
    error = task.exception() if task.done() and not task.cancelled() else None
    if isinstance(error, Refusal):
        return exit_status.Verdict(error.exit_code, str(error))
    if error is not None:
        logger.error("The crawl could not start", exc_info=error)
        return exit_status.Verdict(exit_status.BUG, f"{type(error).__name__}: {error}")
    stats = _stats(crawler)
    if uncaught.count:
        stats["uncaught/count"] = uncaught.count
    if "finish_reason" not in stats:
        return exit_status.Verdict(
            exit_status.TRY_LATER, "stopped by force; what was stored is safe"
        )
    return exit_status.judge(exit_status.Tally.of(stats, stats["finish_reason"]))


def _left(error: SystemExit) -> exit_status.Verdict:
    """Return the verdict on `sys.exit` in a component: nothing was closed, only what was flushed is
    sure to be stored."""
    logger.error("A component left the crawl by sys.exit", exc_info=error)
    return exit_status.Verdict(exit_status.BUG, f"a component called sys.exit({error.code!r})")


def _settle(crawler: Crawler, outcome: exit_status.Verdict) -> None:
    """Write what a run leaves for the next one: its manifest, and what is dealt with."""
    stats = _stats(crawler)
    if not stats:
        return
    conditional = crawler.get_downloader_middleware(Conditional)
    # A run that was cut short (CLOSESPIDER_ITEMCOUNT) has requests that nobody counted.
    to_the_end = stats.get("finish_reason") == "finished" and outcome.exit_code == exit_status.OK
    left_behind = exit_status.Tally.of(stats, None).left_behind
    if conditional is not None and to_the_end and not left_behind:
        conditional.keep()
    robots = crawler.get_downloader_middleware(RobotsTxt)
    run = crawler.get_extension(WriteManifest)
    if run is not None:
        run.end(outcome, robots=robots.report() if robots is not None else {})


def _stats(crawler: Crawler) -> dict[str, Any]:
    """Return the counts of the crawl; none when it never came to have an engine."""
    try:
        assert crawler.engine is not None
        return crawler.stats.get_stats() if crawler.stats else {}
    except RuntimeError:  # Scrapy's answer to whoever asks a crawler that has not started
        return {}
