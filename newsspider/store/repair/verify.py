"""Whether the output is what was promised: every line, every article once, state and files alike.

It only reads, and may run beside a crawl: what the state does not promise yet is left out then.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsspider.errors import OutputFailed, Refusal
from newsspider.store.files.day_files import DayFile, day_files, day_path, split_lines
from newsspider.store.files.events import events_path
from newsspider.store.files.jsonl import BadRecord, from_line
from newsspider.store.files.lock import held
from newsspider.store.files.state_files import database_path, lock_path
from newsspider.store.repair.findings import Finding, Report
from newsspider.store.repair.promised_events import check_events
from newsspider.store.repair.promised_lines import Alignment, promised_lines
from newsspider.store.state.database import State


@dataclass(frozen=True, slots=True)
class _Promise:
    committed: int
    lines: int


class _Verification:
    def __init__(self, output: Path, site: str, state: State | None) -> None:
        self.report = Report()
        self._output = output
        self._site = site
        self._state = state
        self._running = held(lock_path(output, site))
        self._entered: dict[tuple[str, int], tuple[str, int]] = {}
        self._promises: dict[str, _Promise] = {}
        if state is not None:
            query = "SELECT day, committed, lines FROM output"
            self._promises = {day: _Promise(*row) for day, *row in state.rows(query)}

    def run(self, elsewhere: Iterable[Path]) -> Report:
        found = {file.day: file for file in day_files(self._output, self._site)}
        for folder in elsewhere:
            found = {file.day: file for file in day_files(folder, self._site)} | found
        for _, file in sorted(found.items()):
            self._file(file)
        for day, promise in sorted(self._promises.items()):
            if day not in found and promise.committed:
                self._missing(day, promise)
        if self._state is not None:
            path = events_path(self._output, self._site)
            check_events(path, self._state, self.report, running=self._running)
            self._unsealed(self._state)
        return self.report

    def _unsealed(self, state: State) -> None:
        """Say how much less is known of the lines that version 2 stored."""
        (number,) = state.row("SELECT count(*) FROM lines WHERE digest IS NULL") or (0,)
        if number:
            what = (
                f"{number:,} lines have no digest, as an earlier version stored them: a change of"
                " equal length is seen in what the article states, not in its side lists;"
                " `scrapy rebuild` gives each a digest of what stands there now"
            )
            self.report.notes.append(Finding(state.path, None, what))

    def _missing(self, day: str, promise: _Promise) -> None:
        path = day_path(self._output, self._site, day)
        self._wrong(
            path,
            None,
            f"not here, plain or compressed: the state knows {promise.lines:,} lines in"
            f" {promise.committed:,} bytes of it; give the folder it was moved to, or restore it",
        )

    def _file(self, file: DayFile) -> None:
        self.report.files += 1
        try:
            data = file.read()
        except OutputFailed as refusal:
            self._wrong(file.path, None, str(refusal))
            return
        if self._state is None:
            for line in split_lines(data):
                self._alone(file, *line)
            return
        promise = self._promises.get(file.day, _Promise(0, 0))
        before = len(self.report.findings)
        promised = promised_lines(self._state, file.day)
        alignment = Alignment(promised)
        end = self._beside_state(file, data, promise, alignment)
        size = f"{len(data):,} bytes; state says {promise.committed:,}"
        if left := alignment.left():
            lost = f"{len(left):,} lines are missing from offset {left[0].offset:,} on"
            self._wrong(file.path, None, f"{size}: {lost}")
        elif len(self.report.findings) > before:
            pass  # the cause is told, and all that follows from it
        elif end < promise.committed:
            self._wrong(file.path, None, size)
        elif len(promised) != promise.lines:
            known = f"state says {promise.lines:,} lines, and knows {len(promised):,} of them"
            self._wrong(file.path, None, f"{known}; run `scrapy rebuild`")
        if end < len(data):
            self._beyond(file, data, end)

    def _beside_state(
        self, file: DayFile, data: bytes, promise: _Promise, alignment: Alignment
    ) -> int:
        """Check what is promised of a file; return the offset at which that ends."""
        for offset, text, ended in split_lines(data):
            if offset >= promise.committed + alignment.shift and not alignment.left():
                return offset
            self.report.lines += 1
            try:
                record = self._record(text, ended)
            except BadRecord as problem:
                self._wrong(file.path, offset, str(problem))
                alignment.spoilt(offset, len(text) + ended)
                continue
            key = (record["id"], record["revision"])
            if alignment.knows(key):
                for what in alignment.arrived(key, offset, text, record):
                    self._wrong(file.path, offset, what)
            else:
                self._wrong(file.path, offset, self._foreign(key))
                alignment.intruder(len(text) + 1)
        return len(data)

    def _foreign(self, key: tuple[str, int]) -> str:
        assert self._state is not None
        query = (
            "SELECT day, offset FROM articles JOIN lines USING (n)"
            " WHERE id = ? AND lines.revision = ?"
        )
        row = self._state.row(query, key)
        if row is None:
            return f"{key[0]} revision {key[1]} is not in the state"
        name = day_path(self._output, self._site, row[0]).name
        return f"{key[0]} revision {key[1]} stands in {name} at offset {row[1]:,} too"

    def _beyond(self, file: DayFile, data: bytes, end: int) -> None:
        """Look at what stands behind the promised end: of a run that goes on, or was killed."""
        if self._running:
            return
        for offset, text, ended in split_lines(data, end):
            try:
                self._record(text, ended)
            except BadRecord as problem:
                self._wrong(
                    file.path, offset, f"{problem}; not promised, the next run sets it aside"
                )
                return
        what = f"{len(data) - end:,} bytes not promised yet; the next run adopts them"
        self.report.notes.append(Finding(file.path, end, what))

    def _alone(self, file: DayFile, offset: int, text: bytes, ended: bool) -> None:
        """Check a line where there is no state to ask: each revision may stand once."""
        self.report.lines += 1
        try:
            record = self._record(text, ended)
        except BadRecord as problem:
            self._wrong(file.path, offset, str(problem))
            return
        key = (record["id"], record["revision"])
        day, at = self._entered.setdefault(key, (file.day, offset))
        if (day, at) != (file.day, offset):
            name = day_path(self._output, self._site, day).name
            what = f"{key[0]} revision {key[1]} stands in {name} at offset {at:,} too"
            self._wrong(file.path, offset, what)

    @staticmethod
    def _record(text: bytes, ended: bool) -> dict[str, Any]:
        if not ended:
            raise BadRecord("no newline at the end of the file")
        return from_line(text)

    def _wrong(self, path: Path, offset: int | None, what: str) -> None:
        self.report.findings.append(Finding(path, offset, what))


def verify(output: Path, site: str, elsewhere: Iterable[Path] = ()) -> Report:
    """Check everything that is stored of a site; return a report, whatever is wrong.

    `elsewhere` are the folders that finished days were moved to.
    """
    if not output.is_dir():
        return Report(findings=[Finding(output, None, "no such folder")])
    path = database_path(output, site)
    if not path.exists() and not day_files(output, site):
        return Report(findings=[Finding(output, None, f"nothing of {site} is stored here")])
    state = None
    problem = None
    try:
        state = State.read(path)
        problem = next(_damage(state), None)
    except Refusal as refusal:
        problem = str(refusal)
    try:
        verification = _Verification(output, site, None if problem else state)
        if problem:
            verification.report.findings.append(Finding(path, None, problem))
        return verification.run(elsewhere)
    finally:
        if state is not None:
            state.close()


def _damage(state: State) -> Iterator[str]:
    for (line,) in state.rows("PRAGMA quick_check(10)"):
        if line != "ok":
            yield f"state corrupt: {str(line).splitlines()[-1]}; run `scrapy rebuild`"
