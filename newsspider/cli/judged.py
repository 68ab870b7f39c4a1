"""What `scrapy crawl` and `scrapy runspider` have in common: an exit code and a last line that
are true."""

import argparse
import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from scrapy.commands import BaseRunSpiderCommand
from scrapy.crawler import Crawler
from scrapy.spiders import Spider

from newsspider.cli import program, streams
from newsspider.cli.base import add_examples
from newsspider.errors import BadArgument, Refusal
from newsspider.exit_status import Verdict
from newsspider.report.alerts import GOOD

_EXAMPLES: Final = (
    ("scrapy crawl SITE -s CONTACT=you@example.org", "the newest articles"),
    ("scrapy crawl SITE -a since=2022-01 -a until=2022-03", "the archive, day by day"),
    ("scrapy crawl SITE -a urls=list.csv", "the articles of a list; - is standard input"),
    ("scrapy crawl SITE -a refresh=7d", "looks again: revisions and takedowns"),
)
_EXIT_CODES: Final = (
    "0 complete, 65 pages came but reading them failed, 69 the site is down or refuses us, 70 an"
    " error of ours, 73 and 74 the output cannot be made or written, 75 incomplete, the next run"
    " goes on, 78 a wrong argument or setting. Arguments (-a) and settings (-s): see the README."
)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while a run imports, nor ever among what is there when it has.

    Modules and what they hold stay until the process ends, and to look through them again and
    again is a twentieth of a start.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


class Judged(BaseRunSpiderCommand):
    """Everything that can be refused is refused here, before a reactor runs or a file is made.

    (Its module is no command: Scrapy looks for those in `newsspider.commands`.) What stores, reads
    and judges is imported when there is a crawl, since many a run is refused before.
    """

    site = "newsspider"
    crawler: Crawler | None = None
    task: Any = None  # of the crawl
    is_quiet = False  # after a good end

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add Scrapy's options, but answer a wrong one as every other refusal is."""
        super().add_options(parser)
        parser.add_argument(
            "--quiet-success",
            action="store_true",
            help="print no last line after exit 0 and 75: nobody is needed, the next run goes on",
        )
        parser.error = self._refuse_option  # type: ignore[method-assign, assignment]
        add_examples(parser, _EXAMPLES, _EXIT_CODES)

    def _refuse_option(self, message: str) -> None:
        with self.refusing():
            raise BadArgument(message)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider, say how that went, and make that the exit code."""
        left: SystemExit | None = None
        self.is_quiet = opts.quiet_success
        self._keep_what_crawl_returns()
        try:
            super().run(args, opts)  # type: ignore[safe-super]
        except SystemExit as error:
            if self.crawler is None:
                raise  # refused
            left = error
        finally:
            if self.crawler is not None:
                from newsspider.cli.around_crawl import outcome

                self.end(outcome(self.crawler, self.task, left))

    def _keep_what_crawl_returns(self) -> None:
        """Scrapy's commands throw it away, and with it the error of a crawl that never began."""
        process = self.crawler_process
        assert process is not None
        crawl = process.crawl

        def kept(*args: Any, **kwargs: Any) -> Any:
            self.task = crawl(*args, **kwargs)
            return self.task

        process.crawl = kept  # type: ignore[method-assign]

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        with uncollected():
            from newsspider.cli.around_crawl import prepare

        with self.refusing():
            crawler = super()._create_crawler(spidercls)
            self.site = crawler.spidercls.name
            prepare(crawler)
        self.crawler = crawler
        return crawler

    def end(self, verdict: Verdict) -> None:
        """Say the last line; the process will exit with the code of the verdict."""
        self.exitcode = verdict.exit_code
        logging.shutdown()
        logging.disable()  # what Python says of unfinished tasks at exit: this line is the last
        self.say(self.site, verdict)

    def say(self, site: str, verdict: Verdict) -> None:
        """Say how the run of a site ended, unless only what needs somebody is to be said."""
        if not (self.is_quiet and verdict.exit_code in GOOD):
            streams.say(program.as_typed(verdict.line(site)))

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """End the process in one line where a `Refusal` is raised inside."""
        try:
            yield
        except Refusal as refusal:
            verdict = Verdict(refusal.exit_code, str(refusal))
            self._ring(verdict)
            self.end(verdict)
            sys.exit(refusal.exit_code)

    def _ring(self, verdict: Verdict) -> None:
        """Tell the receivers of ALERTS that a run was refused; a wrong ALERTS has none."""
        assert self.settings is not None
        if not self.settings["ALERTS"]:
            return
        from newsspider.extensions.ring_alerts import ring_refusal

        with suppress(BadArgument):
            ring_refusal(self.settings, self.site, verdict)
