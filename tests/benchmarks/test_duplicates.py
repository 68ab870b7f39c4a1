"""The small form of `python -m benchmarks.duplicates`: what it finds, not how fast."""

from pathlib import Path

import pytest

from benchmarks.duplicates import cost, measure
from benchmarks.duplicates.corpus import corpus

TEXTS = corpus(2500)


def test_recall_precision_and_size_are_as_promised(tmp_path: Path) -> None:
    ours = measure.ours(TEXTS, tmp_path / "state.sqlite3")
    known = measure.due(TEXTS)
    score = measure.score(TEXTS, ours.said, known)
    assert score.due > 100
    assert score.recall >= 0.98
    assert score.precision >= 0.995
    assert ours.disk / len(TEXTS) <= 400


def test_what_pairwise_comparison_finds_in_a_sample_is_found(tmp_path: Path) -> None:
    """Needs no knowledge of who was copied from whom; a frame alike to 0.8 counts as alike here."""
    few = corpus(300, near=0.2)
    truth = measure.pairwise(few).said
    said = measure.ours(few, tmp_path / "state.sqlite3").said
    assert len(truth) > 20
    missed = [n for n in truth if n not in said and few[n].kind != "prayer_times"]
    assert len(missed) <= 0.02 * len(truth) + 1


def test_a_plain_datasketch_index_is_measured_beside() -> None:
    pytest.importorskip("datasketch")
    outcome = measure.datasketch(TEXTS[:300])
    assert outcome
    assert outcome.texts == 300


def test_the_cost_of_a_large_index_is_measured(tmp_path: Path) -> None:
    large = cost.large(tmp_path / "large.sqlite3", 3000, TEXTS[:60])
    assert large.opening > 0
    assert large.memory > 0
