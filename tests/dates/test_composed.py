"""Date lines put together from parts that we know, so that we know what they say."""

from datetime import date, datetime, time
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsspider.dates import Date, parse_date

WEEKDAYS = [
    ["Senin", "Sen", "Monday"],
    ["Selasa", "Sel", "Tue"],
    ["Rabu", "Rebo", "Wednesday"],
    ["Kamis", "Kam", "Thu"],
    ["Jumat", "Jum'at", "Jum’at", "Jum`at", "Friday"],
    ["Sabtu", "Sab", "Saturday"],
    ["Minggu", "Ahad", "Sunday"],
]
MONTHS = [
    ["Januari", "Jan", "January"],
    ["Februari", "Pebruari", "Feb", "Peb"],
    ["Maret", "Mar", "March"],
    ["April", "Apr"],
    ["Mei", "May"],
    ["Juni", "Jun"],
    ["Juli", "Jul"],
    ["Agustus", "Agt", "Agu", "Ags", "Agst", "Aug"],
    ["September", "Sept", "Sep."],
    ["Oktober", "Okt", "Oct"],
    ["November", "Nopember", "Nop", "Nov"],
    ["Desember", "Des", "Dec"],
]
LABELS = [
    *("", "Tayang: ", "Terbit ", "Dipublikasikan pada ", "Posted by April, ", "Published on "),
    *("Kompas.com - ", "SINDOnews.com – ", ", Jurnalis-", "Jakarta, CNN Indonesia -- "),
    *("Liputan6.com, Jakarta - ", "Trans7 | ", "Redaksi24 - ", "HUT ke-50 | ", "("),
    *("Oleh: Sabrina Mei - ", "Jumadi, ", "Agustinus | ", "Mei Ling • ", "Januar Rabudin - "),
]
SHAPES = [
    *("{w}, {d} {m} {y}", "{w} {d} {m} {y}", "{w} Kliwon, {d} {m} {y}", "{d} {m} {y}"),
    *("hari {w} tanggal {d} {m} {y}", "{w} , {d} {m}, {y}", "{m} {d}, {y}", "{d}-{m}-{y}"),
    *("{w}, {d}/{n}/{y}", "{w} ({d}/{n}/{y})", "{d}/{n}/{y}", "{d}-{n}-{y}", "{d}.{n}.{y}"),
    *("{y}-{n:02}-{d:02}", "{y}/{n:02}/{d:02}", "{d}/{n}/{s:02}"),
]
JOINTS = [
    *(" - ", "-", " – ", " — ", " | ", "|", " |", ", ", ",", " ", "  ", "\u00a0-\u00a0", "\n"),
    *(" • ", " · ", " / ", " pukul ", " Pukul: ", ", pkl. ", " jam ", " @ ", " ("),
]
ZONES = [
    *((" WIB", "+07:00"), ("WIB", "+07:00"), (" wita", "+08:00"), (" (WIT)", "+09:00")),
    *((" [WITA]", "+08:00"), (" GMT+7", "+07:00"), (" (UTC+8)", "+08:00"), (" +0700", "+07:00")),
    *((" +08:00", "+08:00"), (" Z", "+00:00"), ("", None)),
]
BEHIND = [
    *("", ")", ".", "_x0000_", " oleh Redaksi", " | Jakarta", " Penulis: Rabu Jumadi", " A A A"),
    *(" | 3 menit baca", " (3 jam yang lalu)", " Dibaca 1.204 kali", " / 1 Rajab 1445 H"),
    *(" | Diperbarui: 30 Desember 2030 09:00 WIB", " (Update 30/12/2030 09:00)"),
]


PUBLISHED = ["Tayang: ", "Terbit ", "Dipublikasikan: ", "Published ", "Rilis: ", "Waktu terbit : "]
UPDATED = ["Diperbarui: ", "Update: ", "Last updated: ", "Terakhir diperbarui pada ", "Diubah "]
NO_CLOCKS = [
    *("24:00", "25:61", "10:60", "10:52:60", "99:99", "10:5", "10:52 - 12:30", "10:52-12:30"),
    *("10:52 s/d 12:30", "10:52 hingga selesai", "08-10 WIB", "13:05 AM", "10:52 GMT+25"),
]


def one(data: st.DataObject, choices: list[Any]) -> Any:
    return data.draw(st.sampled_from(choices))


def written(data: st.DataObject, day: date, shape: str) -> str:
    return shape.format(
        w=one(data, WEEKDAYS[day.weekday()]),
        m=one(data, MONTHS[day.month - 1]),
        d=day.day,
        n=day.month,
        y=day.year,
        s=day.year % 100,
    )


days = st.dates(date(1990, 1, 1), date(2039, 12, 31))


@given(st.data(), days, st.times())
@settings(max_examples=300)
def test_a_line_says_what_it_was_put_together_from(
    data: st.DataObject, day: date, at: time
) -> None:
    zone, offset = one(data, ZONES)
    clock = f"{at}"[: one(data, [5, 8])]
    printed = clock.replace(":", one(data, [":", "."])) + zone
    line = one(data, LABELS) + written(data, day, one(data, SHAPES)) + one(data, JOINTS) + printed
    line = one(data, [str, str.upper, str.lower])(line + one(data, BEHIND))
    seconds = clock if len(clock) == 8 else f"{clock}:00"
    expected = Date(f"{day}T{seconds}{offset or '+07:00'}", tz_assumed=offset is None)
    assert parse_date(line) == expected


@given(st.data(), days, st.none() | st.datetimes())
@settings(max_examples=300)
def test_a_line_with_an_impossible_clock_time_or_a_range_of_them_says_nothing(
    data: st.DataObject, day: date, now: datetime | None
) -> None:
    shape, joint = one(data, SHAPES), one(data, JOINTS)
    line = one(data, LABELS) + written(data, day, shape) + joint + one(data, NO_CLOCKS)
    assert parse_date(line, now) is None


@given(st.data(), days, days, st.none() | st.datetimes())
@settings(max_examples=300)
def test_a_line_with_two_days_and_a_range_sign_between_says_nothing(
    data: st.DataObject, first: date, last: date, now: datetime | None
) -> None:
    assume(first != last)
    shape, sign = one(data, SHAPES), one(data, [" - ", "–", " s/d ", " sampai ", " to "])
    line = written(data, first, shape) + sign + written(data, last, shape)
    assert parse_date(one(data, LABELS) + line + one(data, ["", " 10:52 WIB"]), now) is None


@given(st.data(), days, days)
@settings(max_examples=300)
def test_of_two_dates_the_published_one_wins_in_either_order(
    data: st.DataObject, published: date, updated: date
) -> None:
    shape, joint = one(data, SHAPES), one(data, JOINTS[:-1])
    first = one(data, PUBLISHED) + written(data, published, shape) + joint + "10:52 WIB"
    second = (
        one(data, UPDATED) + written(data, updated, shape) + one(data, ["", joint + "08.00 WIB"])
    )
    lines = one(data, [[first, second], [second, first]])
    line = one(data, [" | ", " ", " - ", ", ", "\n"]).join(lines)
    assert parse_date(line) == Date(f"{published}T10:52:00+07:00")
