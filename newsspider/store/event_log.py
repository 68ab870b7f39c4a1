"""The events of a store: entered in the state and written to their file in one transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from newsspider.store.files import events
from newsspider.store.files.events import ArchivedFrom, EventJournal
from newsspider.store.files.times import moment
from newsspider.store.state.articles import Articles, Known
from newsspider.store.state.database import State
from newsspider.store.state.takedowns import EXCERPT, Evidence, TakedownHistory


class EventLog:
    """Notes what happens to stored articles; `Store.flush` makes it durable with their lines."""

    def __init__(self, state: State, journal: EventJournal) -> None:
        self.journal = journal
        self.takedowns = TakedownHistory(state)
        self._state = state
        self._articles = Articles(state)

    def begin(self) -> None:
        """Go on where the state says that the file ends."""
        row = self._state.row("SELECT committed, lines FROM events")
        self.journal.turn_to("", *(row or (0, 0)))

    def revised(self, known: Known, record: Mapping[str, Any]) -> None:
        """Note a correction: a new revision, which the lines of the day hold in full."""
        self._write(
            events.REVISED,
            moment(record["fetched_at"]),
            known,
            revision=record["revision"],
            changed=list(known.changed(record)),
            headline=record["headline"],
        )

    def taken_down(
        self, known: Known, now: datetime, reason: str, evidence: Evidence | None
    ) -> None:
        """Note that the site no longer has an article."""
        answer = evidence or Evidence()
        self._articles.missing(known.id, now, reason)
        self.takedowns.begin(known.n, now, known.last_seen, reason, evidence)
        self._write(
            events.TAKEN_DOWN,
            now,
            known,
            last_seen=known.last_seen,
            reason=reason,
            status=answer.status,
            location=answer.location,
            excerpt=answer.body[:EXCERPT].decode("utf-8", "replace") or None,
        )

    def archived(self, record: Mapping[str, Any], place: ArchivedFrom) -> None:
        """Note that an article, stored just now, was read from an archive; at the moment of its
        capture."""
        known = self._articles.known(record["id"])
        assert known is not None
        at = moment(record["fetched_at"])
        self._write(events.ARCHIVED, at, known, archived_from=place.url, offset=place.offset)

    def restored(self, known: Known, now: datetime) -> None:
        """Note that an article that was missing is there again."""
        self.takedowns.end(known.n, now)
        self._write(events.RESTORED, now, known, missing_since=known.missing_since)

    def adopt(self, event: Mapping[str, Any]) -> None:
        """Enter in the state what a line of the file tells and the state does not know."""
        known = self._articles.known(event["id"])
        at = moment(event["at"])
        if known is None:
            return
        if event["event"] == events.TAKEN_DOWN and known.missing_since is None:
            body = (event.get("excerpt") or "").encode()
            evidence = Evidence(event.get("status"), event.get("location"), body)
            reason = str(event.get("reason"))
            self._articles.missing(known.id, at, reason)
            self.takedowns.begin(known.n, at, known.last_seen, reason, evidence)
        elif event["event"] == events.RESTORED and known.missing_since is not None:
            self._articles.seen(known.id, at)
            self.takedowns.end(known.n, at)

    def write(self) -> None:
        """Bring what waits to the medium, and promise it with the next commit."""
        if self.journal.waiting:
            self.journal.write()
            self.promise()

    def promise(self) -> None:
        """Promise, with the next commit, what was written to the file."""
        self._state.write("DELETE FROM events")
        self._state.write("INSERT INTO events VALUES (?, ?)", self.journal.after())

    def _write(self, kind: str, at: datetime, known: Known, **facts: Any) -> None:
        self.journal.add(events.to_line(kind, at, known.id, known.url, **facts))
