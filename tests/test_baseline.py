"""Whether the pages still read as they used to."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from newsspider.baseline import Deviation, examine, listings, silence


def run(articles: int = 40, **changed: Any) -> dict[str, Any]:
    facts = {
        "coverage/2025-26": articles,
        "coverage/2025-26/editor": articles,
        "coverage/2025-26/image": articles * 9 // 10,
        "text/2025-26/words": articles * 300,
        "text/2025-26/paragraphs": articles * 12,
        "text/2025-26/warning:date_conflict": 0,
        "parser/headline/css/h1.detail-title": articles,
        "article/stored": articles,
    }
    return facts | changed


def broken(findings: list[Deviation]) -> list[bool]:
    return [finding.broken for finding in findings]


def test_a_run_like_the_last_ones_has_no_findings() -> None:
    assert examine(run(), [run(), run()]) == []


def test_pages_that_warn_less_are_no_finding() -> None:
    warned = run(**{"coverage/2025-26/warnings": 40, "text/2025-26/warning:date_conflict": 40})
    assert examine(run(**{"coverage/2025-26/warnings": 0}), [warned, warned]) == []


def test_the_first_runs_and_small_ones_are_not_judged() -> None:
    silent = run(9, **{"coverage/2025-26/editor": 0, "text/2025-26/words": 9})
    assert examine(silent, [run(), run()]) == []
    assert examine(run(**{"coverage/2025-26/editor": 0}), [run()]) == []


@pytest.mark.parametrize(
    ("changed", "is_broken", "says"),
    [
        ({"coverage/2025-26/editor": 37}, False, "editor stated by 92% of pages, used to be 100%"),
        ({"coverage/2025-26/editor": 20}, True, "editor stated by 50%"),
        ({"coverage/2025-26/image": 0}, True, "image stated by 0%"),
        ({"text/2025-26/words": 40 * 140}, True, "140 words a page, used to be 300"),
        ({"text/2025-26/paragraphs": 40}, True, "1 paragraphs a page"),
        ({"text/2025-26/warning:date_conflict": 4}, False, "date_conflict in 10%"),
        ({"text/2025-26/warning:date_conflict": 30}, True, "date_conflict in 75%"),
        ({"parser/headline/css/h1.detail-title": 0}, False, "headline from css/h1.detail"),
    ],
)
def test_what_is_not_as_it_was_is_named(
    changed: dict[str, Any], is_broken: bool, says: str
) -> None:
    [finding] = examine(run(**changed), [run(), run()])
    assert finding.broken is is_broken
    assert says in finding.words


def test_the_worst_comes_first() -> None:
    changed = {"coverage/2025-26/editor": 37, "text/2025-26/words": 40}
    assert broken(examine(run(**changed), [run(), run()])) == [True, False]


def test_a_new_layout_is_not_compared_with_another() -> None:
    later = {"coverage/2027": 40, "text/2027/words": 40}
    findings = examine(later, [run(), run()])
    assert broken(findings) == [False]
    assert "h1.detail-title" in findings[0].words


def test_half_of_the_pages_in_another_layout_do_not_hide_behind_the_other_half() -> None:
    other = {key.replace("2025-26", "2027"): value for key, value in run(20).items()}
    before = run(20) | other
    now = before | {"coverage/2027/editor": 0}
    [finding] = examine(now, [before] * 3)
    assert finding.broken
    assert finding.words.startswith("2027: editor stated by 0% of pages")


def lists(read: int = 24, links: int = 20, **more: Any) -> dict[str, Any]:
    return {"listing/read/feed": read, "listing/links/feed": read * links} | more


@pytest.mark.parametrize(
    ("now", "found"),
    [
        (lists(), []),
        (lists(links=14), []),
        (lists(links=9), [False]),
        (lists(links=2), [True]),
        (lists(links=0), [True]),
        (lists(4, links=0), []),  # the rest has not changed
        ({"listing/read/sitemap": 9, "listing/links/sitemap": 0}, [False]),  # after midnight
        ({"listing/read/index": 90, "listing/links/index": 5}, []),  # a quiet day
    ],
)
def test_lists_that_have_grown_short_are_noticed(now: dict[str, Any], found: list[bool]) -> None:
    sitemaps = {"listing/read/sitemap": 9, "listing/links/sitemap": 900}
    assert broken(listings(now, [lists() | sitemaps] * 3)) == found


def test_the_first_lists_are_not_judged() -> None:
    assert listings(lists(9, links=0), [lists(10)]) == []


def test_a_day_without_anything_new_is_noticed() -> None:
    moment = datetime(2026, 7, 24, 9, tzinfo=UTC)
    hour = timedelta(hours=1)
    quiet = [(moment - n * hour, lists()) for n in range(1, 26)]
    new = [(moment - 26 * hour, lists() | {"article/stored": 3})]
    assert broken(silence(moment, lists(), quiet + new)) == [True]
    assert silence(moment, lists(), quiet[:20] + new) == []
    assert silence(moment, lists() | {"article/stored": 1}, quiet + new) == []
    assert silence(moment, lists(), [quiet[-1], *new]) == []  # the machine was off
    archive = {"progress/days": 30, "article/stored": 500}
    assert broken(silence(moment, lists(), [(moment, archive), *quiet, *new])) == [True]
    assert silence(moment, archive, quiet + new) == []


def test_a_rare_warning_that_is_common_in_a_new_layout_is_a_finding() -> None:
    later = {"coverage/2027": 20, "text/2027/warning:tz_assumed": 4}
    seen = {key: 1 for key in run() if key.startswith("parser/")}
    [finding] = examine(later | seen, [run(), run()])
    assert not finding.broken
    assert finding.words == "2027: tz_assumed in 20% of pages, in other layouts 0%"
    usual = run(**{"text/2025-26/warning:tz_assumed": 8})
    assert examine(later | seen, [usual, usual]) == []
