"""Asks an index: which articles a query finds, and where in them."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from heapq import nlargest, nsmallest
from typing import Final

from newsspider.errors import BadArgument, Refusal
from newsspider.search.text_index import COLUMNS, TOKENIZER, SearchIndex, refusal

_BEGIN: Final = "\x02"  # a record has no control characters
_END: Final = "\x03"
_WORDS: Final = 24  # of a snippet

Piece = tuple[str, str]
"""Kind ("text" or "match") and words."""

_Place = tuple[float | str, int]
"""What an article is sorted by, and its number in the index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A query of FTS5, and which articles it is asked of. Days are those of Jakarta."""

    query: str
    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    newest_first: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found; `place` sorts hits, the best first."""

    id: str
    url: str
    headline: str
    section: str
    date_published: str
    snippet: list[Piece]
    place: float | str


def find(index: SearchIndex, wanted: Wanted, limit: int) -> tuple[int, list[Hit]]:
    """Return how many articles are found, and the first `limit` of them.

    Raises `BadArgument` for a query that FTS5 does not understand.
    """
    place = "published" if wanted.newest_first else "rank"
    found = 0

    def counted(rows: Iterable[_Place]) -> Iterator[_Place]:
        nonlocal found
        for row in rows:
            found += 1
            yield row

    try:
        where, values = _clause(wanted)
        rows = counted(index.connection.execute(f"SELECT {place}, n {where}", values))
        first = nlargest if wanted.newest_first else nsmallest
        best = first(limit, rows)  # one pass over all that is found, few of it kept
        snippets = _snippets(index.connection, wanted.query, [n for _, n in best])
        return found, [_hit(index.connection, n, snippets[n], at) for at, n in best]
    except sqlite3.Error as error:
        raise _understood(error, index, wanted.query) from error


def ids(index: SearchIndex, wanted: Wanted) -> Iterator[str]:
    """Yield the ids of all articles that are found."""
    try:
        where, values = _clause(wanted)
        for (article_id,) in index.connection.execute(f"SELECT id {where}", values):
            yield article_id
    except sqlite3.Error as error:
        raise _understood(error, index, wanted.query) from error


def _clause(wanted: Wanted) -> tuple[str, list[str]]:
    clause = "FROM texts JOIN articles ON n = texts.rowid WHERE texts MATCH ?"
    values = [wanted.query]
    for bound, sign in ((wanted.since, ">="), (wanted.until, "<=")):
        if bound:
            clause += f" AND day {sign} ?"
            values.append(bound.isoformat())
    if wanted.sections:
        clause += f" AND section IN ({','.join('?' * len(wanted.sections))})"
        values += wanted.sections
    return clause, values


def _snippets(connection: sqlite3.Connection, query: str, numbers: list[int]) -> dict[int, str]:
    """Return a passage of each of these articles with what the query found in it.

    They are indexed once more, by themselves: asked of the whole index, each passage would cost as
    much as the search.
    """
    columns = ", ".join(COLUMNS)
    connection.execute(f"CREATE VIRTUAL TABLE temp.shown USING fts5({columns}, {TOKENIZER})")
    connection.executemany(
        f"INSERT INTO shown (rowid, {columns}) SELECT rowid, {columns} FROM texts WHERE rowid = ?",
        ((number,) for number in numbers),
    )
    snippets: dict[int, str] = dict(
        connection.execute(
            "SELECT rowid, snippet(shown, -1, ?, ?, '…', ?) FROM shown WHERE shown MATCH ?",
            (_BEGIN, _END, _WORDS, query),
        )
    )
    connection.execute("DROP TABLE temp.shown")
    return snippets


def _hit(connection: sqlite3.Connection, n: int, snippet: str, place: float | str) -> Hit:
    stated: tuple[str, str, str, str, str] = connection.execute(
        "SELECT id, url, headline, section, date_published FROM articles WHERE n = ?", (n,)
    ).fetchone()
    return Hit(*stated, pieces(snippet), place)


def pieces(snippet: str) -> list[Piece]:
    r"""Return a snippet as what matches and what stands between.

    >>> pieces("Harga \x02beras\x03 naik")
    [('text', 'Harga '), ('match', 'beras'), ('text', ' naik')]
    """
    parts = re.split(f"[{_BEGIN}{_END}]", " ".join(snippet.split()))
    kinds = ("text", "match")
    return [(kinds[number % 2], part) for number, part in enumerate(parts) if part]


def _understood(error: sqlite3.Error, index: SearchIndex, query: str) -> Refusal:
    if isinstance(error, sqlite3.OperationalError) and "fts5" in str(error):
        return BadArgument(f"{query}: not understood: {str(error).removeprefix('fts5: ')}")
    return refusal(error, index.path)
