"""What a page of each site costs beside SINDOnews': `python -m benchmarks.sites`, one core.

Pages of one site are larger than those of another and have longer texts, so that neither their
milliseconds nor those by element can be compared. Each page is therefore measured beside its twin:
the same headline and text as SINDOnews sets them, in a page of as many elements and bytes; the
elements that the text does not need stand half in a menu, half in a list beside the text, and the
bytes in a script. The pages are the articles
in `fixtures/`, or real ones where they are at hand (`--real FOLDER`, a folder as that of `make
scoreboard`), which have menus, lists and long texts; of SINDOnews those in `fixtures/` in any case.

Printed are, by site: pages, and of a page its kilobytes, elements and words, its milliseconds and
those of its twin, how many twins it costs, and that number beside SINDOnews', of which 1 is the
aim. CPU time, the least of some rounds in which pages and twins take turns.
"""

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Final

from benchmarks.extract import SAVED, read
from benchmarks.quality.real_pages import load
from newsspider.extract import NotAnArticle, Page, extract
from newsspider.items import Article
from newsspider.sites import registry
from newsspider.store.pages.fixtures import Fixture, folders
from simulator.newsroom import story
from simulator.pages import chrome, render_article
from simulator.story import Block, Story
from simulator.world import World

_WORLD: Final = World(until=date(2026, 7, 24), articles=20, days=2)
_ROW: Final = '<li><a href="https://{0}.sindonews.com/more/{0}"><img src="{0}.jpg">Kabar</a></li>'
_ROW_SIZE: Final = 3  # elements
_SCRIPT: Final = "googletag.cmd.push(function(){googletag.display('div-gpt-ad-billboard');});\n"
_EVERY: Final = 6  # articles of SINDOnews, of which there are many


@dataclass(slots=True)
class Pair:
    """A page and its twin, the size of the page, and the least seconds that each has taken."""

    page: Page
    twin: Page
    elements: int
    words: int
    seconds: float = 9.0
    twin_seconds: float = 9.0

    def measure(self) -> None:
        """Read both once."""
        self.seconds = min(self.seconds, _seconds(self.page))
        self.twin_seconds = min(self.twin_seconds, _seconds(self.twin))


def saved(site: Path, every: int = 1) -> Iterator[Page]:
    """Yield page 1 of the saved articles of a site, or of one of so many."""
    for folder in islice(folders(site), 0, None, every):
        yield Fixture.load(folder).page()


def pair(page: Page) -> Pair | None:
    """Return a page with its twin; None where it is refused."""
    try:
        article = extract(page)
    except NotAnArticle:
        return None
    elements = _size(page)
    return Pair(page, twin(article, elements, len(page.body)), elements, article.word_count)


def twin(article: Article, elements: int, size: int) -> Page:
    """Return an article as SINDOnews would set it, in a page of so many elements and bytes, unless
    its own are more."""
    now = _WORLD.evening + timedelta(days=1)
    told = _retold(story(_WORLD, _WORLD.piece(0), now), article)
    html = render_article(told, year=now.year)
    around = chrome("2025", told.section, now.year)
    bare = html.replace(around["top"], "{menu}").replace(around["aside"], "{list}")
    rows = (elements - _size(Page(told.url, bare.encode(), now))) // _ROW_SIZE
    for place, tag, count in (("{menu}", "nav", rows // 2), ("{list}", "div", rows - rows // 2)):
        listed = "".join(_ROW.format(f"{place[1:-1]}-{nth}") for nth in range(count))
        bare = bare.replace(place, f"<{tag}><ul>{listed}</ul></{tag}>{place}")
    lines = (size - len(bare.encode())) // len(_SCRIPT)
    bare = bare.replace("{menu}", "").replace("{list}", f"<script>{_SCRIPT * lines}</script>")
    return Page.from_bytes(told.url, bare.encode(), now)


def _retold(told: Story, article: Article) -> Story:
    blocks = tuple(Block(text=text) for text in article.article_body.split("\n\n"))
    return replace(
        told,
        headline=article.headline,
        description=article.description,
        tags=tuple(article.keywords),
        pages=(blocks,),
    )


def _size(page: Page) -> int:
    """How many elements a page has."""
    return sum(1 for _ in Page(page.url, page.body, page.fetched_at).root.iter())


def _seconds(page: Page) -> float:
    start = time.process_time()
    read(page)
    return time.process_time() - start


def in_twins(pairs: Sequence[Pair]) -> float:
    """Return how many of their twins some pages cost."""
    return sum(one.seconds for one in pairs) / sum(one.twin_seconds for one in pairs)


def line(name: str, pairs: Sequence[Pair], aim: float) -> str:
    """Return the row of a site's pages, beside how many twins they are to cost."""
    count = len(pairs)
    kilobytes = sum(len(one.page.body) for one in pairs) / count / 1e3
    elements, words = (sum(sizes) // count for sizes in zip(*_sizes(pairs), strict=True))
    took, twins = (
        sum(seconds) / count * 1e3
        for seconds in zip(*((one.seconds, one.twin_seconds) for one in pairs), strict=True)
    )
    ratio = in_twins(pairs)
    return (
        f"{name:15} {count:3} {kilobytes:5.0f} {elements:6} {words:6} {took:7.2f} {twins:7.2f}"
        f" {ratio:6.2f} {ratio / aim:6.2f}"
    )


def _sizes(pairs: Sequence[Pair]) -> Iterator[tuple[int, int]]:
    return ((one.elements, one.words) for one in pairs)


def main() -> None:
    """Print a row a site, the cheapest beside its twins first."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sites", description="Cost of a page of each site."
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--real", type=Path, metavar="FOLDER", help="real pages, not saved ones")
    given = parser.parse_args()
    others = (site for site in sorted(SAVED.parent.iterdir()) if site.is_dir() and site != SAVED)
    real = [each.page for each in load(given.real)] if given.real else None
    by_site: dict[str, list[Pair]] = defaultdict(list)
    for page in chain(saved(SAVED, _EVERY), real or chain.from_iterable(map(saved, others))):
        site = registry.of_address(page.url) or registry.of_other_hosts()
        if found := pair(page):
            by_site[site.name].append(found)
    for _ in range(given.rounds):
        for one in chain.from_iterable(by_site.values()):
            one.measure()
    aim = in_twins(by_site[SAVED.name])
    print("site          pages    KB  elements words      ms    twin  twins  of SINDOnews'")
    for name in sorted(by_site, key=lambda name: in_twins(by_site[name])):
        print(line(name, by_site[name], aim))


if __name__ == "__main__":
    main()
