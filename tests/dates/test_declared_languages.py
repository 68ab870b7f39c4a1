"""Date lines of pages that declare another language: dateparser reads, and it is said so."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsspider.dates import Date, parse_date
from newsspider.dates.declared_languages import language_of_dateparser

NOW = datetime.fromisoformat("2022-01-11T12:00:00+07:00")


def table() -> list[tuple[str, str, Date | None, str]]:
    file = Path(__file__).with_name("data") / "declared_languages.tsv"
    rows = []
    for line in file.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        tag, iso, flags, text = line.split("\t")
        date = Date(iso, "a" in flags, [] if "g" in flags else ["date_by_dateparser"])
        rows.append((tag, text, None if iso == "-" else date, flags))
    return rows


@pytest.mark.parametrize(("tag", "text", "expected", "flags"), table())
def test_a_line_in_a_declared_language_is_read(
    tag: str, text: str, expected: Date | None, flags: str
) -> None:
    found = parse_date(text, NOW, tag)

    assert found == expected or ("m" in flags and found is None)
    assert parse_date(text, language=tag) == (None if "r" in flags else found)


def test_a_month_that_dateparser_names_on_an_indonesian_page_is_marked() -> None:
    found = parse_date("Mittwoch, 5. Dezember 2018 - 10:52 WIB", language="id")

    assert found == Date("2018-12-05T10:52:00+07:00", False, ["date_by_dateparser"])


@pytest.mark.parametrize("tag", ["id", "ID-id", "in", "ms-MY", "en-US", "xx", "", " ", None])
def test_what_the_grammar_reads_is_not_asked_of_dateparser(tag: str | None) -> None:
    assert language_of_dateparser(tag) is None
    assert parse_date("5 de mayo de 2023", language=tag) is None


def test_an_aware_reference_is_told_in_its_own_offset() -> None:
    now = datetime.fromisoformat("2022-01-11T12:00:00+00:00")

    found = parse_date("vor 3 Stunden", now, "de")

    assert found is not None
    assert found.iso == "2022-01-11T09:00:00+00:00"


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=160)
    | st.text("0123456789.:/-年月日 aA٣٤mM'\\[(%", max_size=40)
    | st.from_regex(r"[0-9]{1,3}[. ]{1,2}\w{2,9} [0-9]{3,5}( [0-9]{1,3}[:h][0-9]{1,3})?"),
    st.sampled_from(["de", "fr", "ar", "zh", "th", "ru", "fa", "hu", "zh-Hant-TW"]),
    st.sampled_from([None, NOW, NOW.replace(tzinfo=None)]),
)
def test_no_text_in_any_language_raises(text: str, tag: str, now: datetime | None) -> None:
    found = parse_date(text, now, tag)

    if found is not None:
        datetime.fromisoformat(found.iso)
