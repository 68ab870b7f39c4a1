"""`scrapy fixture`: saves a page, with its further pages, as a case for the tests."""

import argparse
import re
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.http import Response
from scrapy.spiderloader import get_spider_loader

from newsspider import exit_status
from newsspider.base_spiders.articles.to_page import to_page
from newsspider.base_spiders.news_spider import NewsSpider
from newsspider.cli.home_folder import expanded
from newsspider.cli.settings_check import spider_named
from newsspider.crawl import clock
from newsspider.crawl.preflight import refuse_unpermitted
from newsspider.errors import BadArgument
from newsspider.extract import further
from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, Saved

_CASE = re.compile(r"[a-z0-9]+/[a-z0-9][a-z0-9-]*")
_KEPT_HEADERS = ("Content-Type", "Content-Language", "Last-Modified", "ETag", "Date", "Server")


class _Saver(Spider):
    """Fetches one page and what it says are its further pages, through the whole of Scrapy."""

    name = "fixture"

    def __init__(self, address: str, allowed_domains: list[str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.address = address
        self.allowed_domains = allowed_domains
        self.saved: dict[int, Saved] = {}  # by place: the page, the whole text, pages 2 ..

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the page itself; a refusal (404, 410, 503) is worth a case too."""
        yield Request(self.address, callback=self.parse, meta={"handle_httpstatus_all": True})

    async def parse(self, response: Response, place: int = 0, **kwargs: Any) -> AsyncIterator[Any]:
        """Keep the answer; on page 1 ask for the rest."""
        self.saved[place] = _saved(response)
        if place == 0 and response.status == 200:
            rest = further(to_page(response))
            for number, url in enumerate(filter(None, (rest.whole, *rest.pages)), 1):
                yield Request(
                    url,
                    callback=self.parse,
                    cb_kwargs={"place": number},
                    meta={"handle_httpstatus_all": True},
                )


class Command(ScrapyCommand):
    """Saves the bytes as they came; what they should give is for a person to write down."""

    requires_project = True

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "SITE/CASE URL"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Save a page and its further pages as a fixture"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--fixtures` and `--proves`."""
        super().add_options(parser)
        parser.add_argument("--fixtures", default="fixtures", help="folder; default: fixtures")
        parser.add_argument("--proves", default="", help="one sentence: what the case proves")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options; log nothing but warnings, unless asked to."""
        super().process_options(args, opts)
        assert self.settings is not None
        if not opts.loglevel:
            self.settings.set("LOG_LEVEL", "WARNING", "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Fetch and save; exit with 69 when the page was not to be had, with 78 for a bad name."""
        folder = Path(expanded(opts.fixtures), *args[:1])
        try:
            domains = self._domains(args)
            if folder.exists():
                raise BadArgument(f"{folder}: exists already; choose another name")
        except BadArgument as refusal:
            self._end(refusal.exit_code, str(refusal))
            return
        assert self.crawler_process is not None
        crawler = self.crawler_process.create_crawler(_Saver)
        self.crawler_process.crawl(crawler, address=args[1], allowed_domains=domains)
        self.crawler_process.start()
        self._save(folder, crawler.spider, opts.proves)

    def _domains(self, args: list[str]) -> list[str]:
        """Return the domains of the site that a case is of; raise `BadArgument` for no case."""
        if len(args) != 2 or not _CASE.fullmatch(args[0]):
            raise BadArgument("name SITE/CASE (lower case and hyphens) and a URL")
        if not re.match(r"https?://\w", args[1]):
            raise BadArgument(f"{args[1]}: no web address; write https://…")
        assert self.settings is not None
        loader = get_spider_loader(self.settings)
        spider = loader.load(spider_named([args[0].partition("/")[0]], loader))
        if issubclass(spider, NewsSpider):
            refuse_unpermitted(spider.site, self.settings)
        return list(getattr(spider, "allowed_domains", None) or ())

    def _save(self, folder: Path, spider: Spider | None, proves: str) -> None:
        if not isinstance(spider, _Saver) or not spider.saved:
            self._end(
                exit_status.UNREACHABLE, f"{folder}: the page was not to be had; nothing saved"
            )
            return
        try:
            pages = [spider.saved[place] for place in sorted(spider.saved)]
            Fixture.save(folder, pages, clock.now(), proves)
        except FixtureInvalid as problem:
            self._end(exit_status.CANNOT_CREATE, str(problem))
            return
        print(f"{folder}: {len(spider.saved)} page(s) saved. Next: run the tests, which write")
        print("expected.json and fail; read it against the page, correct it, run them again.")

    def _end(self, code: int, words: str) -> None:
        self.exitcode = code
        print(f"fixture: {words}", file=sys.stderr)


def _saved(response: Response) -> Saved:
    headers = {
        name: value.decode("latin-1")
        for name in _KEPT_HEADERS
        if (value := response.headers.get(name)) is not None
    }
    return Saved(url=response.url, body=response.body, status=response.status, headers=headers)
