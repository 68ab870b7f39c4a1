"""The stored lines of an article, read back from the output."""

import json
from pathlib import Path
from typing import Any

from newsspider.store.files.day_files import DayFile, day_files
from newsspider.store.state.articles import Revision


class Revisions:
    """Reads lines by place; a day's file is read once however many lines are asked for.

    A file that was moved away has no lines here: its revisions are left out, and named in
    `missing` (days).
    """

    def __init__(self, output: Path, site: str) -> None:
        self.missing: set[str] = set()
        self._files = {file.day: file for file in day_files(output, site)}
        self._data: dict[str, bytes] = {}

    def records(self, revisions: list[Revision]) -> list[dict[str, Any]]:
        """Return the records of these revisions, in their order."""
        found = []
        for revision in revisions:
            place = revision.place
            file = self._files.get(place.day)
            if file is None:
                self.missing.add(place.day)
                continue
            line = self._bytes(file)[place.offset : place.offset + place.length]
            found.append(json.loads(line))
        return found

    def _bytes(self, file: DayFile) -> bytes:
        if file.day not in self._data:
            self._data[file.day] = file.read()
        return self._data[file.day]
