"""What a run leaves for the next one: every part of it is read back by a second store."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsspider.store import Store
from newsspider.store.state.day_ledger import Day
from newsspider.store.state.http import RobotsCopy, Spent, Validators
from tests.store.records import DAY, NOW, SITE

URL = "https://nasional.sindonews.com/indeks"
HOUR = timedelta(hours=1)


class Runs:
    """The same output, closed and opened again between two lines of a test."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self.store = Store.open(output, SITE, NOW)

    def again(self) -> Store:
        self.store.close()
        self.store = Store.open(self._output, SITE, NOW)
        return self.store


@pytest.fixture
def runs(tmp_path: Path) -> Iterator[Runs]:
    runs = Runs(tmp_path)
    yield runs
    runs.store.close()


def test_failures_are_counted_until_the_address_answers(runs: Runs) -> None:
    for hours, count in ((1, 1), (3, 2)):
        attempts = runs.again().attempts
        assert attempts.failed(URL, NOW, f"try {count}", NOW + hours * HOUR) == count
    attempts = runs.again().attempts
    found = attempts.get(URL)
    assert found
    assert (found.failures, found.last_error, found.next_try) == (2, "try 2", NOW + 3 * HOUR)
    assert not list(attempts.due(NOW + 2 * HOUR))
    assert [attempt.url for attempt in attempts.due(NOW + 3 * HOUR)] == [URL]
    attempts.failed(URL, NOW, "404", None)
    assert not list(attempts.due(NOW + 1000 * HOUR))
    assert [attempt.url for attempt in attempts.given_up()] == [URL]
    attempts.succeeded(URL)
    assert runs.again().attempts.get(URL) is None


def test_validators_and_robots_are_the_last_ones_seen(runs: Runs) -> None:
    for etag in ('"a"', '"b"'):
        runs.store.http.put(URL, Validators(etag, None, "hash", NOW))
        runs.store.robots.put("sindonews.com", RobotsCopy(200, etag.encode(), NOW))
    store = runs.again()
    assert store.http.get(URL) == Validators('"b"', None, "hash", NOW)
    assert store.http.get("https://elsewhere") is None
    assert store.robots.get("sindonews.com") == RobotsCopy(200, b'"b"', NOW)
    assert store.robots.get("elsewhere") is None


def test_a_pause_is_never_shortened(runs: Runs) -> None:
    for hours in (2, 1):
        runs.store.throttle.pause("sindonews.com", NOW + hours * HOUR)
    assert runs.again().throttle.until("sindonews.com") == NOW + 2 * HOUR
    assert runs.store.throttle.until("elsewhere") is None


def test_the_budget_of_a_day_adds_up_over_runs(runs: Runs) -> None:
    for _ in range(2):
        runs.again().budget.spend(DAY, Spent(3, 1000, 1.5))
    assert runs.again().budget.spent(DAY) == Spent(6, 2000, 3.0)
    assert runs.store.budget.spent("2026-05-02") == Spent()


def test_runs_come_newest_first(runs: Runs) -> None:
    runs.store.runs.begin("a", NOW)
    runs.store.runs.begin("b", NOW + HOUR)
    runs.store.runs.end("a", NOW + HOUR, "complete", 0, {"body_median": 1800})
    newest, oldest = runs.again().runs.last(5)
    assert (newest.id, newest.ended, newest.exit_code) == ("b", None, None)
    assert (oldest.verdict, oldest.exit_code, oldest.facts) == (
        "complete",
        0,
        {"body_median": 1800},
    )


def test_the_ledger_counts_each_address_once(runs: Runs) -> None:
    days = runs.store.days
    assert days.listed(DAY, "nasional", ["a", "b", "c"]) == 3
    assert days.listed(DAY, "nasional", ["b", "c", "d"]) == 1
    days.listed(DAY, "ekbis", ["a"])
    for address, outcome in (("a", "failed"), ("a", "stored"), ("b", "skipped:video")):
        days.settle(DAY, "nasional", address, outcome)
    days = runs.again().days
    assert days.waiting(DAY, "nasional") == ["c", "d"]
    days.close(DAY, "nasional", NOW + 24 * HOUR)
    days.close("2026-05-02", "ekbis", NOW + 48 * HOUR)  # a day without an article
    assert days.closed(DAY, "nasional")
    assert not days.closed(DAY, "ekbis")
    assert list(days.between(DAY, "2026-05-02")) == [
        Day(DAY, "ekbis", 1, {}, None),
        Day(DAY, "nasional", 4, {"stored": 1, "skipped:video": 1}, NOW + 24 * HOUR),
        Day("2026-05-02", "ekbis", 0, {}, NOW + 48 * HOUR),
    ]
    assert [day.open for day in days.between(DAY, DAY)] == [1, 2]
