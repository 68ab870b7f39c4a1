"""Sends what the local output has more than the newest commit, as the next one."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

from newsspider.errors import OutputUnwritable, from_os
from newsspider.shared.commit import Commit, FilePart, size_of
from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.local_copy import Base, LocalCopy
from newsspider.shared.parts import read_range, send
from newsspider.store.files.day_files import day_files
from newsspider.store.files.events import events_path
from newsspider.store.files.state_files import beside_state
from newsspider.store.files.times import utc
from newsspider.store.snapshot import snapshot

RUNS: Final = 20
"""Manifests that travel: those that `scrapy status` tells of."""


def push(chain: CommitChain, copy: LocalCopy, base: Commit, now: datetime) -> Commit:
    """Make the next commit on `base` and return it; the local output stands on it then.

    It may run beside a crawl: the snapshot of the state says how much of each file is promised.
    Raises `LeaseLost` where another machine has gone on, `SharedAway`, and the refusals of reading.
    """
    with _work_folder(copy) as work:
        sending = _Sending(chain, copy, base, work)
        commit = sending.commit(utc(now))
        stand = copy.base() or Base.on(base)
        copy.stand_on(msgspec.structs.replace(stand, pending=commit.content))
        made = chain.append(commit)
        copy.stand_on(Base.on(made))
    if made.content != commit.content:  # an earlier one, whose answer never came
        return push(chain, copy, made, now)
    return made


class _Sending:
    def __init__(self, chain: CommitChain, copy: LocalCopy, base: Commit, work: Path) -> None:
        self.chain = chain
        self.copy = copy
        self.base = base
        self.work = work
        self.number = base.number + 1
        stands_on = copy.base()
        self.is_rewritten = stands_on is not None and stands_on.rewritten
        self.files = {file.day: file.path for file in day_files(copy.output, copy.site)}

    def commit(self, at: str) -> Commit:
        """Send what is new and return the commit that names it."""
        taken = self.work / "state.sqlite3"
        promised = snapshot(self.copy.state, taken)
        days = {
            day: self._parts(self.base.days.get(day, ()), self.files.get(day), day, size)
            for day, size in sorted(promised.days.items())
        }
        events = events_path(self.copy.output, self.copy.site)
        return msgspec.structs.replace(
            self.base,
            number=self.number,
            writer=self.chain.writer,
            at=at,
            fencing=False,
            days=days,
            events=self._parts(self.base.events, events, "events", promised.events),
            state=self._send("state", taken, 0, taken.stat().st_size),
            runs=self._runs(),
        )

    def _parts(
        self, parts: tuple[FilePart, ...], path: Path | None, label: str, size: int
    ) -> tuple[FilePart, ...]:
        """Return the parts of a file, a new one among them where it grew.

        It takes in the last ones that are no bigger: so a file has few parts, and each byte is sent
        a few times in all.
        """
        if self.is_rewritten or size_of(parts) > size:
            parts = ()
        if size_of(parts) == size:
            return parts
        kept = list(parts)
        start = size_of(parts)
        while kept and kept[-1].size <= size - start:
            start = kept.pop().start
        if path is None:
            raise OutputUnwritable(
                f"output changed: the file of {label} is not in {self.copy.output}, and no commit"
                " has all of it; restore it, so that it can be shared"
            )
        return (*kept, self._send(label, path, start, size))

    def _send(self, label: str, path: Path, start: int, end: int) -> FilePart:
        name = self.chain.part_name(self.number, label)
        chunks = read_range(path, start, end)
        part = send(self.chain.store, name, chunks, start, self.work / "part.zst")
        if part.end != end:
            raise OutputUnwritable(
                f"output changed: {path} has {part.end:,} bytes, state says {end:,}; restore it or"
                " run `scrapy rebuild`"
            )
        return part

    def _runs(self) -> FilePart | None:
        found = {}
        for path in sorted((self.copy.output / "runs").glob("*.json"), reverse=True):
            facts = _manifest(path)
            if facts.get("site") == self.copy.site:
                found[path.stem] = facts
            if len(found) == RUNS:
                break
        if not found:
            return None
        data = json.dumps(found).encode()
        name = self.chain.part_name(self.number, "runs")
        return send(self.chain.store, name, [data], 0, self.work / "part.zst")


def _manifest(path: Path) -> dict[str, object]:
    try:
        facts = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}  # pruned meanwhile, or not ours to judge
    return facts if isinstance(facts, dict) else {}


@contextmanager
def _work_folder(copy: LocalCopy) -> Iterator[Path]:
    folder = beside_state(copy.output, copy.site, "push")
    try:
        shutil.rmtree(folder, ignore_errors=True)  # of a run that was killed
        folder.mkdir(parents=True)
        yield folder
    except OSError as error:
        raise from_os(error, f"making ready what is sent, in {folder}") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
