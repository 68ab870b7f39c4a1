"""What a monitor is told."""

from datetime import UTC, datetime, timedelta

import pytest

from newsspider.report.monitor import RunEnd, check

NOW = datetime(2026, 7, 27, 12, 0, tzinfo=UTC)
DAY = timedelta(hours=26)


def ended(hours: float, code: int | None, verdict: str = "complete", words: str = "") -> RunEnd:
    whole = code == 0 or verdict == "incomplete"
    return RunEnd(NOW - timedelta(hours=hours), verdict, code, words, is_whole=whole)


GOOD = ended(1, 0)
DOWN = ended(0.5, 69, "unreachable", "connection refused by www.kabar.test")


@pytest.mark.parametrize(
    ("runs", "lists", "code", "says"),
    [
        ([GOOD], 0, 0, "the last run that got to its end began 60 minutes ago"),
        ([ended(1, 75, "incomplete")], 0, 0, "60 minutes ago"),
        ([ended(0, None, "running"), GOOD], 0, 0, "60 minutes ago"),
        ([ended(0.2, 75, "interrupted"), GOOD], 0, 0, "60 minutes ago"),
        ([DOWN, GOOD], 0, 69, "30 minutes ago, ended with 69: connection refused by"),
        ([ended(0, None, "running"), DOWN, GOOD], 0, 69, "ended with 69"),
        ([ended(1, None, "killed"), GOOD], 0, 75, "the last run was killed"),
        ([ended(50, 0)], 0, 75, "began 2 days ago, longer than 26 hours"),
        ([ended(1, 75, "interrupted")], 0, 75, "no run has got to its end"),
        ([], 0, 75, "no run has got to its end"),
        ([GOOD], 3, 75, "holes in the archive: 3 lists, 12 articles missing"),
        ([ended(-9000, 65, "broken"), GOOD], 0, 0, "60 minutes ago"),  # the clock was ahead
    ],
)
def test_a_monitor_hears_what_is_wrong_first(
    runs: list[RunEnd], lists: int, code: int, says: str
) -> None:
    verdict = check(runs, NOW, DAY, lists, 4 * lists)
    assert verdict.exit_code == code
    assert says in verdict.words
