"""The rows of an export, streamed from the stored lines of one site."""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, Self

from newsspider.errors import from_os
from newsspider.export.selection import Selection, choose
from newsspider.store.files.day_files import DayFile, day_files
from newsspider.store.files.times import moment, wib_day
from newsspider.store.state.database import State
from newsspider.store.stored_lines import StoredLine, read_lines

Row = dict[str, Any]
"""A record with the columns that `ExportedArticle` adds; moments and days are ISO 8601 text."""

_ARTICLES: Final = "FROM chosen JOIN articles USING (n)"
_REVISIONS: Final = (
    "SELECT id, lines.revision, lines.fetched_at, headline FROM chosen JOIN articles USING (n)"
    " JOIN lines USING (n) ORDER BY n, lines.revision"
)


@dataclass(frozen=True, slots=True)
class _RowLine(StoredLine):
    missing_since: str | None
    missing_reason: str | None
    group: str | None


class StoredRows:
    """The chosen lines of a site, as its state promised them when this was made.

    Lines of days whose file is not here are left out, and counted in `missing`, by day.
    """

    def __init__(
        self, state: State, site: str, files: dict[str, DayFile], selection: Selection
    ) -> None:
        self.site = site
        self.state = state
        self.missing: Counter[str] = Counter()
        self._files = files
        self._newest_only = not selection.all_revisions

    @classmethod
    def open(
        cls,
        state: State,
        output: Path,
        site: str,
        selection: Selection,
        *,
        found: Iterable[str] | None = None,
        elsewhere: Path | None = None,
    ) -> Self:
        """Choose the lines of a site, whose files may partly lie in the folder `elsewhere`.

        A crawl may go on meanwhile: what it stores later is left out. Raises a `Refusal` for a
        state or a folder that cannot be read.
        """
        state.connection.execute("BEGIN")  # one moment for everything that is read
        choose(state, selection, found)
        try:
            files = [*(day_files(elsewhere, site) if elsewhere else ()), *day_files(output, site)]
        except OSError as error:
            raise from_os(error, f"reading the folder of {site}") from error
        return cls(state, site, {file.day: file for file in files}, selection)

    def count(self) -> int:
        """Count the lines that are chosen."""
        (row,) = self.state.rows(f"SELECT count(*) {self._chosen()}")
        return int(row[0])

    def revisions(self) -> Iterator[tuple[str, int, str, str]]:
        """Yield id, revision, time of fetching (UTC) and headline of all lines of the chosen
        articles, whether their text is exported or not."""
        for row in self.state.rows(_REVISIONS):
            yield row[0], row[1], row[2], row[3]

    def ids(self) -> frozenset[str]:
        """Return the ids of the chosen articles."""
        return frozenset(row[0] for row in self.state.rows(f"SELECT id {_ARTICLES}"))

    def delays(self) -> Iterator[timedelta]:
        """Yield of each chosen article how long after its publication it was first stored."""
        for published, stored in self.state.rows(
            f"SELECT date_published, first_stored {_ARTICLES}"
        ):
            yield moment(stored) - moment(published)

    def __iter__(self) -> Generator[Row]:
        """Yield the rows, in the order of storing. Raises `OutputFailed` for a line that is not
        what was stored."""
        query = (
            "SELECT day, offset, length, articles.id, lines.revision, digest,"
            " articles.missing_since, articles.missing_reason, head"
            f" {self._chosen()} ORDER BY day, offset"
        )
        with closing(self.state.rows(query)) as found:  # before the state is
            lines = (_RowLine(*row) for row in found)
            for line, record in read_lines(self._files, lines, self.missing):
                yield _row(line, record)

    def _chosen(self) -> str:
        """Return the clause that joins the chosen lines with what is known of their articles."""
        grouped = "SELECT NULL AS article, NULL AS head"
        if self.state.row("SELECT 1 FROM sqlite_master WHERE name = 'near_groups'"):
            joined = "near_groups JOIN articles ON n = near_groups.head"
            grouped = f"SELECT article, id AS head FROM {joined}"
        newest = " AND lines.revision = articles.revision" if self._newest_only else ""
        return (
            f"FROM chosen JOIN articles USING (n) JOIN lines ON lines.n = articles.n{newest}"
            f" LEFT JOIN ({grouped}) AS grouped ON grouped.article = articles.n"
        )


def _row(line: _RowLine, record: Row) -> Row:
    published = record["date_published"]
    offset = moment(published).utcoffset()
    assert offset is not None
    return record | {
        "day_published": wib_day(published),
        "utc_offset_minutes": int(offset.total_seconds() // 60),
        "duplicate_group": line.group,
        "taken_down_at": line.missing_since,
        "taken_down_reason": line.missing_reason,
    }
