"""Runs the generic reader over the peers' own public sets, in a checkout that the user has.

    python -m benchmarks.quality.public_sets FOLDER

FOLDER is one of scrapinghub/article-extraction-benchmark (`ground-truth.json`, `html/`), scored as
its `evaluate.py` does (where nothing was read, recall alone counts it), or of adbar/htmldate
(`tests/eval_*.json`, pages in folders beside them), scored by the day. Their pages are read as if
fetched today: nothing says when they were.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any, Final

from benchmarks.quality.real_pages import reading
from newsspider.extract import Page

_GRAMS: Final = 4  # words in a run, as that benchmark counts them
_FOLDERS: Final = ("test_set", "cache", "eval")
"""Where htmldate looks for a page, in its order."""
_WORD = re.compile(r"\w+")


def main(folder: Path) -> None:
    """Print the scores of the set in the folder; exits with a line where there is none."""
    if (folder / "ground-truth.json").is_file():
        print(bodies(folder))
    elif dated := sorted(folder.glob("tests/eval_*.json")):
        print(dates(folder, dated))
    else:
        sys.exit(f"{folder}: neither ground-truth.json nor tests/eval_*.json is in there")


def bodies(folder: Path) -> str:
    """Return precision, recall and F1 of the texts, in a line."""
    truths = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    shares = []
    for key, truth in truths.items():
        html = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        found = _read(truth.get("url") or "", html)
        text = "\n".join(found.get("paragraphs") or [])
        shares.append(_shared(truth.get("articleBody") or "", text))
    precision = mean([both / got for both, got, _ in shares if got] or [0.0])
    recall = mean([both / want for both, _, want in shares if want] or [0.0])
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    read = sum(got > 0 for _, got, _ in shares)
    figures = f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
    return f"{len(shares)} pages, {read} read: {figures}"


def dates(folder: Path, lists: list[Path]) -> str:
    """Return how many days of publication are right, wrong, and not found, in a line.

    A page of which nobody says the day is right when it is refused.
    """
    counts: Counter[str] = Counter()
    for url, wanted, path in _dated_pages(folder, lists):
        found = _read(url, path.read_bytes())
        day = str(found.get("date_published") or "")[:10]
        kind = "right" if day == (wanted or "") else "wrong" if day else "refused"
        counts[kind] += 1
        counts["unwarned"] += kind == "wrong" and not found["warnings"]
    pages = counts["right"] + counts["wrong"] + counts["refused"]
    wrong = f"{counts['wrong']} wrong ({counts['unwarned']} without a warning)"
    return f"{pages} pages: {counts['right']} days right, {wrong}, {counts['refused']} refused"


def _dated_pages(folder: Path, lists: list[Path]) -> Iterator[tuple[str, str | None, Path]]:
    """The pages of the lists that are there, each address once: address, day, file."""
    pages: dict[str, Any] = {}
    for each in lists:
        pages |= json.loads(each.read_text("utf-8"))
    for url, facts in pages.items():
        places = (folder / "tests" / name / facts["file"] for name in _FOLDERS)
        if path := next(filter(Path.is_file, places), None):
            yield url, facts["date"], path


def _read(url: str, html: bytes) -> dict[str, Any]:
    return reading(Page.from_bytes(url, html, datetime.now(UTC), "text/html"))


def _shared(want: str, got: str) -> tuple[int, int, int]:
    """Runs of words that two texts share, and those of what was got and wanted."""
    wanted, found = _runs(want), _runs(got)
    return (wanted & found).total(), found.total(), wanted.total()


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    starts = range(max(1, len(words) - _GRAMS + 1))
    return Counter(run for n in starts if (run := tuple(words[n : n + _GRAMS])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
