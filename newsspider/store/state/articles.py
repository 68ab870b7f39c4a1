"""What is known of each article: enough to skip, compare and find it, without opening a file."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from newsspider.store.files.line_digest import digest
from newsspider.store.files.times import moment, utc
from newsspider.store.state.database import State
from newsspider.store.state.fingerprint import changed_fields, fingerprint

_KNOWN: Final = (
    "SELECT n, id, url, section, date_published, content_hash, stated, revision,"
    " first_stored, last_seen, missing_since, missing_reason FROM articles"
)
_BY_ID: Final = f"{_KNOWN} WHERE id = ?"


class Known(NamedTuple):
    """An article that is stored. `n` counts articles in the order of storing; times are UTC."""

    n: int
    id: str
    url: str
    section: str
    date_published: str
    content_hash: str
    stated: bytes
    revision: int
    first_stored: str
    last_seen: str
    missing_since: str | None
    missing_reason: str | None

    def changed(self, record: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the stated fields that differ from `record`'s; see `changed_fields`."""
        return changed_fields(self.stated, record)


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line stands: bytes `offset` to `offset + length` of the day's file."""

    day: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One stored line of an article."""

    id: str
    revision: int
    place: LinePlace
    headline: str
    fetched_at: str


@dataclass(frozen=True, slots=True)
class ChangedHeadline:
    """A headline that a revision changed, fetched at that time (UTC)."""

    id: str
    url: str
    section: str
    fetched_at: str
    before: str
    after: str


class Articles:
    """The articles of a state."""

    def __init__(self, state: State) -> None:
        self._state = state

    def known(self, article_id: str) -> Known | None:
        """Return the article with this id, lines not flushed yet included."""
        row = self._state.row(_BY_ID, (article_id,))
        return Known(*row) if row else None

    def stored_among(self, article_ids: Collection[str]) -> set[str]:
        """Return which of these articles are stored, lines not flushed yet included."""
        return self._state.ids_among("articles", article_ids)

    def missing_among(self, article_ids: Collection[str]) -> dict[str, bool]:
        """Return, for those of these articles that are stored, whether the site misses them."""
        query = "SELECT id, missing_since FROM articles WHERE id IN"
        rows = self._state.rows_among(query, article_ids)
        return {identity: since is not None for identity, since in rows}

    def holds(self, article_id: str, revision: int) -> bool:
        """Return whether this revision of an article is stored, or a later one."""
        known = self.known(article_id)
        return known is not None and known.revision >= revision

    def count(self) -> int:
        """Count the articles that are stored (a scan: for reports)."""
        row = self._state.row("SELECT count(*) FROM articles")
        return int(row[0]) if row else 0

    def add(self, record: Mapping[str, Any], place: LinePlace, line: bytes) -> int:
        """Enter a line as the newest of its article; return the article's `n`.

        Times come from the record, so that a rebuilt state says the same.
        """
        fetched_at = utc(moment(record["fetched_at"]))
        self._state.begin()
        row = self._state.row(
            "INSERT INTO articles (id, url, section, date_published, content_hash, stated,"
            " revision, first_stored, last_seen) VALUES (?,?,?,?,?,?,?,?,?)"
            " ON CONFLICT (id) DO UPDATE SET url=excluded.url, section=excluded.section,"
            " date_published=excluded.date_published, content_hash=excluded.content_hash,"
            " stated=excluded.stated, revision=excluded.revision, last_seen=excluded.last_seen,"
            " missing_since=NULL, missing_reason=NULL RETURNING n",
            (
                record["id"],
                record["url"],
                record["section"],
                record["date_published"],
                record["content_hash"],
                fingerprint(record),
                record["revision"],
                fetched_at,
                fetched_at,
            ),
        )
        assert row is not None
        n = int(row[0])
        self._state.write(
            "INSERT INTO lines VALUES (?,?,?,?,?,?,?,?)",
            (
                n,
                record["revision"],
                place.day,
                place.offset,
                place.length,
                record["headline"],
                fetched_at,
                digest(line),
            ),
        )
        return n

    def seen(self, article_id: str, now: datetime) -> None:
        """Note that the site still has the article, which ends a time of being missing."""
        self._state.write(
            "UPDATE articles SET last_seen = ?, missing_since = NULL, missing_reason = NULL"
            " WHERE id = ?",
            (utc(now), article_id),
        )

    def missing(self, article_id: str, now: datetime, reason: str) -> None:
        """Note that the site no longer has the article; the first time and reason stay."""
        self._state.write(
            "UPDATE articles SET missing_since = ?, missing_reason = ?"
            " WHERE id = ? AND missing_since IS NULL",
            (utc(now), reason, article_id),
        )

    def gone(self) -> Iterator[Known]:
        """Yield the stored articles that are missing, by the time it was first noticed."""
        query = f"{_KNOWN} WHERE missing_since IS NOT NULL ORDER BY missing_since, n"
        for row in self._state.rows(query):
            yield Known(*row)

    def published_since(self, since: datetime) -> Iterator[Known]:
        """Yield articles published since a moment, gone ones too, by the order of storing."""
        # Offsets differ by at most a few hours, so text comparison one day early misses none.
        early = (since - timedelta(days=1)).isoformat()
        # The numbers first: articles may be added while these are being looked at.
        numbers = self._state.rows("SELECT n FROM articles WHERE date_published >= ?", (early,))
        for number in sorted(number for (number,) in numbers):
            row = self._state.row(f"{_KNOWN} WHERE n = ?", (number,))
            if row and moment(row[4]) >= since:
                yield Known(*row)

    def changed_headlines(self) -> Iterator[ChangedHeadline]:
        """Yield the headlines that a revision changed, the newest change first."""
        query = (
            "SELECT id, url, section, later.fetched_at, earlier.headline, later.headline"
            " FROM lines later JOIN lines earlier"
            " ON earlier.n = later.n AND earlier.revision = later.revision - 1"
            " JOIN articles ON articles.n = later.n"
            " WHERE later.revision > 1 AND later.headline != earlier.headline"
            " ORDER BY later.fetched_at DESC, later.n"
        )
        for row in self._state.rows(query):
            yield ChangedHeadline(*row)

    def headline(self, n: int) -> str | None:
        """Return the newest headline of the article that was stored as the `n`-th."""
        query = "SELECT headline FROM lines WHERE n = ? ORDER BY revision DESC LIMIT 1"
        row = self._state.row(query, (n,))
        return str(row[0]) if row else None

    def numbered(self, number: str) -> list[str]:
        """Return the ids that end in a number: one site may have counted from 1 more than once."""
        query = "SELECT id FROM articles WHERE id LIKE ? ORDER BY n"
        return [str(row[0]) for row in self._state.rows(query, (f"%:{number}",))]

    def history(self, article_id: str) -> list[Revision]:
        """Return every stored line of an article, oldest first."""
        return list(self._revisions("WHERE articles.id = ? ORDER BY lines.revision", (article_id,)))

    def revised(self, since: datetime) -> Iterator[Revision]:
        """Yield lines of revision 2 and above fetched since a moment, oldest first."""
        return self._revisions(
            "WHERE lines.revision > 1 AND lines.fetched_at >= ? ORDER BY lines.fetched_at, lines.n",
            (utc(since),),
        )

    def _revisions(self, clause: str, values: tuple[Any, ...]) -> Iterator[Revision]:
        query = (
            "SELECT articles.id, lines.revision, day, offset, length, headline, fetched_at"
            " FROM lines JOIN articles USING (n) "
        )
        for row in self._state.rows(query + clause, values):
            yield Revision(row[0], row[1], LinePlace(*row[2:5]), row[5], row[6])
