"""What a person types becomes a query that FTS5 takes, or is refused in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.errors import BadArgument
from newsspider.search.query import to_fts
from newsspider.search.text_index import COLUMNS


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("banjir bandang", '"banjir" AND "bandang"'),
        ("“harga beras”", '"harga beras"'),
        ("jum'at covid-19", '"jum\'at" AND "covid-19"'),
        ("gempa OR (tsunami NOT latihan)", '"gempa" OR ( "tsunami" NOT "latihan" )'),
        ("gempa (aceh OR nias)", '"gempa" AND ( "aceh" OR "nias" )'),
        ("author:sari body:(rob)", 'authors : "sari" AND article_body : ( "rob" )'),
        ("pukul 10:30 – selesai", '"pukul" AND "10:30" AND "selesai"'),
        ("https://contoh.example/1", '"https://contoh.example/1"'),
        ("banjir AND NOT rob", '"banjir" NOT "rob"'),
    ],
)  # fmt: skip
def test_words_are_read_as_they_are_meant(typed: str, query: str) -> None:
    assert to_fts(typed) == query


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "name a word"),
        ("– !", "name a word"),
        ("NOT banjir", "stand between words"),
        ("banjir OR", "stand between words"),
        ("(banjir", "brackets"),
        ("\udcff", "name a word"),
        ("headlin:banjir", "did you mean headline?"),
    ],
)
def test_what_makes_no_sense_is_refused(typed: str, said: str) -> None:
    with pytest.raises(BadArgument, match=said):
        to_fts(typed)


@pytest.fixture(scope="module")
def texts() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(COLUMNS)})")
        yield connection


@given(typed=st.text(st.characters(exclude_characters='():"'), max_size=60))
def test_words_without_operators_are_always_understood(
    typed: str, texts: sqlite3.Connection
) -> None:
    """No sign that somebody pastes has a meaning of its own."""
    with suppress(BadArgument):
        texts.execute("SELECT * FROM texts WHERE texts MATCH ?", (to_fts(typed),)).fetchall()
