"""Options that choose among stored articles: days, sections, sites."""

import argparse
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newsspider.base_spiders.days import read_day
from newsspider.cli.base import state_path, stored
from newsspider.cli.settings_check import spider_named
from newsspider.crawl import clock
from newsspider.errors import BadArgument, nearest
from newsspider.store.state.database import State
from newsspider.store.state.publication_times import PublicationTimes


def add_article_options(parser: argparse.ArgumentParser) -> None:
    """Add `--since`, `--until`, `--sections` and `--site`."""
    add_span_options(parser)
    add = parser.add_argument
    add("--sections", default="", help="these sections only: metro,ekbis")
    add("--site", default="", help="these sites only; default: all that are stored")


def add_span_options(parser: argparse.ArgumentParser) -> None:
    """Add `--since` and `--until`."""
    add = parser.add_argument
    add("--since", help="published since this day (2022-01-31, 2022-01, 7d; WIB)")
    add("--until", help="published until this day, included")


def read_span(opts: argparse.Namespace) -> tuple[date | None, date | None]:
    """Return the first and the last day. Raises `BadArgument`, also for days that are swapped."""
    today = clock.now().date()
    since = read_day("--since", opts.since, today) if opts.since else None
    until = read_day("--until", opts.until, today, last=True) if opts.until else None
    if since and until and since > until:
        raise BadArgument(f"--since {since} is after --until {until}; did you swap them?")
    return since, until


def names(text: str) -> tuple[str, ...]:
    """Return the names in a list with commas.

    >>> names("metro, Ekbis")
    ('metro', 'ekbis')
    """
    return tuple(name.strip().lower() for name in text.split(",") if name.strip())


def states_chosen(output: Path, named: str, settings: Settings) -> dict[str, Path]:
    """Return the paths of the states by site: of those that `--site` names, or of all that are
    stored. Raises `BadArgument` for an unknown site."""
    loader = get_spider_loader(settings)
    sites = [spider_named([name], loader) for name in names(named)]
    if not sites:
        known = loader.list()
        sites = [site for site in known if state_path(output, site).exists()]
        sites = sites or [*stored(output, known), *known][:1]  # which says what is missing
    return {site: state_path(output, site) for site in sites}


def sections_chosen(text: str, states: Mapping[str, Path]) -> tuple[str, ...]:
    """Return the sections that `--sections` names. Raises `BadArgument` for one of which nothing is
    stored."""
    sections = names(text)
    if sections:
        known: set[str] = set()
        for path in states.values():
            with closing(State.read(path)) as state:
                known.update(name for name, _, _ in PublicationTimes(state).by_section())
        for section in sections:
            if section not in known:
                raise BadArgument(f"--sections {section}: none stored{nearest(section, known)}")
    return sections
