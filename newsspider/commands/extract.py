"""`scrapy extract`: what the extractor makes of saved pages, on standard output."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import SpiderLoaderProtocol, get_spider_loader

from newsspider import exit_status
from newsspider.cli.base import Answering
from newsspider.cli.home_folder import expanded
from newsspider.cli.streams import json_line
from newsspider.cli.warc.warc_extraction import WarcExtraction
from newsspider.cli.warc.warc_options import add_warc_options, refuse_options_without_warc
from newsspider.crawl import clock
from newsspider.errors import BadArgument
from newsspider.extract import NotAnArticle, Page, extract
from newsspider.items import to_record
from newsspider.reading.gzipped import inflated
from newsspider.reading.html.parsing.page_bytes import MAX_BYTES
from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, folders


class Command(Answering, ScrapyCommand):
    """Prints records of saved pages: files, cases (folders with `meta.json`), folders of cases, and
    what a crawl has put into `output/quarantine/`; and makes records of whole WARC files."""

    writes = True

    examples = (
        (
            "scrapy extract page.html --url https://…",
            "the record of a saved page, as one line of JSON",
        ),
        ("curl -s URL | scrapy extract - --url URL", "that of a page in standard input"),
        (
            "scrapy extract output/quarantine --indent 2",
            "what a repaired reader makes of the pages set aside",
        ),
        (
            "scrapy extract --warc 'archive/*.warc.gz' --out records",
            "every article of the archives, a file for each, on all cores; again goes on",
        ),
        (
            "scrapy extract --warc 'ccnews/*.warc.gz' --out records --part 3/100",
            "the third of a hundred parts, as a batch system runs them",
        ),
    )
    exit_codes = (
        "0; 65 where a page is no article, or a WARC file is damaged (all that can be read is),"
        " 73 and 74 where a file cannot be read or written, 75 where it was interrupted or no"
        " cluster answers, 78 for a wrong option and a file that is not there"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "FILE_OR_CASE_OR_-… [--url URL] | --warc FILE… [--out FOLDER] …"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Print the records of saved pages"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--url`, `--indent` and what reads WARC files."""
        super().add_options(parser)
        parser.add_argument(
            "--url", help="address of a FILE; default: the canonical address that the page states"
        )
        parser.add_argument("--indent", type=int, help="spaces; default: one record a line")
        add_warc_options(parser)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer, or refuse; what is written goes on when nobody reads what is printed."""
        self.writes = opts.out is not None
        super().run(args, opts)

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print a record for each page; say on stderr what is none, and exit with 65 then."""
        assert self.settings is not None
        loader = get_spider_loader(self.settings)  # loads the spiders, which makes sites known
        if opts.warc:
            if args:
                raise BadArgument(f"{args[0]}: not beside --warc; name it behind")
            extraction = WarcExtraction(opts, _modules_outside(loader))
            extraction.run()
            self.exitcode = extraction.exit_code
            return
        refuse_options_without_warc(opts)
        if opts.url is not None and not opts.url.lower().startswith(("http://", "https://")):
            raise BadArgument(f"--url {opts.url}: not an address; write it with https://")
        if not args:
            self._fail(exit_status.BAD_USAGE, "name a FILE or a CASE")
        for name in args:
            for record in self._records(name, opts.url):
                print(json_line(record, opts.indent))

    def _records(self, name: str, url: str | None) -> Iterator[dict[str, Any]]:
        """Yield the records of the pages at a path or in standard input; tell what is none."""
        try:
            for pages in _saved_pages(name, url):
                yield to_record(extract(*pages))
        except NotAnArticle as no:
            missing = url is None and no.reason == "foreign" and not no.url
            words = "it states no address of its own; name it: --url URL" if missing else str(no)
            self._fail(exit_status.BROKEN, f"{name}: not an article: {words}")
        except FixtureInvalid as problem:
            self._fail(exit_status.BAD_USAGE, f"{name}: {problem}")
        except OSError as error:
            self._fail(exit_status.BAD_USAGE, f"{name}: {error.strerror}; give a file or a case")

    def _fail(self, code: int, words: str) -> None:
        self.exitcode = max(self.exitcode, code)
        print(f"extract: {words}", file=sys.stderr)


def _modules_outside(loader: SpiderLoaderProtocol) -> list[str]:
    """Return the modules of spiders that are no part of the package: they make sites known."""
    modules = {loader.load(name).__module__ for name in loader.list()}
    return sorted(name for name in modules if not name.startswith("newsspider."))


def _saved_pages(name: str, url: str | None) -> Iterator[list[Page]]:
    """Yield the pages of each article at a path, page 1 first, or the one in standard input."""
    if "://" in name:
        raise FixtureInvalid("an address; fetch the page: curl -s URL | scrapy extract - --url URL")
    if name == "-":
        yield [Page.from_bytes(url or "", _unpacked(sys.stdin.buffer.read()), clock.now())]
        return
    path = Path(expanded(name))
    if ".warc" in path.suffixes:
        raise FixtureInvalid(f"a WARC file; scrapy extract --warc {name}")
    for case in _cases(path):
        fixture = Fixture.load(case)
        yield [fixture.page(), *fixture.more()]
    if path.is_dir() or path.suffix == ".json":
        return
    body = _unpacked(path.read_bytes())
    saved_at = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    # Without an address the one that the page states as canonical holds.
    yield [Page.from_bytes(url or "", body, saved_at)]


def _unpacked(body: bytes) -> bytes:
    """Return a page that may have been saved as `page.html.gz`, up to where it is too large."""
    return inflated(body, MAX_BYTES + 1)


def _cases(path: Path) -> list[Path]:
    """Return the folders with `meta.json` at a path, or the `.json` files of a quarantine."""
    if path.suffix == ".json":
        return [path]
    if not path.is_dir():
        return []
    found = folders(path) or sorted(path.glob("*.json"))
    if not found:
        raise FixtureInvalid("no meta.json in or below this folder; name a case or a file")
    return found
