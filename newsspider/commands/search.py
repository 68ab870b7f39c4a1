"""`scrapy search`: stored articles by their words."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider.cli.base import Answering
from newsspider.cli.plain_console import plain_console
from newsspider.cli.progress_bar import ProgressBar
from newsspider.cli.stored.article_options import (
    add_article_options,
    names,
    read_span,
    sections_chosen,
    states_chosen,
)
from newsspider.cli.streams import json_line
from newsspider.errors import BadArgument
from newsspider.search.finding import Hit, Piece, Wanted, find
from newsspider.search.query import to_fts
from newsspider.search.text_index import up_to_date
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State


class Command(Answering, ScrapyCommand):
    """Reads state and lines, also while a crawl is running; its index stands beside the state."""

    examples = (
        ("scrapy search banjir bandang", "articles with both words, the best first"),
        ("scrapy search '\"harga beras\" NOT impor' --since 2022", "a phrase, and a word not"),
        (
            "scrapy search 'headline:(gempa OR tsunami)' --sections nasional --newest",
            "in headlines",
        ),
        ("scrapy search 'banjir*' --json --limit 0", "all that begin so, one JSON object a line"),
    )
    exit_codes = (
        "0, also where nothing is found; 73 and 74 where the index cannot be written or the output"
        " cannot be read, 78 for a query or an option that is wrong"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "WORDS [--since DATE] [--until DATE] [--sections …] [--newest] [--json]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Find stored articles by their words: phrases, AND, OR, NOT, fields"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what chooses articles, their order and number, and `--json`."""
        super().add_options(parser)
        add_article_options(parser)
        parser.add_argument("--newest", action="store_true", help="newest first; default: best")
        parser.add_argument("--limit", type=int, default=20, help="default: 20; 0 is all")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what is found, and how many there are."""
        assert self.settings is not None
        since, until = read_span(opts)
        if opts.limit < 0:
            raise BadArgument(f"--limit {opts.limit}: not a number from 0")
        output = self.output(names(opts.site))
        query = to_fts(" ".join(args))
        states = states_chosen(output, opts.site, self.settings)
        wanted = Wanted(
            query=query,
            since=since,
            until=until,
            sections=sections_chosen(opts.sections, states),
            newest_first=opts.newest,
        )
        hits: list[tuple[Hit, dict[str, Any]]] = []
        count = 0
        for site, path in states.items():
            number, found = _found(output, site, path, wanted, opts.limit or sys.maxsize)
            count += number
            hits += found
        hits.sort(key=lambda hit: hit[0].place, reverse=opts.newest)
        shown = hits[: opts.limit or None]
        for hit, told in shown:
            print(json_line(told)) if opts.json else _draw(hit, told)
        if len(shown) < count or not opts.json:
            print(f"search: {len(shown):,} of {count:,} articles", file=sys.stderr)


def _found(
    output: Path, site: str, path: Path, wanted: Wanted, limit: int
) -> tuple[int, list[tuple[Hit, dict[str, Any]]]]:
    """Return how many articles of a site are found, and the first of them with what is told."""
    with closing(State.read(path)) as state:
        with up_to_date(output, site, state, ProgressBar(f"index of {site}").track) as index:
            if index.missing:
                days = ", ".join(sorted(index.missing))
                print(f"search: not here, so not searched: {days}", file=sys.stderr)
            count, hits = find(index, wanted, limit)
        return count, [(hit, told) for hit in hits for told in _told(Articles(state), site, hit)]


def _told(articles: Articles, site: str, hit: Hit) -> Iterator[dict[str, Any]]:
    """Yield what is told of a hit; nothing of an article that the state knows no more."""
    known = articles.known(hit.id)
    if known is not None:
        yield {
            "id": hit.id,
            "site": site,
            "section": hit.section,
            "date_published": hit.date_published,
            "headline": hit.headline,
            "url": hit.url,
            "taken_down_at": known.missing_since,
            "snippet": hit.snippet,
        }


def _draw(hit: Hit, told: dict[str, Any]) -> None:
    console = plain_console(soft_wrap=True)
    gone = f"  taken down {told['taken_down_at']}" if told["taken_down_at"] else ""
    console.print(Text(hit.headline, style="bold"))
    console.print(Text(f"  {hit.date_published}  {hit.section}  {hit.id}{gone}"))
    console.print(Text(f"  {hit.url}", style="dim"))
    in_colour = console.color_system is not None and not console.no_color
    console.print(Text("  ") + _marked(hit.snippet, in_colour=in_colour))


def _marked(snippet: list[Piece], *, in_colour: bool) -> Text:
    """Return the snippet with what matches in colour, or in brackets where there are none."""
    text = Text()
    for kind, words in snippet:
        if kind == "text":
            text.append(words)
        else:
            text.append(words if in_colour else f"[{words}]", "bold yellow" if in_colour else None)
    return text
