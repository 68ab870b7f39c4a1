"""SQLite: articles, their lists as tables, revisions, and full-text search; Datasette serves it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from newsspider.export.columns import TableColumn, flattened
from newsspider.export.export_source import ExportSource
from newsspider.export.stored_rows import Row
from newsspider.export.values import flat
from newsspider.store.state.sqlite_errors import Refusals

NAME: Final = "articles.sqlite"

_TYPES: Final = {"integer": "INTEGER", "number": "REAL"}  # the others are TEXT
_REVISIONS: Final = """CREATE TABLE revisions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    revision INTEGER NOT NULL,
    fetched_at TEXT NOT NULL,
    headline TEXT NOT NULL,
    article_body TEXT,
    PRIMARY KEY (article_id, revision)
)"""
_LINKS: Final = """CREATE TABLE links (
    article_id TEXT NOT NULL REFERENCES articles (id),
    list TEXT NOT NULL,
    position INTEGER NOT NULL,
    headline TEXT NOT NULL,
    url TEXT NOT NULL
)"""
_SEARCH: Final = (  # "articles" in double quotes, by which Datasette knows the index
    'CREATE VIRTUAL TABLE articles_fts USING fts5(headline, article_body, content="articles",'
    " content_rowid='n', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')",
)


def write(source: ExportSource, folder: Path) -> None:
    """Write the database. An article stands once, as its newest revision says; its revisions stand
    in a table of their own, with their texts where all revisions are exported. Raises a `Refusal`
    for a disk that fails."""
    path = folder / NAME
    with Refusals(NAME), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode=OFF", "synchronous=OFF"):  # a draft, synced when it is whole
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        tables = _Tables(connection, source.columns)
        connection.executemany("INSERT INTO revisions VALUES (?,?,?,?,NULL)", source.revisions())
        for batch in source.batches():
            for row in batch:
                tables.add(row)
        tables.index()
        connection.execute("COMMIT")


class _Tables:
    """The tables of an export; lists of links share one, every other list has its own."""

    def __init__(self, connection: sqlite3.Connection, columns: tuple[TableColumn, ...]) -> None:
        self._connection = connection
        self._columns = columns
        self._lists = [column for column in columns if column.is_list]
        self._scalars = [column for column in flattened(columns) if not column.is_list]
        connection.execute(_articles(self._scalars))
        for statement in (_LINKS, _REVISIONS):
            connection.execute(statement)
        for column in self._lists:
            if not _holds_links(column):
                connection.execute(_list_table(column))

    def add(self, row: Row) -> None:
        """Enter a row: its text as a revision, and the article if none is newer."""
        self._connection.execute(
            "UPDATE revisions SET article_body = ? WHERE article_id = ? AND revision = ?",
            (row["article_body"], row["id"], row["revision"]),
        )
        newest = self._connection.execute(
            "SELECT max(revision) FROM revisions WHERE article_id = ?", (row["id"],)
        ).fetchone()
        if newest[0] == row["revision"]:
            self._add_article(row)

    def _add_article(self, row: Row) -> None:
        cells = flat(self._columns, row)
        values = [cells[column.name] for column in self._scalars]
        marks = ",".join("?" * len(values))
        self._connection.execute(f"INSERT INTO articles VALUES (NULL,{marks})", values)
        for column in self._lists:
            table = "links" if _holds_links(column) else column.name
            for entry in _entries(column, row):
                marks = ",".join("?" * len(entry))
                self._connection.execute(f"INSERT INTO {table} VALUES ({marks})", entry)

    def index(self) -> None:
        """Make what finds rows quickly, once all are there."""
        for table in ("links", *(c.name for c in self._lists if not _holds_links(c))):
            self._connection.execute(f"CREATE INDEX {table}_article ON {table} (article_id)")
        for column in ("day_published", "section"):
            self._connection.execute(f"CREATE INDEX articles_{column} ON articles ({column})")
        for statement in _SEARCH:
            self._connection.execute(statement)


def _articles(columns: list[TableColumn]) -> str:
    """Return the statement that makes the table; `n` stays when the file is vacuumed, as the
    full-text index needs."""
    made = ["n INTEGER PRIMARY KEY"]
    for column in columns:
        needed = "" if column.nullable else " NOT NULL"
        unique = " UNIQUE" if column.name == "id" else ""
        made.append(f"{column.name} {_TYPES.get(column.kind, 'TEXT')}{needed}{unique}")
    return f"CREATE TABLE articles ({', '.join(made)})"


def _holds_links(column: TableColumn) -> bool:
    return any(part.name == "url" for part in column.parts)


def _list_table(column: TableColumn) -> str:
    """Return the statement for a list: `keywords (article_id, position, keyword)`."""
    parts = column.parts or (TableColumn(column.name.removesuffix("s"), "text"),)
    cells = ", ".join(
        f"{part.name} TEXT" if part.nullable else f"{part.name} TEXT NOT NULL" for part in parts
    )
    return (
        f"CREATE TABLE {column.name} (article_id TEXT NOT NULL REFERENCES articles (id),"
        f" position INTEGER NOT NULL, {cells})"
    )


def _entries(column: TableColumn, row: Row) -> Iterator[tuple[Any, ...]]:
    for position, value in enumerate(row.get(column.name) or (), start=1):
        cells = tuple(value.values()) if isinstance(value, dict) else (value,)
        named = (column.name,) if _holds_links(column) else ()
        yield row["id"], *named, position, *cells
