"""Any record is exactly one line of strict JSON, whichever way a reader splits lines."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.store.files.jsonl import BadRecord, from_line, to_line
from newsspider.store.state.fingerprint import changed_fields, fingerprint
from tests.store.records import record

ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1)  # surrogates included


def strict(line: bytes) -> Any:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    return json.loads(line, parse_constant=refuse)


@given(ANY_TEXT)
def test_any_text_is_one_strict_line(text: str) -> None:
    line = to_line(record(1, headline=text))
    assert line.endswith(b"\n")
    assert line.isascii()
    assert len(line.decode().splitlines()) == 1
    read = strict(line)
    assert read == from_line(line[:-1])
    repaired = any("\ud800" <= letter <= "\udfff" for letter in text)
    assert read["warnings"] == (["text_repaired"] if repaired else [])
    assert repaired or read["headline"] == text


@pytest.mark.parametrize(
    "text", ["a\u2028b\u2029c\u0085d", "\x00\x1b[31m\u202e", "=cmd()", "😀", "x" * 1_000_000]
)
def test_hostile_text_survives_as_it_is(text: str) -> None:
    assert strict(to_line(record(1, headline=text)))["headline"] == text


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_json_cannot_say_becomes_null(number: float) -> None:
    line = strict(to_line(record(1) | {"similarity": number}))
    assert line["similarity"] is None
    assert line["warnings"] == ["text_repaired"]


@pytest.mark.parametrize(
    "harm",
    [
        {"headline": b"bytes"},
        {"headline": ""},
        {"word_count": "many"},
        {"article_body": None},
        {"extra": 1},
        {"similarity": 10**400},
    ],
)
def test_what_is_no_record_is_refused(harm: dict[str, Any]) -> None:
    with pytest.raises(BadRecord):
        to_line(record(1) | harm)


def test_a_missing_key_is_named() -> None:
    with pytest.raises(BadRecord, match="without editor"):
        to_line({key: value for key, value in record(1).items() if key != "editor"})


@given(st.binary())
def test_any_bytes_are_a_record_or_refused(data: bytes) -> None:
    with pytest.raises(BadRecord):
        from_line(data)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ({}, {"headline": "Lain"}, ("headline",)),
        ({"editor": "min"}, {"editor": "ahm"}, ("editor",)),
        ({"editor": "min"}, {"editor": None}, ()),
        ({"description": None}, {"description": "Ringkas."}, ()),
        ({"related": []}, {"related": [{"headline": "x", "url": "https://x.id"}]}, ()),
        ({}, {"date_modified": "2026-05-01T10:00:00+07:00"}, ()),
        ({}, {"article_body": "Separuh", "warnings": ["body_incomplete"]}, ()),
        (
            {"article_body": "Separuh", "warnings": ["body_incomplete"]},
            {"article_body": "Separuh dan separuh lagi", "warnings": []},
            ("article_body",),
        ),
    ],
)
def test_only_what_the_author_states_counts_as_a_change(
    before: dict[str, Any], after: dict[str, Any], changed: tuple[str, ...]
) -> None:
    assert changed_fields(fingerprint(record(1) | before), record(1) | before | after) == changed
