"""The output that crawls of a simulated site would have left, written straight into a store."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from newsspider.items import from_record, to_record
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.files.times import utc
from newsspider.store.store import Store
from simulator import truth
from simulator.newsroom import story
from simulator.sections import BY_SHARE
from simulator.world import WIB, Piece, World

SITE: Final = "sindonews"
RUN_DAYS: Final = 7
"""Days between two runs."""

_UNREAD: Final = 5  # of so many days one has a section whose index was not read
_MISSING: Final = 9  # ... and of so many one has an entry that is missing
_SECTIONS: Final = tuple(dict.fromkeys(BY_SHARE))
_WARNED: Final = {11: "weekday_mismatch", 29: "tz_assumed", 97: "image_conflict"}
_ENDS: Final = (("complete", 0), ("complete", 0), ("incomplete", 75), ("layout changed", 65))


def write_archive(folder: Path, world: World, more: tuple[dict[str, Any], ...] = ()) -> None:
    """Store all articles of a world, as if runs had read its days in the order of time.

    What was edited is stored again, and what went away is noticed, by the run after that. Some
    days lack a section or an article. `more` are records that are stored at the end.
    """
    first = datetime.combine(world.first_day, time(6), WIB)
    store = Store.open(folder, SITE, first, indexes=[Duplicates()], batch=1_000)
    archive = _Archive(store, world)
    for number in range(0, world.days, RUN_DAYS):
        archive.run(number)
    for record in more:
        store.append(record, datetime.fromisoformat(record["fetched_at"]))
    store.close()


def record(world: World, piece: Piece, now: datetime) -> dict[str, Any]:
    """The record of an article as the site shows it at that moment."""
    told = truth.facts(story(world, piece, now), "2025-26") | {
        "fetched_at": utc(now),
        "warnings": [code for every, code in _WARNED.items() if piece.index % every == 0],
    }
    return to_record(from_record(told))  # every key, in its order


@dataclass(slots=True)
class _Archive:
    store: Store
    world: World
    waiting: list[Piece] = field(default_factory=list)
    """Stored articles that will be edited or go away."""

    def run(self, number: int) -> None:
        """Read the days from the `number`-th to the next run, and look at older ones again."""
        days = range(number, min(number + RUN_DAYS, self.world.days))
        day = self.world.first_day + timedelta(days=days[-1] + 1)
        now = datetime.combine(day, time(6), WIB)
        name = f"{day:%Y%m%d}T230000Z-1"
        self.store.runs.begin(name, now)
        stored = sum(self._read(each, now) for each in days)
        self.waiting = list(self._look_again(now))
        verdict = _ENDS[number // RUN_DAYS % len(_ENDS)]
        self.store.runs.end(name, now + timedelta(hours=2), *verdict, _facts(stored))

    def _read(self, number: int, now: datetime) -> int:
        day = self.world.first_day + timedelta(days=number)
        found = self.world.day(day)
        for piece in found:
            self.store.append(record(self.world, piece, now), now)
        self.waiting += [piece for piece in found if piece.edited or piece.gone]
        self._enter(day.isoformat(), found, number, now)
        return len(found)

    def _enter(self, day: str, found: tuple[Piece, ...], number: int, now: datetime) -> None:
        ledger = self.store.days
        for place, section in enumerate(_SECTIONS):
            pieces = [piece for piece in found if piece.section == section]
            urls = [f"https://{section}.sindonews.com/read/{piece.number}" for piece in pieces]
            ledger.listed(day, section, urls)
            ledger.skipped(day, section, {"video": 2, "photo": 1}, afresh=True)
            for url in urls[place == 0 and number % _MISSING == 0 :]:
                ledger.settle(day, section, url, "stored")
            if place or number % _UNREAD:
                ledger.close(day, section, now)

    def _look_again(self, now: datetime) -> Iterator[Piece]:
        """Store what was edited by now, note what is gone; yield what is to come."""
        for piece in self.waiting:
            if piece.gone and piece.gone <= now:
                told = story(self.world, piece, piece.published)
                self.store.taken_down(truth.identity(told), now, piece.departure)
            elif piece.changed(now):
                self.store.append(record(self.world, piece, now), now)
            else:
                yield piece


def _facts(stored: int) -> dict[str, Any]:
    requests = 2 * stored + 30
    return {
        "article/stored": stored,
        "downloader/request_count": requests,
        "downloader/response_bytes": requests * 41_000,
        "downloader/response_status_count/200": requests - 12,
        "downloader/response_status_count/404": 9,
        "downloader/response_status_count/503": 3,
        "elapsed_time_seconds": float(requests),
        "retry/count": 3,
    }
