"""The figures that `python -m benchmarks.instructions` keeps, and the pages that it passes."""

import platform
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.instructions import history
from benchmarks.instructions.counting import Cost, Pages, costs, readable
from benchmarks.instructions.crawling import CrawlCost
from benchmarks.instructions.valgrind import CountingFailed
from newsspider.extract import Page
from newsspider.store.pages.fixtures import Fixture
from tests.support.project import PROJECT

NOW = datetime(2026, 11, 28, tzinfo=UTC)
CHEAP, DEAR = Cost(6.0, 12.0), Cost(6.0, 12.72)


def test_what_became_dearer_is_named_with_the_commit_it_was_cheaper_at(tmp_path: Path) -> None:
    kept = tmp_path / "history.tsv"
    history.append(history.figures((CHEAP, CHEAP), CrawlCost(11.0, 20.0, 4_000.0)), kept)
    now = history.figures((CHEAP, DEAR), CrawlCost(11.0, 22.0, 3_000.0))
    at = history.commit()
    assert history.dearer(now, 1.05, history.rows(kept)) == [
        f"unseen pages cost 2.120 parses, with commit {at} 2.000: 1.060 times as dear, more than"
        " 1.05",
        f"a crawl has 0.500 of bare Scrapy's rate, with commit {at} 0.550: 1.100 times as dear,"
        " more than 1.05",
    ]
    assert history.dearer(now, 1.11, history.rows(kept)) == []


def test_the_last_row_of_this_python_that_has_the_figure_is_compared_with(tmp_path: Path) -> None:
    kept = tmp_path / "history.tsv"
    for cost in (CHEAP, DEAR):
        history.append(history.figures((cost, cost)), kept)
    history.append(history.figures(crawl=CrawlCost(11.0, 20.0, 4_000.0)), kept)
    rows = history.rows(kept)
    assert [row["ratio"] for row in rows] == ["2.000", "2.120", ""]
    assert [row["python"] for row in rows] == [platform.python_version()] * 3
    dear = history.figures((DEAR, DEAR))
    assert history.dearer(dear, 1.0, rows) == []
    assert history.dearer(dear, 1.05, [rows[0], rows[1] | {"python": "2.7.18"}]) != []


def test_pages_that_a_checkout_refuses_are_not_compared(tmp_path: Path) -> None:
    article = Fixture.load(PROJECT / "fixtures" / "sindonews" / "2021-24-seed-like").page()
    none = Page.from_bytes(article.url, b"<p>Halaman tidak ditemukan.", NOW)
    kept = readable(Pages([article, none], [none]), [PROJECT], tmp_path)
    assert [page.body for page in kept.saved] == [article.body]
    assert kept.unseen == []


def test_without_valgrind_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CountingFailed, match="install it"):
        costs(Pages([], []), PROJECT, tmp_path)
