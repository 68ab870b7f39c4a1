"""Every field goes through one loader under one counting rule, so that health can name a rule."""

from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest

from newsspider.baseline import LEAST_BEFORE, LEAST_NOW, examine
from newsspider.extract import Page, extract
from newsspider.items import Article
from newsspider.reading.fields.loader import ArticleLoader
from newsspider.reading.fields.source import Source
from newsspider.store.pages.fixtures import Fixture

FIXTURES: Final = Path(__file__).parents[3] / "fixtures" / "sindonews"
CASE: Final = "2025-26-no-dateline"


class Counts(Counter[str]):
    """A stats collector."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""
        self[key] += count


def read(old: str = "", new: str = "") -> tuple[Article, Counts]:
    """Return the article of a saved page with a piece of its source replaced, and the counts."""
    page = Fixture.load(FIXTURES / CASE).page()
    assert old.encode() in page.body
    counts = Counts()
    body = page.body.replace(old.encode(), new.encode())
    return extract(Page.from_bytes(page.url, body, page.fetched_at), stats=counts), counts


def facts(counts: Counts, layout: str, articles: int) -> dict[str, Any]:
    """Return what a run counts that reads so many articles like this one."""
    return {key: n * articles for key, n in counts.items()} | {f"coverage/{layout}": articles}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            'class="detail-date-artikel"',
            'class="tgl"',
            "date_published from css/.detail-date-artikel",
        ),
        ('id="detail-desc"', 'id="isi"', "article_body from css/#detail-desc"),
        ('class="detail-nama-redaksi"', 'class="nama"', "authors from css/.detail-nama-redaksi a"),
        ("title-section", "judul-bagian", "related from heading/.title-section"),
    ],
)
def test_a_selector_that_stopped_matching_is_named(old: str, new: str, rule: str) -> None:
    usual, before = read()
    _, now = read(old, new)

    findings = examine(
        facts(now, usual.layout, LEAST_NOW), [facts(before, usual.layout, LEAST_BEFORE)]
    )

    assert f"selector no longer finds anything: {rule}" in [finding.words for finding in findings]


def test_a_field_that_has_a_value_asks_no_other_source() -> None:
    counts = Counts()
    loader = ArticleLoader(stats=counts)
    loader.first_of("headline", [Source("css", "h1", [" "]), Source("css", "h2", ["Panen raya"])])
    loader.first_of("headline", [Source("css", "h3", ["Banjir surut"])])
    assert loader.get_output_value("headline") == "Panen raya"
    assert dict(counts) == {"parser/headline/css/h1": 0, "parser/headline/css/h2": 1}


def test_health_of_today_reads_the_rules_that_older_runs_counted_as_places() -> None:
    usual, counts = read()
    older = {key.replace("/css/", "/place/"): n for key, n in counts.items()}

    findings = examine(
        facts(counts, usual.layout, LEAST_NOW),
        [facts(Counts(older), usual.layout, LEAST_BEFORE)],
    )

    assert findings == []


def test_a_printed_date_becomes_a_moment_with_its_offset() -> None:
    article, counts = read()

    assert article.date_published_raw is not None
    assert article.date_published.endswith("+07:00")
    assert counts["parser/date_published/css/.detail-date-artikel"] == 1
