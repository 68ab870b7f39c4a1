"""The exit code of a run, and its words."""

import re
from itertools import product
from typing import Any, Final

import pytest

from newsspider.exit_status import Tally, judge


@pytest.mark.parametrize(
    ("tally", "exit_code"),
    [
        (Tally(reason="finished", listings_read=3, links=9, stored=9), 0),
        (Tally(reason="finished", listings_read=3, links=9, known=9), 0),
        (Tally(reason="closespider_itemcount", listings_read=1, links=9, stored=5), 0),
        (Tally(reason="finished", listings_read=1, listings_empty=1, searches=1), 0),
        (Tally(reason="closespider_pagecount", listings_read=1, links=9, stored=5), 0),
        (Tally(reason="finished", listings_read=3, links=9, stored=5, limited=4), 0),
        (Tally(reason="finished", listings_read=3, links=9, known=9, listings_disallowed=2), 0),
        (Tally(reason="finished", listings_read=3, links=9, known=8, not_due=1), 0),
        (Tally(reason="finished", listings_read=3, links=9, known=8, misread=1), 0),
        (Tally(reason="finished", listings_read=3, links=10, stored=9, gone=1), 0),
        (Tally(reason="finished", listings_read=3), 65),
        (Tally(reason="finished", listings_read=3, links=9, misread=9), 65),
        (Tally(reason="finished", listings_read=3, links=9, stored=6, misread=3), 65),
        (Tally(reason="layout_broken", listings_read=3, links=20, misread=10), 65),
        (Tally(reason="fixture_damaged", listings_read=3, links=20, stored=10), 65),
        (Tally(reason="finished", listings_failed=3), 69),
        (Tally(reason="finished", listings_read=3, links=9, failed=9), 69),
        (Tally(reason="finished", listings_read=3, links=9, blocked=9), 69),
        (Tally(reason="finished", listings_read=3, links=9, disallowed=9), 69),
        (Tally(reason="finished", listings_read=3, links=9, known=5, disallowed=4), 0),
        (Tally(reason="finished", listings_read=3, links=9, gone=9), 69),
        (Tally(reason="finished", listings_read=3, links=4, gone=4), 0),
        (Tally(reason="finished", links=9, known=9, gone=8, doubted=8, refreshed=9), 69),
        (Tally(reason="finished", links=9, known=90, gone=6, taken_down=6, refreshed=90), 0),
        (Tally(reason="unreachable", listings_read=3, links=9, stored=2, failed=5), 69),
        (Tally(reason="finished", listings_read=1, links=9, stored=9, bugs=1), 70),
        (Tally(reason="start_error"), 70),
        (Tally(reason="output_failed", stored=4, output_error="No space left on device"), 74),
        (Tally(reason="finished", listings_read=3, links=97, stored=94, misread=3), 0),
        (Tally(reason="finished", listings_read=3, links=57, stored=54, misread=3), 65),
        (Tally(reason="finished", listings_disallowed=3), 69),
        (Tally(reason="shutdown", listings_read=1, links=9, stored=9), 75),
        (Tally(reason="shutdown", listings_read=3), 75),
        (Tally(reason="shutdown", listings_read=1, links=9, failed=2), 75),
        (Tally(reason="shutdown", listings_read=1, links=9, stored=9, misread=9), 65),
        (Tally(reason="closespider_itemcount", links=9, stored=4, left=5, listings_left=2), 0),
        (Tally(reason="somebody_elses_reason", listings_read=1, links=9, stored=9), 75),
        (Tally(reason="finished", listings_read=3, links=10, stored=9, failed=1), 75),
        (Tally(reason="finished", listings_read=3, links=10, known=9, failed=1), 75),
        (Tally(reason="finished", listings_read=3, links=10, known=7, failed=3), 69),
        (Tally(reason="finished", listings_read=3, links=1, misread=1), 65),
        (Tally(reason="finished", listings_read=3, links=10, stored=9, blocked=1), 75),
        (Tally(reason="finished", listings_read=3, links=10, stored=9, left=1), 75),
        (Tally(reason="finished", listings_read=31, links=36, stored=35, listings_failed=5), 75),
        (Tally(reason="finished", listings_read=3, known=3, days_doubted=1), 75),
        (Tally(reason="throttled", listings_read=1, links=9, stored=9), 75),
    ],
)
def test_a_run_is_judged_by_what_it_found(tally: Tally, exit_code: int) -> None:
    verdict = judge(tally)
    assert verdict.exit_code == exit_code
    assert verdict.line("sindonews").startswith(f"sindonews: exit {exit_code} (")
    assert "\n" not in verdict.words


def test_a_tally_is_read_from_the_stats_of_scrapy() -> None:
    stats = {"article/stored": 3, "spider_exceptions/count": 1, "output/error": None}
    tally = Tally.of(stats, "finished")
    assert (tally.stored, tally.bugs, tally.output_error) == (3, 1, None)


CONDITIONS: Final[dict[str, tuple[dict[str, Any], int]]] = {
    "the output failed": ({"output_error": "No space left on device"}, 74),
    "the output cannot be made": ({"output_error": "denied", "output_code": 73}, 73),
    "a feed of -o was not written": ({"feeds_failed": 1}, 74),
    "an error of ours": ({"bugs": 1}, 70),
    "a field is gone": ({"broken": "no headline on 9 of 10 pages"}, 65),
    "a page is unreadable": ({"misread": 1}, 0),
    "a list failed": ({"listings_failed": 1}, 75),
    "a list is disallowed": ({"listings_disallowed": 1}, 0),
    "an article failed": ({"failed": 1}, 75),
    "a block page": ({"blocked": 1}, 75),
    "an article was left": ({"left": 1}, 75),
    "an article is gone": ({"gone": 1}, 0),
    "an article is not due": ({"not_due": 1}, 0),
}
"""What may happen to a run of twenty articles, and the code that it has where nothing else did."""

ENDS: Final = {
    "finished": 0,
    "closespider_itemcount": 0,
    "shutdown": 75,
    "throttled": 75,
    "budget": 75,
    "closespider_timeout": 75,
    "memusage_exceeded": 75,
    "unreachable": 69,
    "layout_broken": 65,
    "start_error": 70,
    "closespider_errorcount": 70,
}

GRAVEST_LAST: Final = (0, 75, 69, 65, 70, 73, 74)


@pytest.mark.parametrize("reason", ENDS)
def test_of_all_that_happened_the_gravest_is_the_verdict(reason: str) -> None:
    """Every combination of conditions, but of the two ways in which the output can fail."""
    wrong = []
    for chosen in product((False, True), repeat=len(CONDITIONS)):
        happened = [name for name, is_so in zip(CONDITIONS, chosen, strict=True) if is_so]
        if {"the output failed", "the output cannot be made"} <= set(happened):
            continue
        counts: dict[str, Any] = {"listings_read": 5, "links": 20, "stored": 20}
        for name in happened:
            counts |= CONDITIONS[name][0]
        by_wish = {"an article was left"} if reason == "closespider_itemcount" else set()
        codes = [ENDS[reason], *(CONDITIONS[name][1] for name in {*happened} - by_wish)]
        verdict = judge(Tally(reason=reason, **counts))
        if verdict.exit_code != max(codes, key=GRAVEST_LAST.index):
            wrong.append((happened, verdict))
    assert wrong == []


@pytest.mark.parametrize("count", ["listings_failed", "failed", "misread", "left", "not_due"])
def test_what_a_run_left_undone_is_counted_in_its_last_line(count: str) -> None:
    counts: dict[str, Any] = {count: 7}
    verdict = judge(Tally(reason="finished", links=400, stored=393, **counts))
    assert re.search(r"\b7 (listings|failed|unreadable|left|to be tried)", verdict.words)
    assert (verdict.word == "incomplete") == (verdict.exit_code == 75)


def test_the_first_page_that_could_not_be_read_is_named() -> None:
    page = "https://ekbis.sindonews.com/read/3/34/x-1700000000: no_body"
    stats = {"article/stored": 40, "article/misread": 1, "unreadable/first": page}
    verdict = judge(Tally.of(stats, "finished"))
    assert verdict.exit_code == 0
    assert f"1 unreadable ({page})" in verdict.words


def test_a_replay_says_that_nothing_was_saved_of_what_was_asked_for() -> None:
    said = judge(Tally(reason="finished", listings_failed=3, not_replayed=4)).words
    assert "none of 3 listings could be had: they were not saved; ask for the days that" in said
    said = judge(Tally(reason="finished", listings_failed=3)).words
    assert "not saved" not in said
