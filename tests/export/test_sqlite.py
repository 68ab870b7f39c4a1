"""The SQLite file as sqlite3 and Datasette open it."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from datasette.app import Datasette

from tests.export.conftest import BODY, MakeExport


@pytest.fixture
def path(make: MakeExport) -> Path:
    return make("sqlite")[0] / "articles.sqlite"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as opened:
        yield opened


def test_lists_stand_in_tables_of_their_own(connection: sqlite3.Connection) -> None:
    of_first = "WHERE article_id = 'sindonews:pena:1' ORDER BY position"
    keywords = connection.execute(f"SELECT keyword FROM keywords {of_first}").fetchall()
    citations = connection.execute(f"SELECT name, date FROM citations {of_first}").fetchall()
    links = connection.execute(f"SELECT list, headline FROM links {of_first}").fetchall()
    assert keywords == [("banjir",), ("sungai",)]
    assert citations == [("Antara", "2026-05-01"), ("AFP", None)]
    assert ("read_also", "Banjir Lain") in links
    assert ("breadcrumbs", "Home") in links


def test_an_article_stands_once_with_its_revisions_beside_it(
    connection: sqlite3.Connection,
) -> None:
    query = "SELECT headline, revision FROM articles WHERE id = 'sindonews:pena:2'"
    assert connection.execute(query).fetchall() == [("Harga Beras Turun", 2)]
    query = "SELECT revision, headline FROM revisions WHERE article_id = 'sindonews:pena:2'"
    assert connection.execute(query).fetchall() == [
        (1, "Harga Beras Naik"),
        (2, "Harga Beras Turun"),
    ]


def test_every_text_is_there_when_all_revisions_are(make: MakeExport) -> None:
    folder, done = make("sqlite", all_revisions=True)
    with closing(sqlite3.connect(folder / "articles.sqlite")) as opened:
        texts = opened.execute("SELECT count(article_body) FROM revisions").fetchone()
        articles = opened.execute("SELECT count(*), max(revision) FROM articles").fetchone()
    assert (done.rows, texts, articles) == (6, (6,), (5, 2))


def test_headline_and_body_are_searched(connection: sqlite3.Connection) -> None:
    query = (
        "SELECT id FROM articles JOIN articles_fts ON articles_fts.rowid = n"
        " WHERE articles_fts MATCH 'mengungsi OR \"beras turun\"' ORDER BY id"
    )
    found = [row[0] for row in connection.execute(query)]
    assert found == ["sindonews:pena:1", "sindonews:pena:2", "sindonews:pena:5"]


def test_datasette_serves_it_and_finds_words(path: Path) -> None:
    async def asked() -> tuple[int, list[dict[str, str]]]:
        served = Datasette([str(path)])
        await served.invoke_startup()
        query = "/articles/articles.json?_search=mengungsi&_shape=array"
        answer = await served.client.get(query)
        return answer.status_code, answer.json()

    status, rows = asyncio.run(asked())
    assert status == 200
    assert {row["article_body"] for row in rows} == {BODY}
