"""Runs the generic reader over the pages that peers keep for their own tests, beside the peers.

    python -m benchmarks.quality.peers_test_pages FOLDER...

A FOLDER is an unpacked source distribution of trafilatura (1.0.0 and older) or htmldate (1.4.0 and
older): `tests/cache/` holds pages as they were served, `tests/*.py` in `MOCK_PAGES` their addresses
and in assertions what a text must hold, what it must not, and the day. They are other people's and
no part of the project: what is published are the scores, in `docs/scoreboard-peers-pages.md`.
"""

import ast
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from benchmarks.quality.board import OURS
from benchmarks.quality.environments import PEERS, ROOT
from benchmarks.quality.real_pages import reading
from benchmarks.quality.score import Reading
from newsspider import __version__
from newsspider.extract import Page

_DOCUMENT: Final = ROOT / "docs" / "scoreboard-peers-pages.md"
_OF_DATES: Final = "find_date"
_OF_PAGES: Final = "load_mock_page"


@dataclass(slots=True)
class Wanted:
    """What a peer's tests demand of a page: parts of the text, what is none of it, its day.

    The day of publication is kept where a test asks for it, else any day that one accepts.
    """

    held: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)

    def add(self, other: "Wanted") -> None:
        """Add what other tests demand of the same page."""
        self.held |= other.held
        self.left_out |= other.left_out
        self.days |= other.days
        self.published |= other.published


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page that a peer keeps for its tests."""

    name: str
    page: Page
    wanted: Wanted

    def for_peers(self) -> dict[str, Any]:
        """Return the page as `peers.py` takes it."""
        return {"name": self.name, "url": self.page.url, "html": self.page.text, "further": []}


def load(folders: Sequence[Path]) -> list[KeptPage]:
    """Return the pages of some source distributions, each once, by folder and name."""
    found: dict[bytes, KeptPage] = {}
    for folder in folders:
        files: dict[str, str] = {}
        demands: defaultdict[str, Wanted] = defaultdict(Wanted)
        for path in sorted(folder.glob("tests/*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            files |= dict(_addresses(tree))
            _demand(tree, demands)
        for url, name in files.items():
            path = folder / "tests" / "cache" / name
            if path.is_file() and "." in (urlsplit(url).hostname or ""):
                page = Page.from_bytes(url, path.read_bytes(), datetime.now(UTC), "text/html")
                kept = found.setdefault(page.body, KeptPage(str(path), page, Wanted()))
                kept.wanted.add(demands[url])
    return list(found.values())


def _addresses(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The addresses of pages and their files."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "MOCK_PAGES":
            yield from ast.literal_eval(node.value).items()


def _demand(tree: ast.Module, demands: defaultdict[str, Wanted]) -> None:
    """Add what assertions demand; `result` is of the page that was loaded last."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    url: str | None = None
    for statement in (part for function in functions for part in function.body):
        if isinstance(statement, ast.Assign):
            loaded = next(_loaded(statement), None)
            url = loaded if ast.unparse(statement.targets[0]) == "result" else None
        for node in ast.walk(statement):
            if isinstance(node, ast.Compare):
                _add_day(node, demands)
                if url is not None:
                    _add_part(node, demands[url])


def _loaded(node: ast.AST) -> Iterator[str]:
    """The addresses of the pages that are loaded in a piece of code."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and ast.unparse(call.func) == _OF_PAGES:
            url = call.args[0]
            if isinstance(url, ast.Constant):
                yield str(url.value)


def _add_part(node: ast.Compare, wanted: Wanted) -> None:
    part, where = node.left, ast.unparse(node.comparators[0])
    if isinstance(part, ast.Constant) and isinstance(part.value, str) and where == "result":
        parts = wanted.held if isinstance(node.ops[0], ast.In) else wanted.left_out
        parts.add(_line(part.value))


def _add_day(node: ast.Compare, demands: defaultdict[str, Wanted]) -> None:
    call, day = node.left, node.comparators[0]
    if not isinstance(call, ast.Call) or ast.unparse(call.func) != _OF_DATES:
        return
    options = {option.arg: ast.unparse(option.value) for option in call.keywords}
    is_day = isinstance(day, ast.Constant) and isinstance(day.value, str)
    if is_day and "outputformat" not in options:
        for url in _loaded(call.args[0]):
            wanted = demands[url]
            days = wanted.published if options.get("original_date") == "True" else wanted.days
            days.add(ast.literal_eval(day))


def row(tool: str, readings: Sequence[Reading], pages: Sequence[KeptPage]) -> list[str]:
    """Return the cells of one tool, its readings each beside its page."""
    counts: defaultdict[str, int] = defaultdict(int)
    for found, page in zip(readings, pages, strict=True):
        wanted, text = page.wanted, _line("\n".join(found.get("paragraphs") or []))
        counts["read"] += bool(text)
        counts["held"] += sum(part in text for part in wanted.held)
        counts["foreign"] += sum(part in text for part in wanted.left_out)
        days, day = wanted.published or wanted.days, str(found.get("date_published") or "")[:10]
        if days and day:
            counts["right"] += day in days
            counts["wrong"] += day not in days
            counts["unwarned"] += day not in days and not found.get("warnings")
    warned = str(counts["unwarned"]) if tool.startswith(OURS) else "–"
    numbers = (counts[name] for name in ("read", "held", "foreign", "right", "wrong"))
    return [tool, *map(str, numbers), warned]


def markdown(rows: Sequence[Sequence[str]], pages: Sequence[KeptPage]) -> str:
    """Return the document: what it was measured on, and a row a tool."""
    held, foreign = (
        sum(len(part) for part in parts)
        for parts in (
            [page.wanted.held for page in pages],
            [page.wanted.left_out for page in pages],
        )
    )
    dated = sum(bool(page.wanted.published or page.wanted.days) for page in pages)
    head = (
        "tool", f"pages read ({len(pages)})", f"parts of texts ({held})",
        f"foreign parts ({foreign})", f"the day ({dated})", "wrong day", "wrong day, no warning",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", f"| :-- |{' --: |' * (len(head) - 1)}"]
    lines += [f"| {' | '.join(cells)} |" for cells in rows]
    return _TEXT.format(table="\n".join(lines))


def main(folders: Sequence[Path]) -> None:
    """Score the pages of the folders and write the document."""
    pages = load(folders)
    if not pages:
        sys.exit(
            f"{', '.join(map(str, folders))}: no tests/cache with pages of MOCK_PAGES in there"
        )
    rows = [row(f"{OURS} {__version__}", [reading(each.page) for each in pages], pages)]
    PEERS.make()
    work = {"cases": [each.for_peers() for each in pages], "date_lines": [], "once": True}
    with tempfile.TemporaryDirectory() as scratch:
        for name, tool in PEERS.read(work, Path(scratch))["tools"].items():
            readings = [tool["readings"][each.name] for each in pages]
            rows.append(row(f"{name} {tool['version']}", readings, pages))
    text = markdown(rows, pages)
    _DOCUMENT.write_text(text, encoding="utf-8")
    print(text)


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


_TEXT: Final = """\
# The peers' own pages

trafilatura and htmldate kept pages for their tests in their source distributions: here those of
trafilatura 0.5.0 and 1.0.0 and of htmldate 0.6.0 and 1.4.0, as they were served. They are German,
English and French, and of any kind: news and blogs, but also shops, portals, terms of use, lists.
What a text must hold, what it must not and the day are what their tests demand, so that these two
are at home here, and newsspider is a guest.

{table}

newsspider refuses what it cannot date or what the page's own words do not vouch for, so that it
reads fewer pages; of a page that is refused it has no part. *Foreign parts* and *wrong day* are
better the fewer. htmldate reads days alone, readability-lxml none; newspaper4k is told that all is
Indonesian. Some of the days are those of a change, as the tests accept.

`python -m benchmarks.quality.peers_test_pages FOLDER...` measures anew, the folders being unpacked
source distributions. Of the larger sets, scrapinghub/article-extraction-benchmark and the 1,000
pages of htmldate's evaluation, nothing was measured here:
`python -m benchmarks.quality.public_sets FOLDER` does, where a checkout is at hand.
"""

if __name__ == "__main__":
    main([*map(Path, sys.argv[1:])])
