"""Crawls that look again at the simulated site: edits, takedowns, repeated texts."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from simulator import truth
from simulator.running import running
from simulator.world import WIB, Piece, World
from tests.support.commands import scrapy
from tests.support.crawling import crawl

NOW = datetime.now(WIB).replace(second=0, microsecond=0)
BEFORE = NOW - timedelta(hours=12)
WORLDS = (
    World(until=NOW.date(), articles=70, days=2, edited=0.5, removed=0.4, repeated=0.2, seed=seed)
    for seed in count(5)
)


def between(piece: Piece) -> bool:
    """Whether it was on the site both times, so that an edit can be seen."""
    return piece.shown(BEFORE) and piece.shown(NOW)


def edits(world: World) -> list[Piece]:
    """The articles that were edited between the two times."""
    held = filter(between, world.held(NOW))
    return [piece for piece in held if piece.changed(NOW) and not piece.changed(BEFORE)]


def is_eventful(world: World) -> bool:
    """Whether a text was repeated before, one taken down since, and others edited, silently or
    not: at some hours of a day no such thing has happened yet."""
    held = {piece.index: piece for piece in world.held(BEFORE)}
    repeated = any(piece.repeats in held for piece in held.values())
    gone = not all(piece.shown(NOW) for piece in held.values())
    return repeated and gone and len({piece.silent for piece in edits(world)}) == 2


WORLD = next(filter(is_eventful, WORLDS))


@dataclass(frozen=True)
class Watched:
    """The lines after a crawl, another one twelve hours later, and one right after that."""

    folder: Path
    first: list[dict[str, Any]]
    second: list[dict[str, Any]]
    third: list[dict[str, Any]]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Watched:
    folder = tmp_path_factory.mktemp("changes")
    again = ("-a", "refresh=72h")
    with running(WORLD, BEFORE) as site:
        runs = [crawl(site.address, folder)]
        site.advance(to=NOW)
        runs += [crawl(site.address, folder, *again), crawl(site.address, folder, *again)]
    for run in runs:
        assert run.code == 0, run.stderr[-3000:]
    return Watched(folder, *(run.records for run in runs))


def identity(piece: Piece) -> str:
    return f"sindonews:pena:{piece.number}"


def test_every_edit_gives_one_new_revision_and_nothing_else_does(watched: Watched) -> None:
    edited = {identity(piece) for piece in edits(WORLD)}
    silent = {identity(piece) for piece in WORLD.held(NOW) if piece.silent}
    revised = [record["id"] for record in watched.second if record["revision"] == 2]
    assert edited & silent
    assert edited - silent
    assert sorted(revised) == sorted(edited)
    assert all(record["revision"] <= 2 for record in watched.second)


def test_a_revision_says_what_the_site_says_now(watched: Watched) -> None:
    newest = {record["id"]: record for record in watched.second}
    held = truth.articles(WORLD, NOW)
    for name, told in held.items():
        facts = truth.facts(told)
        stable = facts.keys() - {"latest"}  # the list of the newest is not looked at again
        assert {key: newest[name][key] for key in stable} == {key: facts[key] for key in stable}


def test_looking_again_at_what_has_not_changed_writes_nothing(watched: Watched) -> None:
    assert watched.third == watched.second


def test_every_article_taken_down_is_reported_and_none_falsely(watched: Watched) -> None:
    gone = {
        identity(piece)
        for piece in map(WORLD.piece, range(WORLD.articles))
        if piece.shown(BEFORE) and not piece.shown(NOW)
    }
    told = scrapy("history", "--gone", "--json", "-s", f"OUTPUT_DIR={watched.folder}")
    reported = {json.loads(line)["id"] for line in told.stdout.splitlines()}
    assert gone
    assert reported == gone


def test_a_repeated_text_names_the_article_it_repeats(watched: Watched) -> None:
    stored = {record["id"]: record for record in watched.first}
    stories: dict[int, set[str]] = defaultdict(set)
    for piece in WORLD.held(BEFORE):
        source = piece.index if piece.repeats is None else piece.repeats
        stories[source].add(identity(piece))
    assert any(len(told) > 1 for told in stories.values())
    for told in stories.values():
        repeated = [stored[name]["duplicate_of"] for name in told]
        assert repeated.count(None) == 1
        assert set(repeated) - {None} < told
