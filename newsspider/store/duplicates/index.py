"""The index of texts: finds the stored texts that are nearly the same, without loading it.

Its tables live in the state and its rows belong to the transaction of the line they describe.
Rows are only added: every stored line keeps its sketch, so a text is found even when its article
has been revised since. Articles go by their `n`, the number of the table `articles`.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from sqlite3 import Connection
from typing import Final, NamedTuple

from newsspider import similarity
from newsspider.similarity import Sketch

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS near_version (version TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS near_texts (
        n INTEGER PRIMARY KEY,
        article INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        content INTEGER NOT NULL,
        size INTEGER NOT NULL,
        slots BLOB NOT NULL,
        figures BLOB NOT NULL,
        headline INTEGER NOT NULL
    )""",
    """CREATE TABLE IF NOT EXISTS near_keys (
        key INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (key, n)
    ) WITHOUT ROWID""",
    # Only articles that have their like; `head` is the one of the group that was stored first.
    "CREATE TABLE IF NOT EXISTS near_groups (article INTEGER PRIMARY KEY, head INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS near_groups_head ON near_groups (head)",
)

MOST_PER_KEY: Final = 64
"""Texts looked at per key, newest first. More share a key only where it stands for the frame of a
column; the text that is nearly the same shares the other keys as well."""

BELOW_SAME: Final = 0.9999
"""Most that is said of two texts that are not the same, however alike their sketches are."""

_SHARING: Final = (
    f"SELECT n FROM (SELECT n FROM near_keys WHERE key = ? ORDER BY n DESC LIMIT {MOST_PER_KEY})"
)

MOST_COMPARED: Final = 32
"""Texts compared, those with the most keys in common first."""


class IndexedText(NamedTuple):
    """A text as the index knows it; `content` is a hash of its content hash."""

    content: int
    sketch: Sketch
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LikeArticle:
    """A stored article one of whose texts is like another, and how alike they are."""

    article: int
    similarity: float


def entry(headline: str, body: str, content_hash: str) -> IndexedText:
    """Return what the index keeps of an article's text."""
    sketch, keys = similarity.sketch(headline, body)
    digest = blake2b(content_hash.encode(), digest_size=8).digest()
    return IndexedText(int.from_bytes(digest, signed=True), sketch, keys)


def near(connection: Connection, text: IndexedText) -> list[LikeArticle]:
    """Return articles that have, or had, nearly the same text; 1 is said only of the same."""
    found: dict[int, float] = {}
    for n in _candidates(connection, text.keys):
        article, content, *kept = connection.execute(
            "SELECT article, content, size, slots, figures, headline FROM near_texts WHERE n = ?",
            (n,),
        ).fetchone()
        if content == text.content:
            found[article] = 1.0
        elif (alike := similarity.near(text.sketch, Sketch(*kept))) is not None:
            found[article] = max(min(alike, BELOW_SAME), found.get(article, 0.0))
    return [LikeArticle(article, alike) for article, alike in found.items()]


def _candidates(connection: Connection, keys: tuple[int, ...]) -> list[int]:
    if not keys:
        return []
    # One statement for all keys: eight of their own cost twice as much.
    query = " UNION ALL ".join([_SHARING] * len(keys))
    shared = Counter([n for (n,) in connection.execute(query, keys)])
    if len(shared) <= MOST_COMPARED:
        return list(shared)
    by_keys = sorted(shared.items(), key=lambda each: (-each[1], each[0]))
    return [n for n, _ in by_keys[:MOST_COMPARED]]


def insert(connection: Connection, article: int, revision: int, text: IndexedText) -> None:
    """Add the text of an article's line."""
    sketch = text.sketch
    row = (article, revision, text.content)
    n = connection.execute(
        "INSERT INTO near_texts (article, revision, content, size, slots, figures, headline)"
        " VALUES (?,?,?,?,?,?,?)",
        (*row, sketch.size, sketch.slots, sketch.figures, sketch.headline),
    ).lastrowid
    if text.keys:
        connection.execute(_keys_statement(len(text.keys)), (n, *text.keys))


@cache
def _keys_statement(count: int) -> str:
    """Return the statement that enters so many keys of a text: one costs half of eight."""
    rows = ", ".join(f"(?{place}, ?1)" for place in range(2, count + 2))
    return f"INSERT OR IGNORE INTO near_keys VALUES {rows}"


def join(connection: Connection, articles: set[int]) -> None:
    """Put two or more articles into one group; the groups that some are in become one.

    Which groups come out does not depend on the order of storing: every two texts are compared
    once, whichever came first, and like texts are always joined.
    """
    if len(articles) < 2:
        return
    heads = set()
    for article in articles:
        row = connection.execute(
            "SELECT head FROM near_groups WHERE article = ?", (article,)
        ).fetchone()
        heads.add(row[0] if row else article)
    head = min(heads)
    for absorbed in heads - {head}:
        connection.execute("UPDATE near_groups SET head = ? WHERE head = ?", (head, absorbed))
    connection.executemany(
        "INSERT OR REPLACE INTO near_groups VALUES (?, ?)",
        [(member, head) for member in heads | articles],
    )


def in_order(date_published: str, article_id: str) -> tuple[datetime, str]:
    """Return a key to sort articles by: others repeat the earliest by date, then by id."""
    return datetime.fromisoformat(date_published), article_id
