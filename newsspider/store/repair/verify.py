"""Whether the output is what was promised: every line, every article once, state and files alike.

It only reads, and may run beside a crawl: what the state does not promise yet is left out then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from newsspider.errors import OutputFailed, Refusal
from newsspider.store.files.day_files import DayFile, day_files, day_path, split_lines
from newsspider.store.files.jsonl import BadRecord, from_line
from newsspider.store.files.lock import held
from newsspider.store.state.database import State


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, and where: `offset` counts bytes of the decompressed file."""

    path: Path
    offset: int | None
    what: str

    def __str__(self) -> str:
        place = "" if self.offset is None else f": offset {self.offset:,}"
        # What stands in a broken line may be anything, terminal escapes too.
        return f"{self.path}{place}: {repr(self.what)[1:-1]}"


@dataclass(slots=True)
class Report:
    """The outcome of `verify`. `notes` are no faults: the next run settles them."""

    files: int = 0
    lines: int = 0
    findings: list[Finding] = field(default_factory=list)
    notes: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Promise:
    committed: int
    lines: int
    closed: bool


_NONE = _Promise(0, 0, closed=False)


class _Verification:
    def __init__(self, output: Path, site: str, state: State | None) -> None:
        self.report = Report()
        self._output = output
        self._site = site
        self._state = state
        self._running = held(output / "state" / f"{site}.lock")
        self._entered: dict[tuple[str, int], tuple[str, int]] = {}
        self._promises: dict[str, _Promise] = {}
        if state is not None:
            query = "SELECT day, committed, lines, closed FROM output"
            self._promises = {
                day: _Promise(committed, lines, bool(closed))
                for day, committed, lines, closed in state.rows(query)
            }

    def run(self) -> Report:
        found = day_files(self._output, self._site)
        for file in found:
            self._file(file)
        days = {file.day for file in found}
        for day, promise in self._promises.items():
            if day not in days and promise.committed and not promise.closed:
                path = day_path(self._output, self._site, day)
                self._wrong(path, None, f"missing; state says {promise.committed:,} bytes")
        return self.report

    def _file(self, file: DayFile) -> None:
        self.report.files += 1
        try:
            data = file.read()
        except OutputFailed as refusal:
            self._wrong(file.path, None, str(refusal))
            return
        end = len(data)
        promise = self._promises.get(file.day, _NONE) if self._state else None
        if promise is not None:
            if end < promise.committed:
                what = f"only {end:,} bytes; state says {promise.committed:,}"
                self._wrong(file.path, None, what)
            elif end > promise.committed:
                self._beyond(file, data, promise)
                end = promise.committed
        good = sum(self._line(file, *line) for line in split_lines(data[:end]))
        if promise is not None and end == promise.committed and good != promise.lines:
            self._wrong(file.path, None, f"{good:,} good lines; state says {promise.lines:,}")

    def _beyond(self, file: DayFile, data: bytes, promise: _Promise) -> None:
        """What stands behind the promised end: of a run that goes on, or that was killed."""
        if self._running:
            return
        size = len(data) - promise.committed
        for offset, text, ended in split_lines(data, promise.committed):
            try:
                from_line(text)
            except BadRecord as problem:
                self._wrong(
                    file.path, offset, f"{problem}; not promised, the next run sets it aside"
                )
                return
            if not ended:
                self._wrong(file.path, offset, "no newline; the next run sets it aside")
                return
        what = f"{size:,} bytes not promised yet; the next run adopts them"
        self.report.notes.append(Finding(file.path, promise.committed, what))

    def _line(self, file: DayFile, offset: int, text: bytes, ended: bool) -> int:
        self.report.lines += 1
        try:
            if not ended:
                raise BadRecord("no newline at the end of the file")
            record = from_line(text)
        except BadRecord as problem:
            self._wrong(file.path, offset, str(problem))
            return 0
        key = (record["id"], record["revision"])
        other = self._place_of(key, (file.day, offset))
        if other is None:
            self._wrong(file.path, offset, f"{key[0]} revision {key[1]} is not in the state")
        elif other != (file.day, offset):
            name = day_path(self._output, self._site, other[0]).name
            what = f"{key[0]} revision {key[1]} stands in {name} at offset {other[1]:,} too"
            self._wrong(file.path, offset, what)
            return 0
        return 1

    def _place_of(self, key: tuple[str, int], here: tuple[str, int]) -> tuple[str, int] | None:
        """Where a revision should stand: as the state says or, without it, where it came first."""
        if self._state is None:
            return self._entered.setdefault(key, here)
        query = (
            "SELECT day, offset FROM articles JOIN lines USING (n)"
            " WHERE id = ? AND lines.revision = ?"
        )
        row = self._state.row(query, key)
        return (row[0], row[1]) if row else None

    def _wrong(self, path: Path, offset: int | None, what: str) -> None:
        self.report.findings.append(Finding(path, offset, what))


def verify(output: Path, site: str) -> Report:
    """Check everything that is stored of a site; a report, whatever is wrong."""
    if not output.is_dir():
        return Report(findings=[Finding(output, None, "no such folder")])
    path = output / "state" / f"{site}.sqlite3"
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
        return verification.run()
    finally:
        if state is not None:
            state.close()


def _damage(state: State) -> Iterator[str]:
    for (line,) in state.rows("PRAGMA quick_check(10)"):
        if line != "ok":
            yield f"state corrupt: {str(line).splitlines()[-1]}; run `scrapy rebuild`"
