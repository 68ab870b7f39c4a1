"""When to ring, and in which words."""

from datetime import UTC, datetime, timedelta

import pytest

from newsspider.exit_status import Verdict
from newsspider.report.alerts import Alert, Message, on_end, on_headline, on_silence

NOW = datetime(2026, 7, 27, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("code", [65, 69, 70, 73, 74, 78])
def test_a_bad_end_rings(code: int) -> None:
    [alert] = on_end("kabar", Verdict(code, "sebab"))
    assert alert == Alert("bad_end", f"kabar: exit {code} (sebab)")


@pytest.mark.parametrize("code", [0, 75])
def test_an_end_after_which_the_next_run_goes_on_rings_nothing(code: int) -> None:
    assert on_end("kabar", Verdict(code, "")) == []


@pytest.mark.parametrize(
    ("words", "rings"),
    [
        (["beras"], True),
        (["GULA", "beras"], True),
        (["ras"], False),
        ([], False),
        (["gula"], False),
    ],
)
def test_a_changed_headline_rings_for_a_word_that_is_watched(words: list[str], rings: bool) -> None:
    assert bool(on_headline(words, "kabar:1", "Harga Beras Naik", "Harga Beras Turun")) == rings
    assert on_headline(words, "kabar:1", "Harga Beras Naik", "Harga Beras Naik") == []


def hourly(newest: timedelta) -> list[datetime]:
    return [NOW - newest - timedelta(hours=n) for n in range(30)]


def test_a_section_rings_once_when_it_is_silent_beyond_its_habit() -> None:
    assert on_silence("ekbis", hourly(timedelta(hours=23)), NOW, None) == []
    [alert] = on_silence("ekbis", hourly(timedelta(hours=25)), NOW, NOW - timedelta(hours=2))
    assert alert.words.startswith("section ekbis is silent: nothing new for 25 hours")
    assert on_silence("ekbis", hourly(timedelta(hours=27)), NOW, NOW - timedelta(hours=1)) == []


def test_a_section_that_is_slow_or_new_rings_late_or_never() -> None:
    weekly = [NOW - timedelta(days=9 + 7 * n) for n in range(12)]
    assert on_silence("kalam", weekly, NOW, None) == []
    assert on_silence("kalam", weekly, NOW + timedelta(days=6), None)
    assert on_silence("baru", hourly(timedelta(days=99))[:5], NOW, None) == []


def test_a_message_has_its_first_reason_as_subject_and_all_in_its_text() -> None:
    verdict = Verdict(69, "too many failures in a row: connection refused by x")
    alerts = (*on_end("kabar", verdict), Alert("taken_down", "taken down: Judul: https://x/1"))
    message = Message("kabar", verdict, alerts)
    assert message.subject == f"{verdict.line('kabar')} (and 1 more)"
    assert message.text.count("\n") == 2
    assert message.to_dict()["alerts"][1] == {"kind": "taken_down", "words": alerts[1].words}
    assert Message("kabar", Verdict(0, "1 stored"), ()).subject == "kabar: exit 0 (1 stored)"
