"""What a run leaves for the next one: every part of it is read back by a second store."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsspider.store import Store
from newsspider.store.state.day_ledger import Day
from newsspider.store.state.http import RobotsCopy, Spent, Validators
from newsspider.store.state.retries import AT_ONCE
from tests.store.records import DAY, NOW, SITE

URL = "https://nasional.sindonews.com/indeks"
ID = "sindonews:pena:40"
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
    for count in range(1, AT_ONCE + 2):
        assert runs.again().attempts.failed(ID, URL, NOW, f"try {count}") == count
    attempts = runs.again().attempts
    found = attempts.get(ID)
    assert found
    assert (found.failures, found.last_error) == (AT_ONCE + 1, f"try {AT_ONCE + 1}")
    assert found.next_try == NOW + 2 * HOUR
    assert not attempts.due(NOW + HOUR)
    assert attempts.not_due_among([ID], NOW + HOUR) == {ID}
    assert [attempt.url for attempt in attempts.due(NOW + 2 * HOUR)] == [URL]
    assert not attempts.not_due_among([ID], NOW + 2 * HOUR)
    attempts.succeeded(ID)
    assert not runs.again().attempts.not_due_among([ID], NOW)


def test_what_failed_by_a_clock_that_went_ahead_is_due_when_the_clock_is_right(runs: Runs) -> None:
    ahead = NOW + 24 * 365 * HOUR
    for count in range(AT_ONCE + 1):
        runs.store.attempts.failed(ID, URL, ahead + count * HOUR, "500")
    attempts = runs.again().attempts
    assert not attempts.not_due_among([ID], NOW)
    assert [attempt.url for attempt in attempts.due(NOW)] == [URL]
    attempts.failed(ID, URL, NOW, "500")
    assert attempts.not_due_among([ID], NOW) == {ID}
    assert attempts.due(NOW) == []


def test_a_day_closed_by_a_clock_that_went_ahead_is_not_closed(runs: Runs) -> None:
    runs.store.days.close(DAY, "nasional", NOW + 24 * HOUR)
    assert not runs.again().days.closed(DAY, "nasional", NOW)


def test_a_day_closed_by_a_clock_that_went_ahead_is_open_also_when_that_time_has_passed(
    runs: Runs,
) -> None:
    runs.store.days.close(DAY, "nasional", NOW + 24 * HOUR)
    runs.store.days.close(DAY, "ekbis", NOW)
    days = runs.again().days
    assert not days.closed(DAY, "nasional", NOW + 48 * HOUR)
    assert days.closed(DAY, "ekbis", NOW + 48 * HOUR)


def test_what_is_gone_is_looked_for_three_times_and_then_given_up(runs: Runs) -> None:
    attempts = runs.store.attempts
    now = NOW
    for hours in (0, 6, 24):
        attempts.failed(ID, URL, now, "404", gone=True)
        now += hours * HOUR
        assert not attempts.not_due_among([ID], now)
    attempts.failed(ID, URL, now, "404", gone=True)
    assert not attempts.due(now + 1000 * HOUR)
    assert runs.again().attempts.sums() == (0, 1)


def test_validators_and_robots_are_the_last_ones_seen(runs: Runs) -> None:
    for etag in ('"a"', '"b"'):
        runs.store.http.validators.put(URL, Validators(etag, None, "hash", NOW))
        runs.store.http.robots.put("sindonews.com", RobotsCopy(200, etag.encode(), NOW))
    store = runs.again()
    assert store.http.validators.get(URL) == Validators('"b"', None, "hash", NOW)
    assert store.http.validators.get("https://elsewhere") is None
    assert store.http.robots.get("sindonews.com") == RobotsCopy(200, b'"b"', NOW)
    assert store.http.robots.get("elsewhere") is None


def test_a_pause_is_never_shortened(runs: Runs) -> None:
    for hours in (2, 1):
        runs.store.http.pauses.pause("sindonews.com", NOW + hours * HOUR)
    assert runs.again().http.pauses.until("sindonews.com") == NOW + 2 * HOUR
    assert runs.store.http.pauses.until("elsewhere") is None


def test_the_budget_of_a_day_adds_up_over_runs(runs: Runs) -> None:
    for _ in range(2):
        runs.again().http.spending.spend(DAY, Spent(3, 1000, 1.5))
    assert runs.again().http.spending.spent(DAY) == Spent(6, 2000, 3.0)
    assert runs.store.http.spending.spent("2026-05-02") == Spent()


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
    assert days.closed(DAY, "nasional", NOW + 24 * HOUR)
    assert not days.closed(DAY, "ekbis", NOW + 24 * HOUR)
    assert list(days.between(DAY, "2026-05-02")) == [
        Day(DAY, "ekbis", 1, {}, None),
        Day(DAY, "nasional", 4, {"stored": 1, "skipped:video": 1}, NOW + 24 * HOUR),
        Day("2026-05-02", "ekbis", 0, {}, NOW + 48 * HOUR),
    ]
    assert [day.open for day in days.between(DAY, DAY)] == [1, 2]
