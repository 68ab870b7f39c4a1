"""Scores real pages, where they are at hand, beside the peers: `docs/scoreboard-real-pages.md`.

    python -m benchmarks.quality.real_pages FOLDER        (or `make scoreboard REAL_PAGES=FOLDER`)

The folder holds a folder a page: `page.html`, `meta.json` (`url`, `fetched_at`), `truth.json`
(`headline`, `date_published`, `article_body`; null is not judged, a `note` leaves the page out).
The pages are other people's and no part of the project: what is published are the scores.
"""

import json
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import mean
from typing import Any, Final
from urllib.parse import urlsplit

from benchmarks.quality.board import OURS
from benchmarks.quality.environments import FUNDUS, PEERS, ROOT
from benchmarks.quality.score import Reading, token_f1
from newsspider import __version__
from newsspider.extract import NotAnArticle, Page, extract
from newsspider.sites import registry

_WIB: Final = timezone(timedelta(hours=7))
_GOOD: Final = 0.95


@dataclass(frozen=True, slots=True)
class RealPage:
    """A page as it was served, and what a person reads on it."""

    page: Page
    truth: dict[str, Any]

    def for_peers(self) -> dict[str, Any]:
        """Return the page as `peers.py` takes it."""
        page = self.page
        return {"name": page.url, "url": page.url, "html": page.text, "further": []}

    def of_a_foreign_host(self) -> "RealPage":
        """Return the page as if no site here knew its host, in its address and in itself."""
        url, body = self.page.url, self.page.body
        for number, domain in enumerate(_domains()):
            named = re.compile(rf"(?<![\w-]){re.escape(domain)}")
            other = f"luar{number}.example"
            url = named.sub(other, url)
            body = re.sub(named.pattern.encode(), other.encode(), body)
        return replace(self, page=Page.from_bytes(url, body, self.page.fetched_at, "text/html"))


@dataclass(frozen=True, slots=True)
class Score:
    """How right one tool was over the pages, and the milliseconds that it took for one."""

    tool: str
    f1: float
    good: int
    headlines: int
    minutes: int
    days: int
    unwarned: int | None
    milliseconds: float


def load(folder: Path) -> list[RealPage]:
    """Return the pages of a folder, by name, but those with a note. Raises `OSError`."""
    found = []
    for case in sorted(path.parent for path in folder.glob("*/page.html")):
        meta, truth = (
            json.loads((case / f"{name}.json").read_text("utf-8")) for name in ("meta", "truth")
        )
        if not truth.get("note"):
            fetched = datetime.fromisoformat(meta["fetched_at"])
            body = (case / "page.html").read_bytes()
            found.append(RealPage(Page.from_bytes(meta["url"], body, fetched, "text/html"), truth))
    return found


def reading(page: Page) -> Reading:
    """Return what newsspider reads, with its warnings; nothing of a page that is refused."""
    try:
        article = extract(page)
    except NotAnArticle:
        return {}
    return {
        "headline": article.headline,
        "date_published": article.date_published,
        "paragraphs": article.article_body.split("\n\n"),
        "warnings": article.warnings,
    }


def score(
    tool: str, readings: Sequence[Reading], pages: Sequence[RealPage], milliseconds: float
) -> Score:
    """Return how right the readings are, each beside its page; a refused page counts 0."""
    bodies, counts, unwarned = [], Counter[str](), 0
    for found, page in zip(readings, pages, strict=True):
        truth = page.truth
        if truth["article_body"] is not None:
            bodies.append(token_f1([truth["article_body"]], found.get("paragraphs") or []))
        counts["headlines"] += _letters(found.get("headline")) == _letters(truth["headline"])
        if wanted := truth["date_published"]:
            moment = _in_wib(found.get("date_published"))
            is_right = moment[: len(wanted)] == wanted
            counts["minutes"] += is_right
            counts["days"] += moment[:10] == wanted[:10]
            unwarned += bool(moment) and not is_right and not found.get("warnings")
    good = sum(f1 >= _GOOD for f1 in bodies)
    warned = unwarned if tool.startswith(OURS) else None
    f1 = mean(bodies) if bodies else 0.0
    right = (counts["headlines"], counts["minutes"], counts["days"])
    return Score(tool, f1, good, *right, warned, milliseconds)


def ours(tool: str, pages: Sequence[RealPage]) -> Score:
    """Return our own score over the pages, each read once."""
    start = time.process_time()
    readings = [reading(each.page) for each in pages]
    return score(tool, readings, pages, 1000 * (time.process_time() - start) / len(pages))


def peers(pages: Sequence[RealPage], folder: Path) -> list[Score]:
    """Return the scores of the peers over the pages."""
    found = []
    work = {"cases": [each.for_peers() for each in pages], "date_lines": [], "once": True}
    for environment in (PEERS, FUNDUS):
        environment.make()
        for name, tool in environment.read(work, folder)["tools"].items():
            readings = [tool["readings"][each.page.url] for each in pages]
            found.append(score(f"{name} {tool['version']}", readings, pages, 1000 / tool["rate"]))
    return found


def markdown(scores: Sequence[Score], pages: Sequence[RealPage]) -> str:
    """Return the document: what it was measured on, and a row a tool."""
    houses = Counter(urlsplit(each.page.url).hostname or "" for each in pages)
    years = sorted({each.page.fetched_at.year for each in pages})
    bodies = sum(each.truth["article_body"] is not None for each in pages)
    dates = sum(bool(each.truth["date_published"]) for each in pages)
    head = (
        "tool", f"body F1 ({bodies})", f"of these ≥ {_GOOD}", f"headlines ({len(pages)})",
        f"to the minute ({dates})", f"the day ({dates})", "wrong date, no warning", "ms a page",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", f"| :-- |{' --: |' * (len(head) - 1)}"]
    for one in scores:
        unwarned = "–" if one.unwarned is None else str(one.unwarned)
        numbers = (one.good, one.headlines, one.minutes, one.days, unwarned)
        cells = (one.tool, f"{one.f1:.3f}", *map(str, numbers), f"{one.milliseconds:.0f}")
        lines.append(f"| {' | '.join(cells)} |")
    span = f"{len(pages)} pages of {len(houses)} hosts, fetched {years[0]}-{years[-1]}"
    return _TEXT.format(span=span, table="\n".join(lines))


def main(folder: Path) -> None:
    """Score the pages of a folder and write the document."""
    pages = load(folder)
    foreign = [each.of_a_foreign_host() for each in pages]
    scores = [
        ours(f"{OURS} {__version__}, its sites", pages),
        ours(f"{OURS} {__version__}, host unknown", foreign),
    ]
    with tempfile.TemporaryDirectory() as scratch:
        scores += peers(pages, Path(scratch))
    text = markdown(scores, pages)
    (ROOT / "docs" / "scoreboard-real-pages.md").write_text(text, encoding="utf-8")
    print(text)


def _domains() -> list[str]:
    """The domains of all sites, longest first, so that none is taken for another's end."""
    found = (domain for site in registry.all_sites() for domain in site.domains)
    return sorted(found, key=len, reverse=True)


def _letters(text: object) -> str:
    return "".join(re.findall(r"\w+", str(text or "").lower()))


def _in_wib(iso: object) -> str:
    """A moment as a clock in Jakarta shows it; a date without a zone is taken to be one there."""
    try:
        moment = datetime.fromisoformat(str(iso))
    except ValueError:
        return ""
    return (moment if moment.tzinfo is None else moment.astimezone(_WIB)).isoformat()[:16]


_TEXT: Final = """\
# Real pages

Measured on {span}, of Indonesian portals. The pages are other people's and no part of the project;
`make scoreboard REAL_PAGES=FOLDER` measures anew, on whatever pages stand in the folder
([real_pages.py](../benchmarks/quality/real_pages.py) says in which form). What a person reads on
them was written down with them.

{table}

*Its sites*: each page at its own address, where newsspider knows the site. *Host unknown*: the same
pages with every known host renamed, so that the generic reader has to find everything by itself.
Body F1 counts words, each as often as it occurs; a page that is refused counts 0. A headline is
right when letters and digits agree, a date when it is the same minute in Jakarta. fundus reads the
one of these houses that it has a parser for. Time is processor time of one pass, parsing included.

These pages were at hand while the readers were written: pages that nobody has seen are read
somewhat worse. The peers' own public sets are the second judge, wherever they are at hand:
`python -m benchmarks.quality.public_sets FOLDER`, the folder being a checkout of
scrapinghub/article-extraction-benchmark or of adbar/htmldate. What peers kept for their tests is
measured in [scoreboard-peers-pages.md](scoreboard-peers-pages.md).
"""

if __name__ == "__main__":
    main(Path(sys.argv[1]))
