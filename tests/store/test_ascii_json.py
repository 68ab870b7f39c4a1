"""What is on the disk is the JSON of `json.dumps`, whatever writes it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.store.files.ascii_json import ascii_json

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(-(2**63), 2**64 - 1) | st.integers(0, 10_000).map(lambda n: n / 10_000)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_values_are_written_as_json_writes_them(value: Any) -> None:
    assert ascii_json(value) == json.dumps(value).encode()
    assert ascii_json(value, sort_keys=True) == json.dumps(value, sort_keys=True).encode()


def test_every_character_is_written_as_json_writes_it() -> None:
    text = "".join(chr(code) for code in range(0x11000) if not 0xD800 <= code < 0xE000) + "😀a𝒳"
    assert ascii_json(text) == json.dumps(text).encode()
    assert ascii_json(list(text)) == json.dumps(list(text)).encode()


@pytest.mark.parametrize("text", ["\ud800", "Panen \udfff raya"])
def test_a_lone_surrogate_is_no_text(text: str) -> None:
    with pytest.raises(UnicodeEncodeError):
        ascii_json({"judul": [text]})
