"""The runs so far: when, how they ended, and what they counted."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from newsspider.store.files.times import moment, utc
from newsspider.store.state.database import State

KEPT_ANYHOW: Final = 1000
"""Runs that are never forgotten: what later ones are compared with, and how far each one read."""

KILLED: Final = "killed"
"""The verdict on a run that ended without a word: it has no exit code."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run as the state remembers it; `facts` is what later runs compare themselves with."""

    id: str
    started: datetime
    ended: datetime | None
    verdict: str | None
    exit_code: int | None
    facts: dict[str, Any]

    @property
    def is_whole(self) -> bool:
        """Whether the run got to its end, though an article or a list may have been missing."""
        return self.exit_code == 0 or self.verdict == "incomplete"


class Runs:
    """The runs so far: the baseline of the health checks and the list of `scrapy status`."""

    def __init__(self, state: State) -> None:
        self._state = state

    def begin(self, run: str, now: datetime) -> None:
        """Enter a run that has started."""
        self._state.write("INSERT OR REPLACE INTO runs (id, started) VALUES (?,?)", (run, utc(now)))

    def end(
        self, run: str, now: datetime, verdict: str, exit_code: int, facts: dict[str, Any]
    ) -> None:
        """Enter how a run ended."""
        self._state.write(
            "UPDATE runs SET ended=?, verdict=?, exit_code=?, facts=? WHERE id=?",
            (utc(now), verdict, exit_code, json.dumps(facts, allow_nan=False), run),
        )

    def prune(self, before: datetime) -> int:
        """Forget runs that began earlier, but for the newest ones; return how many."""
        return self._state.write(
            "DELETE FROM runs WHERE started < ? AND id NOT IN"
            " (SELECT id FROM runs ORDER BY started DESC, id DESC LIMIT ?)",
            (utc(before), KEPT_ANYHOW),
        )

    def note_killed(self) -> int:
        """Enter, under the lock, that every run without a verdict was killed; return how many."""
        return self._state.write("UPDATE runs SET verdict = ? WHERE verdict IS NULL", (KILLED,))

    def complete(self) -> Iterator[dict[str, Any]]:
        """Yield what the runs that got to their end say of themselves, newest first."""
        whole = "exit_code = 0 OR verdict = 'incomplete'"
        query = f"SELECT facts FROM runs WHERE {whole} ORDER BY started DESC, id DESC"
        for (facts,) in self._state.rows(query):
            yield json.loads(facts)

    def last(self, count: int) -> list[Run]:
        """Return the newest runs, newest first."""
        query = "SELECT * FROM runs ORDER BY started DESC, id DESC LIMIT ?"
        return [
            Run(
                row[0],
                moment(row[1]),
                moment(row[2]) if row[2] else None,
                row[3],
                row[4],
                json.loads(row[5]),
            )
            for row in self._state.rows(query, (count,))
        ]
