"""Days as a user names them."""

from datetime import date

import pytest

from newsspider.base_spiders.days import read_day
from newsspider.base_spiders.plan import Plan
from newsspider.errors import BadArgument
from newsspider.sites.sindonews.site import SINDONEWS

TODAY = date(2026, 7, 27)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-01-31", date(2022, 1, 31), date(2022, 1, 31)),
        ("2022-02", date(2022, 2, 1), date(2022, 2, 28)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("Yesterday", date(2026, 7, 26), date(2026, 7, 26)),
        ("kemarin", date(2026, 7, 26), date(2026, 7, 26)),
        (" today ", TODAY, TODAY),
        ("7d", date(2026, 7, 20), date(2026, 7, 20)),
        ("2w", date(2026, 7, 13), date(2026, 7, 13)),
    ],
)
def test_a_day_may_be_named_in_short(text: str, first: date, last: date) -> None:
    assert read_day("since", text, TODAY) == first
    assert read_day("until", text, TODAY, last=True) == last


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2026-13-01", "did you mean 2026-01-13?"),
        ("2026-02-31", "did you mean 2026-02-28?"),
        ("2026-00-05", "did you mean 2026-01-05?"),
        ("31 Januari 2022", "did you mean 2022-01-31?"),
        ("2022-13", "write it as 2022-01-31, 2022-01, yesterday or 7d"),
        ("besok", "write it as"),
        ("", "write it as"),
    ],
)
def test_what_is_no_day_is_answered_by_the_one_that_was_meant(text: str, says: str) -> None:
    with pytest.raises(BadArgument, match=r"^--since=.*: not a date; ") as refused:
        read_day("--since", text, TODAY)
    assert says in str(refused.value)


def test_an_archive_of_a_month_has_its_first_and_last_day() -> None:
    plan = Plan.read({"since": "2022-01", "until": "2022-02"}, TODAY, SINDONEWS)
    assert (plan.since, plan.until) == (date(2022, 1, 1), date(2022, 2, 28))
    assert Plan.read({"since": "yesterday"}, TODAY, SINDONEWS).until == TODAY
