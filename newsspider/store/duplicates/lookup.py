"""Which stored article a new one repeats.

`duplicate_of` can name only what was stored before: a line already written does not change.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from sqlite3 import Connection
from typing import Any, Final

from newsspider import similarity
from newsspider.errors import StateInvalid
from newsspider.store.duplicates import carry, index
from newsspider.store.duplicates.index import IndexedText, LikeArticle, in_order
from newsspider.store.state.sqlite_errors import Refusals
from newsspider.store.store import Store

_DROPPED = """CREATE TABLE IF NOT EXISTS near_dropped (
    id TEXT PRIMARY KEY,
    duplicate_of TEXT NOT NULL,
    similarity REAL NOT NULL
) WITHOUT ROWID"""

_REFUSALS: Final = Refusals("the index of texts")

COMPARED: Final = ("id", "headline", "article_body", "content_hash")
"""Keys of a record that the search looks at."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """What a text repeats: the id of the earliest such article stored, and how alike they are."""

    duplicate_of: str
    similarity: float
    date_published: str = field(default="", compare=False)

    @property
    def exact(self) -> bool:
        """Whether the text is the same."""
        return self.similarity == 1


class Duplicates:
    """The index of texts as the store wants its indexes (`newsspider.store.line_index.Index`)."""

    def __init__(self) -> None:
        self._text: tuple[tuple[str, str, str], IndexedText] | None = None
        self._found: tuple[IndexedText, int | None, list[LikeArticle]] | None = None

    def prepare(self, connection: Connection) -> None:
        """Create the tables in a new state.

        Raises `StateInvalid` when articles are stored that the index does not know, or that it
        knows by sketches of another version: `scrapy rebuild` reads them again.
        """
        with _REFUSALS:
            for statement in (*index.TABLES, _DROPPED):
                connection.execute(statement)
            row = connection.execute("SELECT version FROM near_version").fetchone()
            if row is None:
                _refuse_if(_holds_articles(connection), "has no index of texts")
                connection.execute("INSERT INTO near_version VALUES (?)", (similarity.VERSION,))
            else:
                _refuse_if(row[0] != similarity.VERSION, f"has an index of version {row[0]}")

    def find(self, connection: Connection, record: Mapping[str, Any]) -> Duplicate | None:
        """Return the earliest article, by date and id, that `record` repeats, exactly or nearly.

        Of the record only the keys of `COMPARED` are looked at.

        Only articles stored before it count, so no two articles ever repeat each other; revisions
        of an article are no duplicates of it.
        """
        with _REFUSALS:
            found = self._matches(connection, None, record)
            if not found:
                return None
            query = "SELECT n FROM articles WHERE id = ?"
            row = connection.execute(query, (record["id"],)).fetchone()
            if row:
                found = [each for each in found if each.article < row[0]]
            return earliest(_dated(connection, found))

    def add(self, connection: Connection, n: int, record: Mapping[str, Any]) -> None:
        """Enter a line of the `n`-th article, in the transaction that stores it."""
        with _REFUSALS:
            found = self._matches(connection, n, record)
            index.insert(connection, n, record["revision"], self.entry(record))
            index.join(connection, {n, *(each.article for each in found)})

    def carry(self, connection: Connection) -> None:
        """Take over from the attached old state what the files of the output do not tell."""
        with _REFUSALS:
            if carry.has_dropped(connection):
                carry.carry_dropped(connection)
            if carry.readable(connection):
                for article, revision, text in carry.texts(connection):
                    found = index.near(connection, text)
                    index.insert(connection, article, revision, text)
                    index.join(connection, {article, *(each.article for each in found)})

    def entry(self, record: Mapping[str, Any]) -> IndexedText:
        """Return the text of a record; the pipeline asks, then the store: it is sketched once."""
        text = (record["headline"], record["article_body"], record["content_hash"])
        if self._text is None or self._text[0] != text:
            self._text = text, index.entry(*text)
        return self._text[1]

    def _matches(
        self, connection: Connection, own: int | None, record: Mapping[str, Any]
    ) -> list[LikeArticle]:
        """Return other articles with the same text or nearly the same, looked up once a text."""
        text = self.entry(record)
        (last,) = connection.execute("SELECT max(n) FROM near_texts").fetchone()
        if self._found is None or self._found[:2] != (text, last):
            found = _found(connection, text, record["content_hash"])
            self._found = text, last, found
        return [each for each in self._found[2] if each.article != own]


def of(store: Store) -> Duplicates:
    """Return the index of texts of a store; raises `LookupError` when it has none."""
    for each in store.indexes:
        if isinstance(each, Duplicates):
            return each
    raise LookupError("the store was opened without an index of texts")


def drop(store: Store, article_id: str, found: Duplicate) -> None:
    """Remember an article that was dropped for repeating another, so it is not fetched again.

    No line tells of it: a `scrapy rebuild` that cannot read the old state forgets it, and it is
    fetched and dropped once more.
    """
    store.state.write(
        "INSERT OR REPLACE INTO near_dropped VALUES (?,?,?)",
        (article_id, found.duplicate_of, found.similarity),
    )


def is_dropped(store: Store, article_id: str) -> bool:
    """Whether the article was dropped as a duplicate."""
    return bool(dropped_among(store, [article_id]))


def dropped_among(store: Store, article_ids: Collection[str]) -> set[str]:
    """Return which of these articles were dropped as duplicates."""
    return store.state.ids_among("near_dropped", article_ids)


def earliest(found: Iterable[Duplicate]) -> Duplicate | None:
    """Return the earliest of those with the same text, else the earliest of all; None of none."""
    return min(
        found,
        key=lambda one: (not one.exact, in_order(one.date_published, one.duplicate_of)),
        default=None,
    )


def matches(
    connection: Connection, text: IndexedText, content_hash: str, *, before: str | None
) -> list[Duplicate]:
    """Return the articles of a state that a text repeats, but those stored after `before` (UTC)."""
    return _dated(connection, _found(connection, text, content_hash), before)


def _found(connection: Connection, text: IndexedText, content_hash: str) -> list[LikeArticle]:
    """Articles with the same text or nearly the same."""
    found = {each.article: each for each in index.near(connection, text)}
    query = "SELECT n FROM articles WHERE content_hash = ?"
    same = connection.execute(query, (content_hash,)).fetchall()
    return list((found | {article: LikeArticle(article, 1.0) for (article,) in same}).values())


def _dated(
    connection: Connection, found: Iterable[LikeArticle], before: str | None = None
) -> list[Duplicate]:
    query = "SELECT id, date_published, first_stored FROM articles WHERE n = ?"
    rows = [(each, connection.execute(query, (each.article,)).fetchone()) for each in found]
    return [
        Duplicate(identity, each.similarity, published)
        for each, (identity, published, stored) in rows
        if before is None or stored < before
    ]


def _holds_articles(connection: Connection) -> bool:
    return connection.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is not None


def _refuse_if(wrong: Any, what: str) -> None:
    if wrong:
        raise StateInvalid(f"state invalid: it {what}; run `scrapy rebuild`")
