"""What happened to stored articles, one JSON line each: corrections, takedowns, returns, and which
came from an archive.

`output/<site>-events.jsonl` is promised as the lines of articles are. docs/output.md describes it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from newsspider.store.files.journal import Journal
from newsspider.store.files.jsonl import BadRecord
from newsspider.store.files.times import utc

REVISED: Final = "revised"
TAKEN_DOWN: Final = "taken_down"
RESTORED: Final = "restored"
ARCHIVED: Final = "archived"

KEYS: Final = ("event", "at", "id", "url")
"""What every event has, in this order; more follows by its kind."""


@dataclass(frozen=True, slots=True)
class ArchivedFrom:
    """Where an archive keeps the capture that an article was read from: the address of a WARC file
    and the offset of the record in it (bytes), or that of the replayed page alone."""

    url: str
    offset: int | None = None

    def __str__(self) -> str:
        """Return the place in words."""
        return self.url if self.offset is None else f"{self.url}, byte {self.offset:,}"


def events_path(output: Path, site: str) -> Path:
    """Return the file of the events of a site."""
    return output / f"{site}-events.jsonl"


class EventJournal(Journal):
    """The file of the events, open for appending."""

    @property
    def path(self) -> Path:
        """Return the one file that there is."""
        return events_path(self.output, self.site)


def to_line(event: str, at: datetime, article_id: str, url: str, **facts: Any) -> bytes:
    r"""Return an event as one line, with its newline.

    >>> from datetime import UTC
    >>> to_line(RESTORED, datetime(2026, 5, 1, tzinfo=UTC), "a:b:1", "https://b/1")
    b'{"event": "restored", "at": "2026-05-01T00:00:00Z", "id": "a:b:1", "url": "https://b/1"}\n'
    """
    record = {"event": event, "at": utc(at), "id": article_id, "url": url, **facts}
    return json.dumps(record).encode("ascii") + b"\n"


def from_line(line: bytes) -> dict[str, Any]:
    """Return the event of a line, given without its newline. Raises `BadRecord`."""
    try:
        event = json.loads(line)
    except ValueError as error:
        raise BadRecord(f"no JSON: {error}") from error
    if not isinstance(event, dict) or tuple(event)[: len(KEYS)] != KEYS:
        raise BadRecord(f"no event: it does not begin with {', '.join(KEYS)}")
    return event
