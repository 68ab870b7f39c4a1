"""After a kill: make the file of the events and the state agree again, under the lock.

Whole events behind the promised end are taken over; what is torn is cut off, since the state that
was to know it never came to be, and the event is noticed again.
"""

import os
from typing import Any

from newsspider.errors import OutputUnwritable, from_os
from newsspider.store.event_log import EventLog
from newsspider.store.files import events
from newsspider.store.files.day_files import split_lines
from newsspider.store.files.disk import Disk
from newsspider.store.files.jsonl import BadRecord
from newsspider.store.state.database import State


def recover_events(disk: Disk, state: State, log: EventLog) -> set[tuple[str, int]]:
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
    found, end = _whole(path.read_bytes(), promised)
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


def _whole(data: bytes, start: int) -> tuple[list[tuple[bytes, dict[str, Any]]], int]:
    found = []
    end = start
    for offset, text, ended in split_lines(data, start):
        try:
            event = events.from_line(text)
        except BadRecord:
            break
        if not ended:
            break
        found.append((text + b"\n", event))
        end = offset + len(text) + 1
    return found, end
