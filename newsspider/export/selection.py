"""Which stored articles an export takes: by day, section, words, and what repeats another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from newsspider.store.duplicates.groups import indexed
from newsspider.store.files.times import moment, utc, wib_day
from newsspider.store.state.database import State

Repeats = Literal["keep", "drop-exact", "drop-near"]

_CHOOSE: Final = (
    "INSERT INTO chosen SELECT n FROM articles WHERE (:since IS NULL OR"
    " wib_day(date_published) >= :since) AND (:until IS NULL OR wib_day(date_published) <= :until)"
)
_LATER: Final = (
    "DELETE FROM chosen WHERE n IN (SELECT n FROM (SELECT n, row_number() OVER (PARTITION BY"
    " {group} ORDER BY utc(date_published), id) AS place FROM chosen JOIN articles USING (n)"
    " {join}) WHERE place > 1)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is asked for. Days are those of publication in Jakarta, both ends included."""

    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    query: str | None = None
    duplicates: Repeats = "keep"
    all_revisions: bool = False
    lists: bool = True

    def in_words(self) -> str:
        """Return it as a sentence of the dataset card.

        >>> Selection(since=date(2022, 1, 1), sections=("metro",)).in_words()
        'published from 2022-01-01; sections metro; the newest revision of each article'
        """
        return "; ".join(
            part
            for part in (
                f"published from {self.since}" if self.since else "",
                f"published until {self.until}" if self.until else "",
                f"sections {', '.join(self.sections)}" if self.sections else "",
                f"found by the words {self.query}" if self.query else "",
                "every revision" if self.all_revisions else "the newest revision of each article",
                _REPEATS_IN_WORDS[self.duplicates],
                "" if self.lists else "without the lists of links to other articles",
            )
            if part
        )


_REPEATS_IN_WORDS: Final = {
    "keep": "",
    "drop-exact": "of several with the same text, the earliest",
    "drop-near": "of several with nearly the same text, the earliest",
}


def choose(state: State, selection: Selection, found: Iterable[str] | None = None) -> int:
    """Enter the articles of a state into the temporary table `chosen`; return how many.

    `found` are the ids that a search found, if there was one. Of articles that repeat each other
    the earliest *of those chosen* stays. Raises `StateInvalid` where groups are asked for and the
    state has none.
    """
    connection = state.connection
    connection.create_function("wib_day", 1, wib_day, deterministic=True)
    connection.create_function("utc", 1, lambda text: utc(moment(text)), deterministic=True)
    connection.execute("CREATE TEMP TABLE chosen (n INTEGER PRIMARY KEY)")
    span = {
        "since": selection.since and selection.since.isoformat(),
        "until": selection.until and selection.until.isoformat(),
    }
    connection.execute(_CHOOSE, span)
    if selection.sections:
        _keep(state, "section", selection.sections)
    if found is not None:
        _keep(state, "id", found)
    if selection.duplicates == "drop-exact":
        connection.execute(_LATER.format(group="content_hash", join=""))
    elif selection.duplicates == "drop-near":
        indexed(connection)
        join = "JOIN near_groups ON near_groups.article = n"
        connection.execute(_LATER.format(group="head", join=join))
    row = state.row("SELECT count(*) FROM chosen")
    return int(row[0]) if row else 0


def _keep(state: State, column: str, values: Iterable[str]) -> None:
    """Leave only the articles whose `column` is one of the values."""
    connection = state.connection
    connection.execute(f"CREATE TEMP TABLE kept_{column} (value TEXT PRIMARY KEY)")
    connection.executemany(
        f"INSERT OR IGNORE INTO kept_{column} VALUES (?)", ((value,) for value in values)
    )
    connection.execute(
        f"DELETE FROM chosen WHERE n NOT IN (SELECT n FROM articles JOIN kept_{column}"
        f" ON value = {column})"
    )
