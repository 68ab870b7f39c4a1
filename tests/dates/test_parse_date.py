"""Date lines: the table of them, and what holds for every text."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.dates import Date, month_number, parse_date
from newsspider.dates.fast_path import read_feed, read_folded, read_iso
from newsspider.dates.folding import fold
from newsspider.dates.resolve import resolve_line

NOW = datetime.fromisoformat("2022-01-11T12:00:00+07:00")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})|\\(.)")
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu"]
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
DAYS_OF_FEEDS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MONTHS_OF_FEEDS = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]  # fmt: skip


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n"}.get(m[2], m[2]), text)


def table() -> list[tuple[str, Date | None, str]]:
    rows = []
    for line in (
        Path(__file__).with_name("data").joinpath("dates.tsv").read_text("utf-8").splitlines()
    ):
        if line.startswith("#"):
            continue
        iso, flags, text = line.split("\t")
        date = Date(iso, "a" in flags, ["weekday_mismatch"] if "w" in flags else [])
        expected = None if iso == "-" else date
        rows.append((unescaped(text), expected, flags))
    return rows


@pytest.mark.parametrize(("text", "expected", "flags"), table())
def test_a_date_line_says_what_a_reader_reads(text: str, expected: Date | None, flags: str) -> None:
    assert parse_date(text, NOW) == expected
    assert parse_date(text) == (None if "r" in flags else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kamis, 26 Nov 2026 17:05 WIBDewi Anggraini", Date("2026-11-26T17:05:00+07:00")),
        ("Kamis, 26 Nov 2026 17:05 WITADewi Anggraini", Date("2026-11-26T17:05:00+08:00")),
        ("Kamis, 26 Nov 2026 17:05 WITAdi Saputra", Date("2026-11-26T17:05:00+09:00")),
        (
            "Dewi AnggrainiJumat, 26 Nov 2026 17:05 WitRedaksi",
            Date("2026-11-26T17:05:00+09:00", warnings=["weekday_mismatch"]),
        ),
        (
            "Diperbarui27/11/2026, 06:00 WITATayang26/11/2026, 17:05 WITAEditor: Adi",
            Date("2026-11-26T17:05:00+08:00"),
        ),
        (
            "PublishedNov 26, 2026 10:00 WIBUpdatedNov 27, 2026 10:00 WIB",
            Date("2026-11-26T10:00:00+07:00"),
        ),
    ],
)
def test_what_boxes_print_side_by_side_without_a_space_is_read_apart(
    text: str, expected: Date
) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("3 jam lalu", "2022-01-11T12:00:00+09:00", Date("2022-01-11T09:00:00+09:00")),
        ("3 jam lalu", "2022-01-11T12:00:00+00:00", Date("2022-01-11T09:00:00+00:00")),
        ("3 jam lalu", "2022-01-11T12:00:00", Date("2022-01-11T09:00:00+07:00", True)),
        ("3 jam lalu", "2022-01-11T12:00:00.987654", Date("2022-01-11T09:00:00+07:00", True)),
        ("kemarin", "2022-01-01T00:00:00+07:00", Date("2021-12-31")),
        ("sebulan lalu", "2022-03-31T00:00:00+07:00", Date("2022-02-28")),
        ("setahun lalu", "2024-02-29T00:00:00+07:00", Date("2023-02-28")),
        ("29 Februari", "2023-03-01T00:00:00+07:00", Date("2020-02-29")),
        ("11 Januari", "2022-01-10T20:00:00+00:00", Date("2022-01-11")),  # the 11th in Jakarta
        ("11 Januari", "2022-01-10T12:00:00+00:00", Date("2021-01-11")),
        ("11 Jan 23.00 WIB", "2022-01-11T12:00:00+07:00", Date("2022-01-11T23:00:00+07:00")),
        ("3 jam lalu", "0001-01-01T00:00:00", None),
        ("11 Januari", "0001-01-01T00:00:00", None),
        ("11 Januari", "9999-12-31T23:59:59-11:00", None),
        ("5 menit lalu", "1970-01-01T00:00:00+00:00", Date("1969-12-31T23:55:00+00:00")),
        ("baru saja", "1970-01-01T00:00:00+00:00", None),
    ],
)
def test_a_distance_is_told_from_the_reference_in_its_own_offset(
    text: str, now: str, expected: Date | None
) -> None:
    assert parse_date(text, datetime.fromisoformat(now)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "\ud800\udfff 11 \udc80",
        "&#" + "9" * 5000 + ";",
        "9" * 100_000,
        "9" * 5000 + " jam lalu",
        "1 " * 100_000,
        "11 Januari " * 100_000,
        " " * 10_000_000,
        "x" * 10_000_000,
        "1/" * 50_000,
        "(" * 50_000 + ")",
        "- " * 50_000,
        "satu dua " * 10_000,
        "\u202e2202 iraunaJ 11",
        "\x00",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_no_text_raises_and_none_of_these_is_a_date(text: str) -> None:
    assert parse_date(text, NOW) is None


def test_a_date_in_front_of_a_long_text_is_read_and_one_cut_in_half_is_not() -> None:
    line = "Selasa, 11 Januari 2022 - 10:52 WIB"
    assert parse_date(line + " " + "kata " * 1000) == Date("2022-01-11T10:52:00+07:00")
    assert parse_date(" " * 5000 + line) == Date("2022-01-11T10:52:00+07:00")
    assert parse_date("x" * 588 + " 11 Januari 2022") is None


@pytest.mark.parametrize(
    ("word", "number"),
    [("Januari", 1), ("DES.", 12), ("Agt", 8), ("nopember", 11), ("Januar", None), ("", None)],
)
def test_month_number_knows_the_spellings(word: str, number: int | None) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", " \u200b"),
        lambda text: text.replace("-", "–"),
        lambda text: text.upper() if "&" not in text else text,  # `&RSQUO;` is no entity
        lambda text: f"\u200f{text}\u200e",
        lambda text: f'"{text}"',
        lambda text: f"<p>{text}.</p>\n",
    ],
    ids=["nbsp", "doubled", "zero-width", "dash", "capitals", "marks", "quoted", "tagged"],
)
def test_what_a_page_does_to_a_line_does_not_change_its_date(
    change: Callable[[str], str],
) -> None:
    changed = {text: (change(text), expected) for text, expected, _ in table()}
    wrong = {
        text for text, (line, expected) in changed.items() if parse_date(line, NOW) != expected
    }
    assert not wrong


# What holds for every text


moments = st.datetimes(
    timezones=st.none()
    | st.integers(-12 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
)
pieces = st.sampled_from(
    [
        "Senin", "Jum'at", "Minggu", "Januari", "Mei", "Feb", "Agt", "April", "11", "31", "3", "22",
        "2022", "1970", "1445", "2022-01-11", "11/1/2022", "10:52", "10.52", "25:61", "jam",
        "AM", "PM", "malam", "WIB", "WITA", "GMT+7", "+0700", "Z", "T", "se", "menit", "lalu",
        "pukul", "kemarin", "hari ini", "s/d", "dan", "Tayang:", "Diperbarui:", "Oleh", "H", "Pon",
        "/", "-", ".", ",", ":", "|", "(", ")", "–", "\u00a0", "&nbsp;", "<br>",
    ]
)  # fmt: skip
lines = st.text() | st.lists(pieces | st.text(max_size=3), max_size=14).map(" ".join)


@given(lines | st.lists(pieces, max_size=14).map("".join), st.none() | moments)
def test_every_answer_is_iso_with_an_offset_and_says_the_same_again(
    text: str, now: datetime | None
) -> None:
    found = parse_date(text, now)
    if found is None:
        return
    assert set(found.warnings) <= {"weekday_mismatch"}
    if "T" in found.iso:
        assert datetime.fromisoformat(found.iso).utcoffset() is not None
        assert not found.tz_assumed or found.iso.endswith("+07:00")
    else:
        assert date.fromisoformat(found.iso)
        assert not found.tz_assumed
    again = parse_date(found.iso)
    assert again is not None
    assert (again.iso, again.tz_assumed) == (found.iso, False)


def test_every_day_of_thirty_years_with_every_weekday_reads_back() -> None:
    for number in range(date(2000, 1, 1).toordinal(), date(2030, 1, 1).toordinal()):
        day = date.fromordinal(number)
        line = f"{day.day} {MONTHS[day.month - 1]} {day.year} - 10:52 WIB"
        for weekday, name in enumerate(DAYS):
            found = parse_date(f"{name}, {line}")
            assert found is not None
            assert found.iso == f"{day}T10:52:00+07:00"
            assert bool(found.warnings) == (weekday != day.weekday())


days = st.dates(date(1971, 1, 1), date(2099, 12, 31))


@given(days, st.integers(0, 6), st.times(), st.sampled_from([("WIB", 7), ("WITA", 8), ("WIT", 9)]))
def test_every_day_in_house_format_reads_back_and_a_wrong_weekday_is_told(
    day: date, weekday: int, time: object, zone: tuple[str, int]
) -> None:
    clock = f"{time}"[:5]
    line = f"{DAYS[weekday]}, {day.day:02} {MONTHS[day.month - 1]} {day.year} - {clock} {zone[0]}"
    expected = Date(f"{day}T{clock}:00+{zone[1]:02}:00")
    if weekday != day.weekday():
        expected.warnings.append("weekday_mismatch")
    assert parse_date(line) == expected
    assert resolve_line(fold(line), None) == expected  # the fast path and the grammar are one


@given(
    days,
    st.sampled_from(["", *(f"{name}, " for name in DAYS)]),
    st.sampled_from(["", " - 00:00", ", 07.05", " | 23:59 WIB", ", 12.30 wita", " 9:15"]),
    st.booleans(),
)
def test_a_date_of_the_house_that_lacks_something_is_read_as_the_grammar_reads_it(
    day: date, weekday: str, clock: str, in_figures: bool
) -> None:
    month = f"/{day.month:02}/" if in_figures else f" {MONTHS[day.month - 1]} "
    line = f"{weekday}{day.day}{month}{day.year}{clock}"
    found = parse_date(line)
    assert found is not None
    assert found == resolve_line(fold(line), None)
    assert (read_folded(fold(line)) is None) == (clock == " 9:15")


@given(days, st.integers(0, 6), st.times(), st.sampled_from(["GMT", "+0700", "-0530", "+1359"]))
def test_a_date_of_a_feed_is_read_as_the_grammar_reads_it(
    day: date, weekday: int, time: object, zone: str
) -> None:
    line = f"{DAYS_OF_FEEDS[weekday]}, {day.day} {MONTHS_OF_FEEDS[day.month - 1]} {day.year}"
    line += f" {time}"[:9] + f" {zone}"
    found = read_feed(line)
    assert found is not None
    assert found == resolve_line(fold(line), None) == parse_date(line)
    assert bool(found.warnings) == (weekday != day.weekday())


@given(
    days,
    st.sampled_from([str, str.upper, str.lower, str.title]),
    st.lists(
        st.sampled_from([" ", "  ", "\u00a0", "\t", " \n ", "&nbsp;"]), min_size=5, max_size=5
    ),
    st.sampled_from(["'", "\u2019", "`", "\u00b4", "\u02bc", "&#39;", ""]),
    st.sampled_from([":", "."]),
    st.sampled_from(["-", "\u2013", "|", "\u2022", "/", ",", "pukul", "pkl.", ""]),
)
def test_space_case_and_punctuation_change_nothing(
    day: date, case: object, spaces: list[str], apostrophe: str, colon: str, joint: str
) -> None:
    assert callable(case)
    words = [f"{DAYS[day.weekday()]},", str(day.day), MONTHS[day.month - 1], str(day.year)]
    line = "".join(case(word) + space for word, space in zip([*words, joint], spaces, strict=True))
    line = line.replace("'", apostrophe) + case(f"10{colon}52 wib")
    assert parse_date(line) == Date(f"{day}T10:52:00+07:00")


@pytest.mark.parametrize(
    ("moment", "is_one"),
    [
        ("2026-11-29T09:15:00+07:00", True),
        ("1971-01-01T00:00:00+00:00", True),
        ("2024-02-29T23:59:59-14:59", True),
        ("2026-11-29T09:15:00-00:00", True),
        ("2026-02-29T09:15:00+07:00", False),
        ("2026-13-01T09:15:00+07:00", False),
        ("2026-11-00T09:15:00+07:00", False),
        ("2026-11-29T24:00:00+07:00", False),
        ("2026-11-29T09:15:60+07:00", False),
        ("2026-11-29T09:15:00+15:00", False),
        ("1970-01-01T00:00:00+00:00", False),
        ("2100-01-01T00:00:00+00:00", False),
        ("२०२६-11-29T09:15:00+07:00", False),
    ],
)
def test_a_moment_in_the_form_of_the_answer_is_read_as_in_any_other(
    moment: str, is_one: bool
) -> None:
    assert read_iso(moment) == read_iso(f" {moment}")
    assert (read_iso(moment) is not None) is is_one
