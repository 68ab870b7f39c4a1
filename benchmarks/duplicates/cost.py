"""What the index costs a crawl that knows millions of articles: opening, memory, time a piece."""

import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from sqlite3 import Connection
from statistics import median

from benchmarks.duplicates.measure import Index, record, rss
from benchmarks.duplicates.texts import Text

BATCH = 10  # articles a commit, as the store writes


@dataclass(frozen=True, slots=True)
class Large:
    """Seconds to open, seconds and CPU seconds that an article takes more, resident bytes."""

    opening: float
    added: float
    computing: float
    memory: int


def large(path: Path, known: int, texts: Sequence[Text]) -> Large:
    """Measures `texts` against an index of `known` articles at `path`, made first.

    A process of its own, so that its memory is that of the index and of nothing else.
    """
    fill(path, known)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        return other.submit(_measured, path, known, texts).result()


def _measured(path: Path, known: int, texts: Sequence[Text]) -> Large:
    start = time.perf_counter()
    with Index(path) as index:
        index.duplicates.find(index.connection, record(known, texts[0]))
        opening = time.perf_counter() - start
        bare, with_index = [], []
        for at in range(0, len(texts) - 2 * BATCH + 1, 2 * BATCH):
            number = known + at
            bare.append(_batch(index, number, texts[at : at + BATCH], indexed=False))
            with_index.append(
                _batch(index, number + BATCH, texts[at + BATCH : at + 2 * BATCH], indexed=True)
            )
        return Large(
            opening,
            _more([wall for wall, _ in bare], [wall for wall, _ in with_index]),
            _more([cpu for _, cpu in bare], [cpu for _, cpu in with_index]),
            rss(),
        )


def _more(bare: Sequence[float], indexed: Sequence[float]) -> float:
    return (median(indexed) - median(bare)) / BATCH


def _batch(
    index: Index, number: int, texts: Sequence[Text], *, indexed: bool
) -> tuple[float, float]:
    """Wall and CPU seconds of one batch with its commit; the articles' rows are in both."""
    records = [record(number + n, text) for n, text in enumerate(texts)]
    wall, cpu = time.perf_counter(), time.process_time()
    for n, each in enumerate(records):
        if indexed:
            index.duplicates.find(index.connection, each)
        index.article(number + n, each)
        if indexed:
            index.duplicates.add(index.connection, number + n, each)
    index.state.commit()
    index.state.begin()
    return time.perf_counter() - wall, time.process_time() - cpu


def fill(path: Path, known: int) -> None:
    """An index of `known` texts whose sketches are random: to write as many would take an hour."""
    with Index(path) as index:
        connection = index.connection
        for chunk in _chunks(known):
            connection.execute(
                "INSERT INTO articles (n, id, url, section, date_published, content_hash, stated,"
                " revision, first_stored, last_seen) SELECT value, 'sindonews:legacy:' || value,"
                " '', '', '2022-01-01T00:00:00+07:00', hex(randomblob(16)), '', 1, '', ''"
                " FROM json_each(?)",
                (chunk,),
            )
            connection.execute(
                "INSERT INTO near_texts (article, revision, content, size, slots, figures,"
                " headline) SELECT value, 1, random(), 240, randomblob(128), randomblob(20),"
                " random() >> 33 FROM json_each(?)",
                (chunk,),
            )
        _fill_keys(connection, known)
        index.state.commit()
    os.sync()


def _chunks(known: int, width: int = 10_000) -> Iterator[str]:
    for start in range(0, known, width):
        yield str(list(range(start, min(known, start + width))))


def _fill_keys(connection: Connection, known: int) -> None:
    """Eight random keys a text, entered in their order: entered at random they take an hour."""
    connection.execute("CREATE TEMP TABLE draft (key INTEGER, n INTEGER)")
    for chunk in _chunks(known):
        connection.execute(
            "INSERT INTO draft SELECT random() >> 32, t.value + 1 FROM json_each(?) t,"
            " json_each('[1,2,3,4,5,6,7,8]')",
            (chunk,),
        )
    connection.execute("INSERT OR IGNORE INTO near_keys SELECT key, n FROM draft ORDER BY key, n")
    connection.execute("DROP TABLE draft")
