"""When the stored articles were published: by section, by day, the newest of a section."""

from collections.abc import Iterator
from datetime import datetime

from newsspider.store.files.times import wib_day
from newsspider.store.state.database import State


class PublicationTimes:
    """The times of publication that a state knows."""

    def __init__(self, state: State) -> None:
        self._state = state

    def by_section(self) -> list[tuple[str, int, str]]:
        """Return each section, how many articles it has, when its newest was published."""
        query = (
            "SELECT section, count(*), max(date_published) FROM articles"
            " GROUP BY section ORDER BY section"
        )
        return [(row[0], row[1], row[2]) for row in self._state.rows(query)]

    def by_day_and_section(self, since: str, until: str) -> Iterator[tuple[str, str, int]]:
        """Yield day (in Jakarta), section and how many articles were published then, by day and
        section; both ends are included."""
        self._state.connection.create_function("wib_day", 1, wib_day, deterministic=True)
        query = (
            "SELECT wib_day(date_published) AS day, section, count(*) FROM articles"
            " WHERE day BETWEEN ? AND ? GROUP BY day, section ORDER BY day, section"
        )
        for day, section, number in self._state.rows(query, (since, until)):
            yield str(day), str(section), int(number)

    def count_since(self, section: str, since: datetime, most: int) -> int:
        """Count the articles of a section published since a moment, up to `most`."""
        query = (
            "SELECT count(*) FROM (SELECT 1 FROM articles WHERE date_published >= ?"
            " AND section = ? LIMIT ?)"
        )
        row = self._state.row(query, (since.isoformat(), section, most))
        return int(row[0]) if row else 0

    def newest_of(self, section: str, since: datetime) -> str | None:
        """Return when the newest article of a section was published, if since a moment."""
        query = (
            "SELECT date_published FROM articles WHERE date_published >= ? AND section = ?"
            " ORDER BY date_published DESC LIMIT 1"
        )
        row = self._state.row(query, (since.isoformat(), section))
        return str(row[0]) if row else None

    def last_published(self, section: str, count: int) -> list[str]:
        """Return when the newest articles of a section were published, newest first."""
        query = (
            "SELECT date_published FROM articles WHERE section = ?"
            " ORDER BY date_published DESC LIMIT ?"
        )
        return [str(row[0]) for row in self._state.rows(query, (section, count))]
