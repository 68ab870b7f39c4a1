"""`scrapy history`: what the site changed or took down since it was stored."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from rich.text import Text
from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newsspider.base_spiders.days import read_day
from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.plain_console import plain_console
from newsspider.cli.stored.history_page import put_history
from newsspider.cli.stored.stored_article import site_named, sites_with, stored_article
from newsspider.cli.streams import json_line
from newsspider.crawl import clock
from newsspider.dates import WIB
from newsspider.errors import BadArgument
from newsspider.report.ages import in_wib
from newsspider.report.diff import changes, shortened
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from newsspider.store.state.revisions import Revisions

_STYLE: Final = {"same": "", "removed": "red strike", "added": "green", "omitted": "dim"}
_EVER: Final = date(1970, 1, 1)
_PLAIN: Final = {"removed": "[-{}-]", "added": "{{+{}+}}"}


class Command(OfOneSite, ScrapyCommand):
    """Reads the state and the lines; a crawl may be running."""

    examples = (
        (
            "scrapy history 1703875",
            "what the site changed in an article; an id or address does as well",
        ),
        (
            "scrapy history --headlines --since 7d",
            "headlines that changed: [-old-]{+new+} where there are no colours",
        ),
        ("scrapy history --gone --json", "what was taken down, one JSON object a line"),
        ("scrapy history 1703875 --html", "the revisions as a page for a browser"),
    )
    exit_codes = (
        "0; 78 for an article that is not stored, 73 and 74 where the output cannot be read"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "ID_OR_URL [--html] | [SITE] --headlines [--since DATE] | [SITE] --gone"

    def sites_named(self, args: list[str]) -> list[str]:
        """Return the site of an id, an address or a stored number, or named as such."""
        assert self.settings is not None
        named = list(dict.fromkeys(filter(None, map(site_named, args))))
        numbers = [arg for arg in args if arg.isdecimal()]
        if named or not numbers:
            return named
        sites = get_spider_loader(self.settings).list()
        return list(sites_with(self.output(), sites, numbers[0]))

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show what was changed in an article, changed headlines, or what was taken down"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the three questions and `--json`."""
        super().add_options(parser)
        parser.add_argument("--headlines", action="store_true", help="all changed headlines")
        parser.add_argument("--since", help="changes seen since this day (YYYY-MM-DD, WIB)")
        parser.add_argument("--gone", action="store_true", help="articles the site took down")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument("--html", action="store_true", help="a page, of one article")
        parser.add_argument("--out", metavar="FILE", help="the page; default: reports/ID.html")
        parser.add_argument("--language", default="en", help="of the page: en (default) or id")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Answer one question; refuse none, several, or an article that is not stored."""
        wanted = [arg for arg in args if arg != site]
        if len(wanted) + opts.headlines + opts.gone != 1:
            raise BadArgument("give an ID or URL, or --headlines, or --gone")
        if opts.html and not wanted:
            raise BadArgument("--html: give the ID or URL of one article")
        with closing(State.read(state_path(output, site))) as state:
            articles, lines = Articles(state), Revisions(output, site)
            if opts.html:
                print(put_history(articles, lines, wanted[0], opts.out, opts.language))
                return
            if opts.gone:
                found = _gone(articles)
            elif opts.headlines:
                found = _headlines(articles, lines, opts.since)
            else:
                found = _history(articles, lines, wanted[0])
            told = 0
            for told, entry in enumerate(found, start=1):  # noqa: B007
                self._print(entry, as_json=opts.json)
        if not told and not opts.json:
            print(f"{site}: {'nothing was taken down' if opts.gone else 'no headline changed'}")
        if lines.missing:
            print(f"history: not here: {', '.join(sorted(lines.missing))}", file=sys.stderr)

    def _print(self, entry: dict[str, Any], *, as_json: bool) -> None:
        pieces = entry.pop("pieces", None)
        if as_json:
            if pieces is not None:
                entry["diff"] = [[piece.kind, piece.text] for piece in pieces]
            print(json_line(entry))
            return
        console = plain_console(soft_wrap=True)
        head, *rest = _in_words(entry)
        console.print(Text(head, style="bold"))
        for line in rest:
            console.print(Text(f"  {line}"))
        if pieces is not None:
            in_colour = console.color_system is not None and not console.no_color
            console.print(Text("  ") + _drawn(pieces, marked=not in_colour))


def _in_words(entry: dict[str, Any]) -> list[str]:
    """Return what an entry says beside its difference: a heading, and lines under it."""
    if "missing_since" in entry:
        since = f"taken down: missing since {in_wib(entry['missing_since'])} ({entry['reason']})"
        if "id" not in entry:
            return [since]
        seen = f"last seen {in_wib(entry['last_seen'])}"
        return [entry["headline"] or entry["id"], f"{entry['id']}  {entry['url']}", seen, since]
    fetched = f"fetched {in_wib(entry['fetched_at'])}"
    if "field" in entry:
        return [f"revision {entry['revision']}, {fetched}: {entry['field']}"]
    if "headline" in entry:
        return [entry["headline"], entry["url"], f"revision {entry['revision']}, {fetched}"]
    return [f"headline, {fetched}", f"{entry['id']}  {entry['url']}"]


def _drawn(pieces: list[Any], *, marked: bool) -> Text:
    """Return the diff in colours, or with marks where there are none."""
    text = Text()
    for piece in shortened(pieces):
        shown = piece.text.replace("\n\n", " ¶ ")
        pattern = _PLAIN.get(piece.kind, "{}") if marked else "{}"
        text.append(pattern.format(shown), style=None if marked else _STYLE[piece.kind])
    return text


def _history(articles: Articles, lines: Revisions, name: str) -> Iterator[dict[str, Any]]:
    known = stored_article(articles, name)
    records = lines.records(articles.history(known.id))
    for record in records[:1]:
        yield {
            "revision": record["revision"],
            "fetched_at": record["fetched_at"],
            "headline": record["headline"],
            "url": record["url"],
        }
    for record, changed in changes(records):
        for change in changed:
            yield {
                "revision": record["revision"],
                "fetched_at": record["fetched_at"],
                "field": change.field,
                "pieces": change.pieces,
            }
    if known.missing_since is not None:
        yield {"missing_since": known.missing_since, "reason": known.missing_reason}


def _headlines(articles: Articles, lines: Revisions, since: str | None) -> Iterator[dict[str, Any]]:
    day = read_day("--since", since, clock.now().date()) if since else _EVER
    start = datetime(day.year, day.month, day.day, tzinfo=WIB)
    for revision in articles.revised(start):
        earlier = [r for r in articles.history(revision.id) if r.revision == revision.revision - 1]
        for record, changed in changes(lines.records([*earlier, revision])):
            for change in changed:
                if change.field == "headline":
                    yield {
                        "fetched_at": revision.fetched_at,
                        "id": revision.id,
                        "url": record["url"],
                        "pieces": change.pieces,
                    }


def _gone(articles: Articles) -> Iterator[dict[str, Any]]:
    for known in articles.gone():
        history = articles.history(known.id)
        yield {
            "last_seen": known.last_seen,
            "missing_since": known.missing_since,
            "reason": known.missing_reason,
            "headline": history[-1].headline if history else None,
            "id": known.id,
            "url": known.url,
        }
