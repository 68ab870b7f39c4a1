"""Sketches of an old state, for lines whose files a rebuild does not find.

A finished day may have been moved away; its texts cannot be sketched again then, but the old state
has their sketches. `Past` has attached it as `old`, and lists those lines in `temp.carried`.
"""

from collections.abc import Iterator
from sqlite3 import Connection

from newsspider import similarity
from newsspider.similarity import Sketch
from newsspider.store.duplicates.index import IndexedText


def has_dropped(connection: Connection) -> bool:
    """Return whether the old state knows which articles were dropped as duplicates."""
    query = "SELECT 1 FROM old.sqlite_master WHERE name = 'near_dropped'"
    return connection.execute(query).fetchone() is not None


def readable(connection: Connection) -> bool:
    """Return whether the old state has an index of texts of this version."""
    query = "SELECT 1 FROM old.sqlite_master WHERE name = 'near_version'"
    if connection.execute(query).fetchone() is None:
        return False
    version = connection.execute("SELECT version FROM old.near_version").fetchone()
    return version is not None and version[0] == similarity.VERSION


def texts(connection: Connection) -> Iterator[tuple[int, int, IndexedText]]:
    """Yield the article's new number, the revision and the text of each carried line."""
    for statement in (
        # The old tables have no index for these questions.
        "CREATE TEMP TABLE near_old AS SELECT t.n AS n, a.n AS article, t.revision AS revision"
        " FROM temp.carried c JOIN old.articles o USING (id) JOIN main.articles a USING (id)"
        " JOIN old.near_texts t ON t.article = o.n AND t.revision = c.revision",
        "CREATE TEMP TABLE near_old_keys (n INTEGER, key INTEGER, PRIMARY KEY (n, key))"
        " WITHOUT ROWID",
        "INSERT INTO near_old_keys SELECT n, key FROM old.near_keys"
        " WHERE n IN (SELECT n FROM near_old)",
    ):
        connection.execute(statement)
    rows = connection.execute(
        "SELECT n, near_old.article, near_old.revision, content, size, slots, figures, headline"
        " FROM near_old JOIN old.near_texts USING (n) ORDER BY n"
    )
    for n, article, revision, content, *sketch in rows:
        keys = connection.execute("SELECT key FROM near_old_keys WHERE n = ?", (n,))
        yield (
            article,
            revision,
            IndexedText(content, Sketch(*sketch), tuple(key for (key,) in keys)),
        )


def carry_dropped(connection: Connection) -> None:
    """Take over which articles were dropped as duplicates: no line tells of them."""
    connection.execute(
        "INSERT OR IGNORE INTO near_dropped"
        " SELECT id, duplicate_of, similarity FROM old.near_dropped"
    )
