"""Which articles are doubtful, and whether the first pages of a run can be believed."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from newsspider.crawl.earlier_runs import accepted, doubtful_lately
from newsspider.items import Article, from_record
from newsspider.probation import FIELDS, Soundness, are_many, described, doubts, soundness, usual
from newsspider.reading.not_an_article import REASONS
from newsspider.reading.warnings import codes
from newsspider.sites.sindonews.site import SINDONEWS
from newsspider.store.state.runs import Run
from tests.pipelines.test_count_fields import CASE
from tests.store.records import NOW

ARTICLE: Article = from_record(json.loads(CASE.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("changed", "reasons"),
    [
        ({}, []),
        ({"warnings": ["tz_assumed", "weekday_mismatch"]}, []),
        ({"warnings": ["body_unconfirmed", "body_mixed"]}, ["body_mixed", "body_unconfirmed"]),
        ({"warnings": ["headline_unconfirmed"]}, ["headline_unconfirmed"]),
        ({"warnings": ["encoding_suspect"]}, ["encoding_suspect"]),
        ({"warnings": ["body_incomplete"]}, ["body_incomplete"]),
        ({"warnings": ["body_incomplete"], "page_count": 2}, ["body_incomplete"]),
        ({"date_published_source": "listing"}, ["date_from_listing"]),
        ({"date_published_source": "url"}, ["date_from_address"]),
        ({"layout": "generic"}, ["layout_unknown"]),
        ({"layout": "2018-21"}, []),
    ],
)
def test_an_article_is_doubtful_for_what_it_rests_on(
    changed: dict[str, Any], reasons: list[str]
) -> None:
    assert doubts(replace(ARTICLE, **changed)) == reasons


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [
        (9, 0, Soundness.OPEN),
        (10, 0, Soundness.SOUND),
        (9, 1, Soundness.SOUND),
        (5, 5, Soundness.OPEN),
        (1, 9, Soundness.OPEN),
        (0, 9, Soundness.OPEN),
        (0, 10, Soundness.BROKEN),
        (8, 7, Soundness.SOUND),
        (15, 15, Soundness.SOUND),
        (6, 24, Soundness.BROKEN),
        (7, 23, Soundness.SOUND),
    ],
)
def test_the_first_pages_are_judged_once_they_say_something(
    good: int, bad: int, expected: Soundness
) -> None:
    assert soundness(good, bad) is expected


@pytest.mark.parametrize(
    ("good", "bad", "expected"),
    [
        (0, 0, Soundness.SOUND),
        (0, 2, Soundness.SOUND),
        (0, 3, Soundness.BROKEN),
        (1, 4, Soundness.BROKEN),
        (2, 4, Soundness.SOUND),
    ],
)
def test_a_small_run_is_judged_at_its_end(good: int, bad: int, expected: Soundness) -> None:
    assert soundness(good, bad, at_end=True) is expected


def test_three_pages_and_five_percent_are_many() -> None:
    assert [are_many(bad, 40) for bad in (2, 3)] == [False, True]
    assert [are_many(bad, 100) for bad in (4, 5)] == [False, True]


def test_fields_and_selectors_to_repair_are_named_the_worst_first() -> None:
    stats = {"article/misread/no_body": 3, "article/doubtful/headline_unconfirmed": 8}
    said = described(stats, SINDONEWS.layouts)
    assert said.startswith("headline of 8 pages (headline_unconfirmed 8; looked for by ")
    assert "h1.detail-title" in said
    assert "article_body of 3 pages (no_body 3; looked for by " in said
    assert "#detail-desc" in said


def test_every_reason_is_a_code_of_warnings_or_refusals_or_of_its_own() -> None:
    own = {"date_from_listing", "date_from_address", "layout_unknown"}
    assert set(FIELDS) - own <= codes() | set(REASONS)


def run(hours_ago: int = 1, **facts: Any) -> Run:
    began = NOW - timedelta(hours=hours_ago)
    return Run("1", began, began, "complete", 0, facts)


def test_small_runs_of_a_day_are_taken_together() -> None:
    counted = {"article/doubtful/stored": 1, "article/stored": 2}
    runs = [run(1, **counted), run(2, **counted), run(30, **counted)]
    assert doubtful_lately(runs, NOW) == (2, 4)
    assert doubtful_lately([run(**counted, **{"health/accepted": 1})], NOW) == (0, 0)


def test_what_the_user_accepted_is_usual() -> None:
    counted = {"article/stored": 40, "article/doubtful/layout_unknown": 40}
    few = counted | {"article/doubtful/body_mixed": 1}
    runs = [run(), run(**few, **{"health/accepted": 1})]
    assert usual(accepted(runs)) == {"layout_unknown"}
    assert usual(accepted([run(**few)])) == frozenset()
