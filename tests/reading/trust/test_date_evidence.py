"""What backs a visible date."""

from datetime import UTC, datetime

from newsspider.reading.trust.date_evidence import Backing, backing

_HINT = datetime(2026, 7, 24, 2, 0, tzinfo=UTC)  # 09:00 WIB


def test_the_same_instant_stated_in_another_offset_backs() -> None:
    stated = ["2026-07-24T03:00:00+00:00"]
    assert backing("2026-07-24T10:00:00+07:00", stated, None) is Backing.STATED


def test_the_hours_behind_the_address_back() -> None:
    assert backing("2026-07-24T10:00:00+07:00", [], _HINT) is Backing.HOURS
    assert backing("2026-07-24", [], _HINT) is Backing.HOURS


def test_days_behind_the_address_back_less() -> None:
    assert backing("2026-07-28T10:00:00+07:00", [], _HINT) is Backing.DAYS


def test_the_day_of_the_crawl_backs_nothing() -> None:
    assert backing("2026-11-28T10:00:00+07:00", [], _HINT) is Backing.NOTHING
    assert backing("2026-07-24T10:00:00+07:00", [], None) is Backing.NOTHING
