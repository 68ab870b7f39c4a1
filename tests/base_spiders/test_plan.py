"""The `-a` arguments: what they ask for, and how wrong ones are answered."""

from datetime import date, timedelta

import pytest

from newsspider.base_spiders.lists.list_sources import Sources
from newsspider.base_spiders.plan import Plan
from newsspider.errors import BadArgument
from newsspider.sites.okezone.site import OKEZONE
from newsspider.sites.sindonews.site import SINDONEWS

TODAY = date(2026, 11, 23)


def read(**arguments: str) -> Plan:
    return Plan.read(arguments, TODAY, SINDONEWS)


def test_without_arguments_the_newest_articles_are_asked_for() -> None:
    plan = read()
    assert plan.is_latest
    assert not plan.is_archive
    assert not plan.is_thrifty


def test_days_make_an_archive_which_is_thrifty_unless_told_otherwise() -> None:
    plan = read(since="2022-01-30", until="2022-02-01")
    assert plan.is_archive
    assert plan.is_thrifty
    assert not read(since="2022-01-30", thrift="0").is_thrifty
    assert list(plan.days()) == [date(2022, 1, 30), date(2022, 1, 31), date(2022, 2, 1)]


def test_newest_first_walks_the_days_backwards() -> None:
    plan = read(since="2022-01-30", until="2022-02-01", order="newest")
    assert [day.day for day in plan.days()] == [1, 31, 30]


def test_an_archive_without_end_ends_today_and_never_later() -> None:
    assert read(since="2026-11-20").until == TODAY
    assert read(since="2026-11-20", until="2030-01-01").until == TODAY
    assert read(until="2026-11-20").since == date(2026, 11, 20)


def test_only_articles_of_the_days_asked_for_are_wanted() -> None:
    plan = read(since="2022-01-01", until="2022-01-31")
    assert plan.wants_day("2022-01-31T23:59:00+07:00")
    assert plan.wants_day(None)
    assert not plan.wants_day("2022-02-01T00:00:00+07:00")


def test_the_days_asked_for_are_those_of_jakarta() -> None:
    plan = read(since="2022-01-31", until="2022-01-31")
    assert plan.wants_day("2022-02-01T00:59:00+08:00")
    assert plan.wants_day("2022-02-01T01:59:00+09:00")
    assert not plan.wants_day("2022-01-31T01:59:00+09:00")
    assert plan.wants_day("2022-01-31")


def test_lists_durations_and_addresses_are_read() -> None:
    plan = read(
        sections="International, ekbis,ekbis",
        topics="9001/pemilu",
        overlap="2d",
        limit="5",
    )
    assert plan.sections == ("international", "ekbis")
    assert plan.topics == ("https://www.sindonews.com/topic/9001/pemilu",)
    assert plan.overlap == timedelta(days=2)
    assert plan.limit == 5


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ({"sinse": "2022-01-01"}, "did you mean since?"),
        ({"since": "2022-02-31"}, "did you mean 2022-02-28?"),
        ({"since": "11 Januari 2022"}, "did you mean 2022-01-11?"),
        ({"since": "kapan"}, "write it as 2022-01-31"),
        ({"since": "2026-12-01"}, "lies in the future"),
        ({"since": "2022-02-01", "until": "2022-01-01"}, "did you swap them?"),
        ({"sections": "internasional"}, "did you mean international?"),
        ({"sections": ","}, "empty"),
        ({"topics": "https://www.detik.com/tag/pemilu"}, "no topic of SINDOnews"),
        ({"topics": "pemilu"}, "no topic of SINDOnews; write its address"),
        ({"authors": "///"}, "no author of SINDOnews"),
        ({"urls": "does-not-exist.txt"}, "no such file"),
        ({"limit": "0"}, "not a number above zero"),
        ({"thrift": "perhaps"}, "neither 1 nor 0"),
        ({"overlap": "two days"}, "not a duration"),
        ({"overlap": "36501d"}, "too long; 36500d at most"),
        ({"refresh": f"{10**30}w"}, "too long"),
        ({"order": "latest"}, "unknown"),
        ({"query": " "}, "empty"),
    ],
)
def test_a_wrong_argument_is_answered_with_what_is_right(
    arguments: dict[str, str], answer: str
) -> None:
    with pytest.raises(BadArgument, match=answer.replace("?", r"\?")) as refused:
        Plan.read(arguments, TODAY, SINDONEWS)
    assert refused.value.exit_code == 78
    assert "\n" not in str(refused.value)


def test_an_index_of_each_section_is_enough_for_an_archive() -> None:
    plan = Plan.read({"since": "2026-11-20"}, TODAY, OKEZONE)
    days = {source.section for source in Sources(OKEZONE).archive_days(plan)}
    assert OKEZONE.lists.daily_index(None, TODAY) is None
    assert days == set(OKEZONE.sections)
