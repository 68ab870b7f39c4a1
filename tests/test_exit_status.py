"""The exit code of a run, and its words."""

import pytest

from newsspider.exit_status import Tally, judge


@pytest.mark.parametrize(
    ("tally", "exit_code"),
    [
        (Tally(reason="finished", listings_read=3, links=9, stored=9), 0),
        (Tally(reason="finished", listings_read=3, links=9, known=9), 0),
        (Tally(reason="closespider_itemcount", listings_read=1, links=9, stored=5), 0),
        (Tally(reason="finished", listings_read=3, links=10, stored=9, failed=1), 0),
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
        (Tally(reason="shutdown", listings_read=1, links=9, stored=9), 75),
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
