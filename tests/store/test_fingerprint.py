"""What counts as a change of an article, also where a field was added since it was stored."""

import json
from hashlib import blake2b

import pytest

from newsspider.store.state.fingerprint import (
    STATED,
    Digest,
    changed_fields,
    fingerprint,
    lasting,
    passing,
)

RECORD = {name: f"{name} of the article" for name in STATED}


@pytest.mark.parametrize("digest", [lasting, passing])
@pytest.mark.parametrize("name", STATED)
def test_each_stated_field_may_change(name: str, digest: Digest) -> None:
    stored = fingerprint(RECORD, digest)
    assert changed_fields(stored, dict(RECORD), digest) == ()
    assert changed_fields(stored, RECORD | {name: "another"}, digest) == (name,)
    assert changed_fields(stored, RECORD | {name: ["another"]}, digest) == (name,)
    assert changed_fields(stored, RECORD | {name: None}, digest) == ()


def test_a_field_that_was_added_since_is_no_change() -> None:
    before = fingerprint(RECORD)[:-6]
    assert changed_fields(before, RECORD) == ()
    assert changed_fields(before, RECORD | {"headline": "another"}) == ("headline",)


@pytest.mark.parametrize(
    "value",
    [
        "".join(map(chr, range(0x7F))),
        "\x7f",
        "“Panen”",
        "",
        ["a", "b"],
        {"url": "u", "caption": None},
    ],
)
def test_digests_are_those_of_the_json_that_earlier_versions_wrote(value: object) -> None:
    text = json.dumps(value, sort_keys=True).encode()
    expected = blake2b(text, digest_size=6).digest() if value else bytes(6)
    assert fingerprint({"headline": value})[:6] == expected
