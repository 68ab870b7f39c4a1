"""`python -m benchmarks.duplicates`: is the same story found once, and what does that cost?

Prints recall, precision, speed, memory and disk of the index as the crawl uses it; beside it a
plain in-memory index of datasketch on the same texts, and exact pairwise Jaccard on a sample.
Exits with 1 when a figure misses what is promised in `docs/duplicates.md`.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.duplicates import cost, measure
from benchmarks.duplicates.corpus import corpus
from benchmarks.duplicates.measure import Outcome, Score
from benchmarks.duplicates.texts import Text

PROMISED = {
    "recall": 0.98,
    "precision": 0.995,
    "articles a second": 2000.0,
    "bytes an article": 400.0,
    "seconds to open": 1.0,
    "megabytes of memory": 300.0,
    "milliseconds in the crawl": 0.5,
}
_AT_LEAST = {"recall", "precision", "articles a second"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the benchmark; 1 when a promise is not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.duplicates", description=__doc__)
    add = parser.add_argument
    add("--articles", type=int, default=100_000, help="texts in the corpus")
    add("--sample", type=int, default=2000, help="texts compared pairwise")
    add("--known", type=int, default=2_000_000, help="articles in the large index")
    add("--seed", type=int, default=6, help="of the corpus")
    chosen = parser.parse_args(arguments)
    texts = corpus(chosen.articles, chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        figures = dict(_quality(texts, Path(folder), chosen.sample))
        figures |= dict(_large(Path(folder), chosen.known, corpus(400, chosen.seed + 1)))
    return _verdict(figures)


def _quality(texts: Sequence[Text], folder: Path, sample: int) -> Iterator[tuple[str, float]]:
    known = measure.due(texts)
    print(f"{len(texts):,} articles, {len(known):,} of them edited copies; Jaccard of these:")
    print("  " + ", ".join(f"{share:.0%} from {least}" for least, share in _spread(known)))
    ours = measure.ours(texts, folder / "state.sqlite3")
    mine = measure.score(texts, ours.said, known)
    _print("newsspider, on disk", ours, mine)
    wrong = Counter(texts[n].kind for n, _ in mine.wrong)
    print("  wrongly joined: " + (", ".join(f"{n} {kind}" for kind, n in wrong.items()) or "none"))
    yield "recall", mine.recall
    yield "precision", mine.precision
    yield "articles a second", ours.per_second
    yield "bytes an article", ours.disk / len(texts)
    _beside(ours, lambda: measure.datasketch(texts), texts, known)
    few = corpus(sample, seed=len(texts))
    some = measure.due(few)
    small = measure.ours(few, folder / "sample.sqlite3")
    print(f"on {len(few):,} others:")
    _print("newsspider, on disk", small, measure.score(few, small.said, some))
    _beside(small, lambda: measure.pairwise(few), few, some)


def _large(folder: Path, known: int, texts: Sequence[Text]) -> Iterator[tuple[str, float]]:
    large = cost.large(folder / "large.sqlite3", known, texts)
    print(
        f"with {known:,} articles known: opened in {large.opening * 1000:.1f} ms; each article"
        f" takes {large.added * 1000:.2f} ms more, of it {large.computing * 1000:.2f} ms CPU, in"
        f" commits of 10 that reach the disk; {large.memory / 1e6:.0f} MB resident"
    )
    yield "seconds to open", large.opening
    yield "megabytes of memory", large.memory / 1e6
    yield "milliseconds in the crawl", large.added * 1000


def _beside(
    ours: Outcome,
    technique: Callable[[], Outcome | None],
    texts: Sequence[Text],
    known: dict[int, float],
) -> None:
    other = technique()
    if other is None:
        print("datasketch: not installed")
        return
    _print(other.name, other, measure.score(texts, other.said, known))
    print(
        f"  newsspider against {other.name}: {ours.per_second / other.per_second:.2f} x the speed,"
        f" {ours.memory / max(1, other.memory):.3f} x the memory"
    )


def _print(name: str, outcome: Outcome, score: Score) -> None:
    disk = f", {outcome.disk / outcome.texts:.0f} bytes an article" if outcome.disk else ""
    print(
        f"{name}: recall {score.recall:.4f} of {score.due:,}, precision {score.precision:.4f} of"
        f" {score.said:,}; {outcome.per_second:,.0f} articles/s (CPU),"
        f" {outcome.memory / 1e6:.0f} MB more memory{disk}"
    )


def _spread(known: dict[int, float]) -> Iterator[tuple[float, float]]:
    for least in (0.5, 0.6, 0.7, 0.8, 0.9):
        yield least, sum(alike >= least for alike in known.values()) / max(1, len(known))


def _verdict(figures: dict[str, float]) -> int:
    kept = True
    for name, promised in PROMISED.items():
        ok = figures[name] >= promised if name in _AT_LEAST else figures[name] <= promised
        sign = "at least" if name in _AT_LEAST else "at most"
        state = "ok" if ok else "MISSED"
        print(f"{state}: {name} {figures[name]:,.4g}, promised {sign} {promised:,.4g}")
        kept = kept and ok
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
