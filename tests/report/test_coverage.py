"""How complete an archive is."""

from datetime import UTC, date, datetime, timedelta

from newsspider.report.coverage import (
    FULL,
    HOLE,
    PARTIAL,
    calendar,
    coverage,
    disagreements,
    left,
)
from newsspider.store.state.day_ledger import Day, OneSided

CLOSED = datetime(2022, 2, 3, tzinfo=UTC)
SINCE, UNTIL = date(2022, 1, 30), date(2022, 2, 2)


def row(day: str, section: str, listed: int, stored: int, *, closed: bool = True) -> Day:
    return Day(day, section, listed, {"stored": stored}, CLOSED if closed else None)


ROWS = [
    row("2022-01-30", "ekbis", 10, 10),
    row("2022-01-30", "tekno", 5, 5),
    row("2022-01-31", "ekbis", 10, 9),
    row("2022-01-31", "tekno", 5, 5),
    row("2022-02-01", "ekbis", 4, 4, closed=False),
]


def test_a_day_is_as_complete_as_its_least_complete_section() -> None:
    found = coverage(ROWS, ["ekbis", "tekno"], SINCE, UNTIL)
    assert list(found.marks.values()) == [FULL, PARTIAL, PARTIAL, HOLE]
    assert found.holes == [date(2022, 1, 31), date(2022, 2, 1), date(2022, 2, 2)]


def test_the_sums_tell_what_became_of_what_was_listed() -> None:
    ekbis, tekno = coverage(ROWS, ["ekbis", "tekno"], SINCE, UNTIL).sections
    assert (ekbis.listed, ekbis.outcomes["stored"], ekbis.open, ekbis.closed) == (24, 23, 1, 2)
    assert (tekno.listed, tekno.open, tekno.closed, tekno.days) == (10, 0, 2, 4)


def test_the_calendar_has_a_line_a_month_and_a_mark_a_day() -> None:
    lines = list(calendar(coverage(ROWS, ["ekbis", "tekno"], SINCE, UNTIL)))
    assert lines == [
        ("2022-01", " " * 29 + FULL + PARTIAL),
        ("2022-02", PARTIAL + HOLE + " " * 26),
    ]


def test_what_is_left_counts_unread_days_as_average_ones() -> None:
    found = coverage(ROWS, ["ekbis", "tekno"], SINCE, UNTIL)
    articles, time = left(found, articles_an_hour=10)
    assert articles == 1 + 2 * 12 + 2 * 5
    assert time == timedelta(hours=3.5)
    assert left(found, articles_an_hour=0)[1] is None


def test_the_list_of_all_sections_closes_the_days_of_those_without_a_list() -> None:
    rows = [*ROWS, row("2022-01-30", "sains", 1, 1, closed=False)]
    by_all = {"sains": {"2022-01-30", "2022-01-31"}}
    sains = coverage(rows, ["sains"], SINCE, UNTIL, by_all)
    assert list(sains.marks.values()) == [FULL, FULL, HOLE, HOLE]
    assert (sains.sections[0].listed, sains.sections[0].closed) == (1, 2)


def test_lists_disagree_only_where_both_were_read() -> None:
    rows = [row("2022-01-30", "ekbis", 1, 1)]
    found = [
        OneSided("2022-01-30", "ekbis", "ekbis/1"),
        OneSided("2022-01-30", None, "ekbis/2"),
        OneSided("2022-01-30", None, "tekno/3"),
    ]
    told = disagreements(found, rows, lambda url: url.partition("/")[0])
    assert [(each.section, each.url, each.only_in) for each in told] == [
        ("ekbis", "ekbis/1", "own"),
        ("ekbis", "ekbis/2", "all"),
    ]
