"""After a kill: make the file of the events and the state agree again, under the lock.

Whole events behind the promised end are taken over, up to one that tells of a line which was to
follow and never came; the rest is cut off, and what is torn: the state that was to know it never
came to be, and the event is noticed again.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from newsspider.errors import OutputUnwritable, from_os
from newsspider.store.event_log import EventLog
from newsspider.store.files import events
from newsspider.store.files.day_files import day_files, split_lines
from newsspider.store.files.disk import Disk
from newsspider.store.files.jsonl import BadRecord, from_line
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State

_OF_LINES: Final = (events.REVISED, events.ARCHIVED)
"""Events that are written just before the line which they tell of."""


def recover_events(
    disk: Disk, state: State, log: EventLog, output: Path, site: str
) -> set[tuple[str, int]]:
    """Settle what stands behind the promised end; return the revisions that are told there.

    Raises `OutputUnwritable` when a promised byte is missing.
    """
    path, promised = log.journal.path, log.journal.committed
    size = path.stat().st_size if path.exists() else 0
    if size < promised:
        raise OutputUnwritable(
            f"output changed: {path} is {size:,} bytes, state says {promised:,}; restore it, or run"
            " `scrapy rebuild`, which takes it as it is"
        )
    if size == promised:
        return set()
    articles, unpromised = Articles(state), _unpromised(state, output, site)
    found = _cut(
        _whole(path.read_bytes(), promised),
        lambda *revision: revision in unpromised or articles.holds(*revision),
    )
    end = promised + sum(len(line) for line, _ in found)
    try:
        descriptor = disk.open_in_place(path)
        try:
            # Written again, as in `recovery`: what the kernel holds may never reach the medium.
            disk.truncate(descriptor, promised)
            os.lseek(descriptor, promised, os.SEEK_SET)
            disk.write_all(descriptor, b"".join(line for line, _ in found))
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise from_os(error, f"repairing {path}") from error
    for _, event in found:
        log.adopt(event)
    lines = log.journal.lines + len(found)
    log.journal.turn_to("", end, lines)
    log.promise()
    state.commit()
    return {(event["id"], event.get("revision", 0)) for _, event in found}


def _cut(
    found: list[tuple[bytes, dict[str, Any]]], is_stored: Callable[[str, int], bool]
) -> list[tuple[bytes, dict[str, Any]]]:
    """Return the events up to the first of those whose lines were never written.

    Only the last ones can be: what an earlier one tells of may have been moved away since.
    """
    end = len(found)
    for at in range(len(found) - 1, -1, -1):
        event = found[at][1]
        if event["event"] in _OF_LINES:
            if is_stored(event["id"], event.get("revision", 1)):
                break
            end = at
    return found[:end]


def _unpromised(state: State, output: Path, site: str) -> set[tuple[str, int]]:
    """Return the revisions whose lines stand whole behind the promised ends of the files."""
    promised = {
        day: (committed, closed)
        for day, committed, closed in state.rows("SELECT day, committed, closed FROM output")
    }
    found = set()
    for file in day_files(output, site):
        committed, closed = promised.get(file.day, (0, 0))
        if closed if file.compressed else file.path.stat().st_size <= committed:
            continue
        for _, text, ended in split_lines(file.read(), committed):
            with suppress(BadRecord):
                record = from_line(text)
                if ended:
                    found.add((record["id"], record["revision"]))
    return found


def _whole(data: bytes, start: int) -> list[tuple[bytes, dict[str, Any]]]:
    found = []
    for _, text, ended in split_lines(data, start):
        try:
            event = events.from_line(text)
        except BadRecord:
            break
        if not ended:
            break
        found.append((text + b"\n", event))
    return found
