"""Which article of another site in the same output a text repeats: sister houses share their texts.

Each site has a state of its own, which this one only reads, also while another process writes it.
What that has not yet committed is not seen: of two crawls that store one story within the same two
seconds neither says so, and never do two articles name each other.
"""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from newsspider import similarity
from newsspider.store.duplicates.index import IndexedText
from newsspider.store.duplicates.lookup import Duplicate, earliest, matches
from newsspider.store.files.state_files import database_path, state_folder
from newsspider.store.state.articles import Known
from newsspider.store.state.versions.tables import APPLICATION, VERSION

logger = logging.getLogger(__name__)


class OtherSites:
    """The states in an output but that of `site`, each opened when it is first asked."""

    def __init__(self, output: Path, site: str) -> None:
        self._folder = state_folder(output)
        self._own = database_path(output, site).name
        self._open: dict[str, sqlite3.Connection | None] = {}
        self._changed: int | None = None
        self._others: list[Path] = []

    def find(
        self, text: IndexedText, content_hash: str, known: Callable[[], Known | None]
    ) -> Duplicate | None:
        """Return the earliest article of other sites, by date and id, that a text repeats.

        `known` returns its own article where it is stored, and is asked if there are other sites:
        what came later does not count. A state that cannot be read has no articles, which is
        logged.
        """
        states = [(path, state) for path in self._paths() if (state := self._connection(path))]
        if not states:
            return None
        stored, found = known(), list[Duplicate]()
        stored_at = stored.first_stored if stored else None
        for path, connection in states:
            try:
                found += matches(connection, text, content_hash, before=stored_at)
            except sqlite3.Error as error:
                self._give_up(path, error)
        return earliest(found)

    def close(self) -> None:
        """Close what was opened."""
        for connection in filter(None, self._open.values()):
            connection.close()
        self._open.clear()

    def _paths(self) -> list[Path]:
        """The states of other sites that there are now; asked for each article, and mostly none."""
        with suppress(FileNotFoundError):
            # Each new name changes it; that of a state comes long before its first texts.
            changed = self._folder.stat().st_mtime_ns
            if changed != self._changed:
                others = sorted({*self._folder.glob("*.sqlite3")} - {self._folder / self._own})
                self._changed, self._others = changed, others
            return self._others
        return []

    def _connection(self, path: Path) -> sqlite3.Connection | None:
        if path.name not in self._open:
            try:
                self._open[path.name] = _readable(path)
            except sqlite3.Error as error:
                self._give_up(path, error)
        return self._open.get(path.name)

    def _give_up(self, path: Path, error: sqlite3.Error) -> None:
        connection = self._open.get(path.name)
        if connection is not None:
            connection.close()
        self._open[path.name] = None
        logger.warning("Texts of %s are not compared: %s", path, error)


def _readable(path: Path) -> sqlite3.Connection:
    """Return a state opened to read; raises `sqlite3.Error` for one of another version."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (texts,) = connection.execute("SELECT max(version) FROM near_version").fetchone()
        if (application, version, texts) != (APPLICATION, VERSION, similarity.VERSION):
            raise sqlite3.DatabaseError("a state of another version")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
