"""The gold cases: saved pages with the record a person wrote down for them, and our own reading."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lxml import etree

from newsspider.extract import NotAnArticle, Page, extract, parse_date
from newsspider.items import to_record
from newsspider.store.pages.fixtures import Fixture, folders

ROOT: Final = Path(__file__).parents[2] / "fixtures" / "sindonews"
PASSES: Final = 2


@dataclass(frozen=True, slots=True)
class Case:
    """A saved article: its pages, and the record a careful reader writes down."""

    name: str
    page: Page
    more: list[Page]
    gold: dict[str, Any]

    def for_peers(self) -> dict[str, Any]:
        """The case as peers take it: decoded pages, which spares them a charset that lies."""
        whole = [page for page in self.more if "showpage=all" in page.url]
        further = whole[:1] or sorted(self.more, key=lambda page: (len(page.url), page.url))
        return {
            "name": self.name,
            "url": self.page.url,
            "html": self.page.text,
            "further": [(page.url, page.text) for page in further],
            "further_is_whole": bool(whole),
        }


def gold_cases() -> list[Case]:
    """Every saved article, by name; lists and pages that are none have no record."""
    found = []
    for folder in folders(ROOT):
        path = folder / "expected.json"
        gold = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        if "article_body" in gold:
            fixture = Fixture.load(folder)
            found.append(Case(folder.name, fixture.page(), fixture.more(), gold))
    return found


def reading(case: Case) -> dict[str, Any]:
    """What newsspider reads, under the names the peers' readings have."""
    try:
        record = to_record(extract(case.page, *case.more))
    except NotAnArticle:
        return {}
    image = record["image"] or {}
    return record | {
        "image": image.get("url"),
        "paragraphs": record["article_body"].split("\n\n"),
    }


def _fresh(page: Page) -> Page:
    """The same page, not parsed yet."""
    return Page.from_bytes(page.url, page.body, page.fetched_at, page.content_type)


def pages_a_second(cases: list[Case]) -> float:
    """First pages read in a second of processor time, parsing included; the best of `PASSES`."""

    def read_all() -> None:
        for case in cases:
            try:
                extract(_fresh(case.page))
            except NotAnArticle:
                continue

    return _best_rate(read_all, len(cases))


def parsed_a_second(cases: list[Case]) -> float:
    """First pages that lxml parses in a second, and nothing else; the best of `PASSES`."""

    def parse_all() -> None:
        for case in cases:
            etree.fromstring(case.page.body, etree.HTMLParser(encoding="utf-8"))

    return _best_rate(parse_all, len(cases))


def lines_a_second(lines: list[str]) -> float:
    """Date lines read in a second of processor time; the best of `PASSES`."""
    return _best_rate(lambda: [parse_date(line) for line in lines * 20], len(lines) * 20)


def _best_rate(work: Callable[[], object], count: int) -> float:
    best = 0.0
    for _ in range(PASSES):
        start = time.process_time()
        work()
        best = max(best, count / (time.process_time() - start))
    return best
