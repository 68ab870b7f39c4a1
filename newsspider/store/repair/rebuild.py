"""Make the state again from the output: what was stored, where it stands, and the indexes.

What the files cannot tell (failures, validators, takedowns, the ledger of days, articles of files
that were moved away) is taken over from the old state as far as it can be read.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from newsspider.errors import OutputFailed, StateInvalid, from_os
from newsspider.store.event_log import EventLog
from newsspider.store.files import events
from newsspider.store.files.day_files import DayFile, day_files, split_lines
from newsspider.store.files.disk import Disk
from newsspider.store.files.events import EventJournal
from newsspider.store.files.jsonl import BadRecord, from_line
from newsspider.store.files.lock import Lock
from newsspider.store.files.state_files import database_path, lock_path, state_folder
from newsspider.store.files.times import day_of
from newsspider.store.line_index import Index
from newsspider.store.repair.findings import Finding
from newsspider.store.repair.old_state import Past
from newsspider.store.repair.replacement import BACKUP, put_in_place
from newsspider.store.state.articles import Articles, LinePlace
from newsspider.store.state.database import State
from newsspider.store.state.database_file import create_state, remove_database

_AT_ONCE: Final = 20_000  # lines a transaction, so that the log stays small


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild found.

    `old_state` says how the state before was found: `read`, `missing`, or what is wrong with it.
    `carried` counts lines of files that are not here, known from it; `rows`, by table, what else
    was taken over; `unread`, by table, why something was not; `lost` the articles that it had and
    no file has, which the next run asks for.
    """

    files: int = 0
    lines: int = 0
    articles: int = 0
    carried: int = 0
    lost: int = 0
    old_state: str = "missing"
    rows: dict[str, int] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    skipped: list[Finding] = field(default_factory=list)


def rebuild(
    output: Path,
    site: str,
    now: datetime,
    *,
    indexes: Sequence[Index] = (),
    progress: Callable[[str], None] = lambda text: None,
    disk: Disk | None = None,
) -> Rebuilt:
    """Replace the state of a site by one made from its output; the old one stays beside it.

    Until the new one is complete and durable, the old one is in place: killed at any moment, it
    can simply be run again. Raises `Locked` while a crawl runs, and the refusals of writing.
    """
    disk = disk or Disk()
    folder, path = state_folder(output), database_path(output, site)
    _refuse_nothing(output, path, site)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, f"creating {folder}") from error
    lock = Lock(lock_path(output, site), now)
    draft = path.with_name(path.name + ".rebuild")
    try:
        remove_database(draft)
        create_state(draft, disk)
        state = State.open(draft, disk)
        try:
            state.connection.execute("PRAGMA synchronous=OFF")  # a draft: synced at the end
            rebuilt = _Rebuild(state, output, site, indexes, progress).run(path, now)
        finally:
            state.close()
        put_in_place(draft, path, disk)
        remove_database(draft.with_name(draft.name + "-old"))
    finally:
        lock.release()
    return rebuilt


def _refuse_nothing(output: Path, path: Path, site: str) -> None:
    """Raise `StateInvalid` where there is nothing to rebuild from: OUTPUT_DIR is mistyped."""
    is_there = output.is_dir() and (path.exists() or any(output.glob(f"{site}-*.jsonl*")))
    if not is_there:
        raise StateInvalid(f"nothing of {site} is stored in {output}; check OUTPUT_DIR")


class _Rebuild:
    def __init__(
        self,
        state: State,
        output: Path,
        site: str,
        indexes: Sequence[Index],
        progress: Callable[[str], None],
    ) -> None:
        self._state = state
        self._articles = Articles(state)
        self._output = output
        self._site = site
        self._indexes = indexes
        self._progress = progress
        self._result = Rebuilt()

    def run(self, old: Path, now: datetime) -> Rebuilt:
        self._state.begin()
        with self._state.refusals:
            for index in self._indexes:
                index.prepare(self._state.connection)
        self._state.commit()
        files = {file.day: file for file in day_files(self._output, self._site)}
        candidates = (old, old.with_name(old.name + BACKUP))
        past = Past.attach(self._state, candidates, files.keys(), day_of(now))
        self._result.old_state = past.found
        for day in sorted(files.keys() | past.days):
            if day in files:
                self._file(files[day])
            else:
                past.carry_day(day)
        past.carry_rest()
        self._result.lost = past.ask_again(now)
        self._take_events(adopt=not past.is_there)
        if past.is_there:
            with self._state.refusals:
                for index in self._indexes:
                    index.carry(self._state.connection)
        self._state.commit()
        self._result.carried = past.carried
        self._result.rows, self._result.unread = past.rows, past.unread
        self._result.articles = self._articles.count()
        return self._result

    def _take_events(self, *, adopt: bool) -> None:
        """Promise the file of the events as it is; without an old state, enter what it tells."""
        journal = EventJournal(Disk(), self._output, self._site)
        if not journal.path.exists():
            return
        log = EventLog(self._state, journal)
        end = lines = 0
        for offset, text, ended in split_lines(journal.path.read_bytes()):
            try:
                event = events.from_line(text)
            except BadRecord as problem:
                self._result.skipped.append(Finding(journal.path, offset, str(problem)))
                continue
            if ended:
                end, lines = offset + len(text) + 1, lines + 1
                if adopt:
                    log.adopt(event)
        journal.turn_to("", end, lines)
        log.promise()

    def _file(self, file: DayFile) -> None:
        self._progress(f"reading {file.path}")
        try:
            data = file.read()
        except OutputFailed as refusal:
            self._result.skipped.append(Finding(file.path, None, str(refusal)))
            return
        committed = lines = 0
        for offset, text, ended in split_lines(data):
            end = offset + len(text) + 1
            if self._line(file, offset, text, ended):
                committed, lines = end, lines + 1
                if lines % _AT_ONCE == 0:
                    self._state.commit()
        # Spoilt bytes at the very end are no part of what is promised: the next run sets them
        # aside. In the middle they stay, and `verify` names them.
        closed = int(file.compressed)
        if committed:
            self._state.write(
                "INSERT INTO output VALUES (?,?,?,?)", (file.day, committed, lines, closed)
            )
        self._state.commit()
        self._result.files += 1
        self._result.lines += lines

    def _line(self, file: DayFile, offset: int, text: bytes, ended: bool) -> bool:
        try:
            if not ended:
                raise BadRecord("no newline at the end of the file")
            record = from_line(text)
            known = self._articles.known(record["id"])
            if known and known.revision >= record["revision"]:
                raise BadRecord(f"{record['id']} revision {record['revision']} stands before too")
        except BadRecord as problem:
            self._result.skipped.append(Finding(file.path, offset, str(problem)))
            return False
        n = self._articles.add(record, LinePlace(file.day, offset, len(text) + 1), text)
        with self._state.refusals:
            for index in self._indexes:
                index.add(self._state.connection, n, record)
        return True
