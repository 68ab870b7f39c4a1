"""What reading costs beside parsing: `python -m benchmarks.extract`, one core, one run.

Every saved article page is parsed by lxml alone, and read in full by `extract`, in turns, so that
both see the same machine. The ratio is the figure: at most 2 is the aim. The second ratio is that
of pages of the simulated site which neither has seen before, as in a crawl: no cache knows their
addresses.
"""

import argparse
import json
import math
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Final

from lxml import etree

from benchmarks.peer import trafilatura
from newsspider.extract import NotAnArticle, Page, extract
from newsspider.store.pages.fixtures import Fixture, folders
from simulator.newsroom import story
from simulator.pages import render_article
from simulator.world import World

_PEER_ROUNDS: Final = 5  # which takes ten times as long
_PEER_UNSEEN: Final = 60
SAVED: Final = Path(__file__).parents[1] / "fixtures" / "sindonews"


def articles() -> list[Page]:
    """The saved pages that are articles: their page 1."""
    found = []
    for folder in folders(SAVED):
        page = Fixture.load(folder).page()
        try:
            read(page)
        except NotAnArticle:
            continue
        found.append(page)  # not parsed: a hundred trees in memory would slow down both
    return found


def unseen(count: int) -> list[Page]:
    """Articles of the simulated site, all different."""
    world = World(until=date(2026, 7, 24), articles=count, days=3)
    now = world.evening + timedelta(days=1)
    found = []
    for index in range(count):
        told = story(world, world.piece(index), now)
        html = render_article(told, world.layout, "page1", year=now.year)
        found.append(Page.from_bytes(told.url, html.encode(), now))
    return found


def parse(page: Page) -> None:
    """What lxml does for any reader of the page."""
    etree.fromstring(page.body, etree.HTMLParser(encoding="utf-8"))


def read(page: Page) -> None:
    """Everything, from bytes to the record's fields."""
    extract(Page.from_bytes(page.url, page.body, page.fetched_at, page.content_type))


def cost(work: Callable[[Page], None], pages: list[Page]) -> float:
    """CPU seconds for all pages."""
    start = time.process_time()
    for page in pages:
        work(page)
    return time.process_time() - start


def of_trafilatura(python: str, pages: list[Page], rounds: int) -> float:
    """Return how many pages we read while trafilatura reads one: the least seconds of each page."""
    ours, theirs = [[math.inf] * len(pages) for _ in range(2)]
    with trafilatura(python, pages) as peer:
        for number in [*range(len(pages))] * rounds:
            ours[number] = min(ours[number], cost(read, [pages[number]]))
            theirs[number] = min(theirs[number], peer.seconds(number))
    return sum(theirs) / sum(ours)


def main() -> None:
    """Print the middle and the best ratio over the rounds."""
    parser = argparse.ArgumentParser(description="Cost of extract beside lxml's parse.")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--least", type=int, default=0, help="only pages of so many KB")
    parser.add_argument("--unseen", type=int, default=600, help="pages of the simulated site")
    parser.add_argument("--peer", metavar="PYTHON", help="of an environment with trafilatura")
    given = parser.parse_args()
    pages = [page for page in articles() if len(page.body) >= given.least * 1000]
    new = unseen(given.unseen)
    rounds = [(cost(parse, pages), cost(read, pages)) for _ in range(given.rounds)]
    parses, reads = (min(times) / len(pages) * 1e3 for times in zip(*rounds, strict=True))
    figures = {
        "pages": len(pages),
        "mean_kb": round(sum(len(page.body) for page in pages) / len(pages) / 1000),
        "parse_ms": round(parses, 3),
        "extract_ms": round(reads, 3),
        "pages_per_second": round(1e3 / reads),
        "ratio_median": round(median(read / parse for parse, read in rounds), 2),
        "ratio_best": round(reads / parses, 2),
        "ratio_unseen": round(cost(read, new) / cost(parse, new), 2),
    }
    if given.peer:
        times = min(given.rounds, _PEER_ROUNDS)
        figures["to_trafilatura"] = round(of_trafilatura(given.peer, pages, times), 1)
        unread = new[:_PEER_UNSEEN]
        figures["to_trafilatura_unseen"] = round(of_trafilatura(given.peer, unread, times), 1)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
