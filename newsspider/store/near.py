"""The index of texts: finds the stored texts that equal a text, or nearly, without loading it.

Its tables live in the state and its rows belong to the transaction of the line they describe.
Rows are only added: every stored line keeps its sketch, so a text is found even when its article
has been revised since. About 370 bytes an article.
"""

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from sqlite3 import Connection
from typing import Final

from newsspider import similarity
from newsspider.similarity import Sketch

TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS near_version (version TEXT NOT NULL)",
    """CREATE TABLE IF NOT EXISTS near_texts (
        n INTEGER PRIMARY KEY,
        article INTEGER NOT NULL,
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
    # Only texts that have their like: `head` is the smallest `n` of the group.
    "CREATE TABLE IF NOT EXISTS near_groups (n INTEGER PRIMARY KEY, head INTEGER NOT NULL)",
    "CREATE INDEX IF NOT EXISTS near_groups_head ON near_groups (head)",
)

MOST_PER_KEY: Final = 100
"""Texts looked at per key, newest first. More share a key only where it stands for the frame of a
column; the text that is nearly the same shares the other keys as well."""

BELOW_SAME: Final = 0.9999
"""Most that is said of two texts that are not the same, however alike their sketches are."""

MOST_COMPARED: Final = 64
"""Texts compared, those with the most keys in common first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text as the index knows it; `content` is the first eight bytes of a hash of its hash."""

    content: int
    sketch: Sketch
    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A stored text that is like another: its number, its article's, and how alike they are."""

    n: int
    article: int
    similarity: float


def entry(headline: str, body: str, content_hash: str) -> Entry:
    """What the index keeps of an article's text."""
    sketch, keys = similarity.sketch(headline, body)
    digest = blake2b(content_hash.encode(), digest_size=8).digest()
    return Entry(int.from_bytes(digest, signed=True), sketch, keys)


def exact(connection: Connection, text: Entry) -> list[Found]:
    """Every stored text with the same content hash, the first stored first."""
    rows = connection.execute(
        "SELECT n, article FROM near_keys JOIN near_texts USING (n)"
        " WHERE key = ? AND content = ? ORDER BY n",
        (_content_key(text), text.content),
    )
    return [Found(n, article, 1.0) for n, article in rows]


def near(connection: Connection, text: Entry) -> list[Found]:
    """The stored texts that are nearly the same; one that only looks so is below 1."""
    found = []
    for n in _candidates(connection, text.keys):
        article, *kept = connection.execute(
            "SELECT article, size, slots, figures, headline FROM near_texts WHERE n = ?", (n,)
        ).fetchone()
        alike = similarity.near(text.sketch, Sketch(*kept))
        if alike is not None:
            found.append(Found(n, article, min(alike, BELOW_SAME)))
    return found


def _candidates(connection: Connection, keys: tuple[int, ...]) -> list[int]:
    shared: Counter[int] = Counter()
    for key in keys:
        rows = connection.execute(
            f"SELECT n FROM near_keys WHERE key = ? ORDER BY n DESC LIMIT {MOST_PER_KEY}", (key,)
        )
        shared.update([n for (n,) in rows])
    if len(shared) <= MOST_COMPARED:
        return list(shared)
    return [n for n, _ in sorted(shared.items(), key=lambda each: (-each[1], each[0]))][
        :MOST_COMPARED
    ]


def insert(connection: Connection, article: int, text: Entry) -> int:
    """Add a text of the `article`-th article; its number in the index."""
    sketch = text.sketch
    n = connection.execute(
        "INSERT INTO near_texts (article, content, size, slots, figures, headline)"
        " VALUES (?,?,?,?,?,?)",
        (article, text.content, sketch.size, sketch.slots, sketch.figures, sketch.headline),
    ).lastrowid
    assert n is not None
    connection.executemany(
        "INSERT OR IGNORE INTO near_keys VALUES (?, ?)",
        [(key, n) for key in (*text.keys, _content_key(text))],
    )
    return n


def join(connection: Connection, n: int, others: list[Found]) -> None:
    """Put a text into one group with others, whose groups become one.

    Which groups come out does not depend on the order of storing: every two texts are compared
    once, whichever came first, and like texts are always joined.
    """
    heads = {n}
    for other in others:
        row = connection.execute("SELECT head FROM near_groups WHERE n = ?", (other.n,)).fetchone()
        heads.add(row[0] if row else other.n)
    head = min(heads)
    for absorbed in heads - {head}:
        connection.execute("UPDATE near_groups SET head = ? WHERE head = ?", (head, absorbed))
    connection.executemany(
        "INSERT OR REPLACE INTO near_groups VALUES (?, ?)",
        [(member, head) for member in heads | {other.n for other in others}],
    )


def _content_key(text: Entry) -> int:
    return similarity.key(text.content.to_bytes(8, signed=True))
