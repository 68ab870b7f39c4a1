"""The panel of a run that goes on."""

from datetime import timedelta
from io import StringIO

from rich.console import Console

from newsspider.report.progress import Progress, panel

STATS = {
    "article/stored": 1200,
    "article/known": 30,
    "article/failed": 2,
    "article/misread": 1,
    "response_received_count": 1400,
    "progress/at": "2022-01-11 ekbis",
    "progress/days": 310,
    "day/closed": 30,
    "day/closed_before": 1,
    "pace/ms_waited": 42_000,
}


def test_the_counts_of_scrapy_are_told_for_a_person() -> None:
    progress = Progress.of(STATS, seconds=600)
    assert (progress.stored, progress.known, progress.failed) == (1200, 30, 3)
    assert progress.pages_a_minute == 140
    assert progress.left == timedelta(seconds=5400)


def test_a_run_without_days_has_no_time_left() -> None:
    assert Progress.of({}, seconds=0).left is None
    assert Progress.of({}, seconds=0).pages_a_minute == 0


def test_the_panel_shows_all_of_it() -> None:
    written = StringIO()
    Console(width=100, file=written).print(panel(Progress.of(STATS, seconds=600), "sindonews"))
    shown = written.getvalue()
    for words in ("1,200", "140 pages a minute", "2022-01-11 ekbis", "31 of 310", "1:30:00 left"):
        assert words in shown
    assert "waited 42 s" in shown
