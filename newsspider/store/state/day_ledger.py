"""The ledger of completeness: what each day's index listed, by kanal, and what became of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsspider.store.files.times import day_of, moment, utc
from newsspider.store.state.database import State

EVERY_SECTION: Final = "*"
"""Stands where a section stands for the list that a day has of all sections together."""


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one kanal. `open` counts the listed addresses of which nothing became yet."""

    day: str
    section: str
    listed: int
    outcomes: dict[str, int]
    closed_at: datetime | None

    @property
    def open(self) -> int:
        """Return how many listed addresses have no outcome."""
        return self.listed - sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class OneSided:
    """An address that the list of its section has and that of all sections has not, or else.

    `section` is None where only the list of all sections has it.
    """

    day: str
    section: str | None
    address: str


class Days:
    """Which addresses each day's index listed. An address counts once, however often it is listed.

    Outcomes are the caller's words (`stored`, `gone` …); `skipped:video` is what is no article.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def listed(self, day: str, section: str, addresses: Iterable[str]) -> int:
        """Enter addresses that the index of a day lists; how many of them were not there yet."""
        return self._state.write_many(
            "INSERT OR IGNORE INTO listed (day, kanal, address) VALUES (?,?,?)",
            [(day, section, address) for address in addresses],
        )

    def settle(self, day: str, section: str, address: str, outcome: str) -> None:
        """Say what became of a listed address; the newest word counts."""
        self.settle_all([(day, section, address)], outcome)

    def settle_all(self, listed: Iterable[tuple[str, str, str]], outcome: str) -> None:
        """Say the same of several addresses, each with the day and section that list it."""
        self._state.write_many(
            "INSERT INTO listed VALUES (?,?,?,?) ON CONFLICT (day, kanal, address)"
            " DO UPDATE SET outcome = excluded.outcome",
            [(*place, outcome) for place in listed],
        )

    def resettle(self, day: str, section: str, address: str, outcome: str) -> None:
        """Say what became of an address if the day lists it; it is not entered otherwise."""
        self._state.write(
            "UPDATE listed SET outcome = ? WHERE day = ? AND kanal = ? AND address = ?",
            (outcome, day, section, address),
        )

    def skipped(self, day: str, section: str, kinds: Mapping[str, int], *, afresh: bool) -> None:
        """Add how many links of a page of the index are of other kinds (video, photo …).

        `afresh` forgets what earlier readings of the day counted.
        """
        if afresh:
            self._state.write("DELETE FROM skipped WHERE day = ? AND kanal = ?", (day, section))
        for kind, number in kinds.items():
            self._state.write(
                "INSERT INTO skipped VALUES (?,?,?,?) ON CONFLICT (day, kanal, kind)"
                " DO UPDATE SET number = number + excluded.number",
                (day, section, kind, number),
            )

    def close(self, day: str, section: str, now: datetime) -> None:
        """Note that a day was listed in full after it had ended."""
        self._state.write("INSERT OR REPLACE INTO days VALUES (?,?,?)", (day, section, utc(now)))

    def reopen_later_than(self, now: datetime) -> int:
        """Open for good the days up to now that were closed later than now; return how many.

        A clock that went ahead closed them, and they may have gone on: that is so too once now has
        passed that time. Of later days a clock that is late itself would tell the same.
        """
        return self._state.write(
            "DELETE FROM days WHERE closed_at > ? AND day <= ?", (utc(now), day_of(now))
        )

    def closed(self, day: str, section: str, now: datetime) -> bool:
        """Whether the day is closed: nothing is left to look for.

        One that was closed later than now was so by a clock that went ahead, and may have gone on.
        """
        query = "SELECT 1 FROM days WHERE day = ? AND kanal = ? AND closed_at <= ?"
        return self._state.row(query, (day, section, utc(now))) is not None

    def waiting(self, day: str, section: str) -> list[str]:
        """Return the listed addresses of which nothing became yet."""
        query = "SELECT address FROM listed WHERE day = ? AND kanal = ? AND outcome IS NULL"
        return [address for (address,) in self._state.rows(query, (day, section))]

    def between(self, since: str, until: str) -> Iterator[Day]:
        """Yield every day and section of a time, both ends included, by day and section.

        The lists of all sections together are left out: see `read_in_full` and `one_sided`.
        """
        span = (since, until)
        closed = {
            (day, section): moment(closed_at)
            for day, section, closed_at in self._state.rows(
                "SELECT day, kanal, closed_at FROM days WHERE day BETWEEN ? AND ?", span
            )
        }
        outcomes: dict[tuple[str, str], dict[str | None, int]] = {key: {} for key in closed}
        query = (
            "SELECT day, kanal, outcome, count(*) FROM listed WHERE day BETWEEN ? AND ?"
            " GROUP BY day, kanal, outcome"
        )
        for day, section, outcome, count in self._state.rows(query, span):
            outcomes.setdefault((day, section), {})[outcome] = count
        query = "SELECT day, kanal, kind, number FROM skipped WHERE day BETWEEN ? AND ?"
        for day, section, kind, number in self._state.rows(query, span):
            outcomes.setdefault((day, section), {})[f"skipped:{kind}"] = number
        for (day, section), counts in sorted(outcomes.items()):
            if section == EVERY_SECTION:
                continue
            settled = {outcome: count for outcome, count in counts.items() if outcome is not None}
            yield Day(day, section, sum(counts.values()), settled, closed.get((day, section)))

    def read_in_full(self, since: str, until: str) -> set[str]:
        """Return the days whose list of all sections was read to its end."""
        query = "SELECT day FROM days WHERE kanal = ? AND day BETWEEN ? AND ?"
        return {day for (day,) in self._state.rows(query, (EVERY_SECTION, since, until))}

    def one_sided(self, since: str, until: str) -> Iterator[OneSided]:
        """Yield what one of the two lists of a day leaves out, where that of all was read."""
        query = (
            "SELECT day, max(CASE WHEN kanal != ? THEN kanal END), address FROM listed"
            " WHERE day BETWEEN ? AND ? AND day IN (SELECT day FROM days WHERE kanal = ?)"
            " GROUP BY day, address HAVING min(kanal) != ? OR max(kanal) = ?"
            " ORDER BY day, address"
        )
        every = EVERY_SECTION
        for row in self._state.rows(query, (every, since, until, every, every, every)):
            yield OneSided(*row)
