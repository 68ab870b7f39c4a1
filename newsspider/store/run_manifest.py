"""The manifest of a run: what it was asked, what it did and how it ended, one JSON file each.

It is there from the first second, saying `running`; so a run that was killed leaves one that
still says so, and the next run, which holds the lock, tells of it.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from newsspider.errors import from_os
from newsspider.redaction import redacted
from newsspider.store.files.disk import Disk
from newsspider.store.files.times import utc

KEPT_FOR: Final = timedelta(days=365)
"""Older manifests go when a run begins, ..."""

KEPT_ANYHOW: Final = 100
"""... but for so many of the newest: a clock that is years ahead makes all look old."""

_LOOKED_AT: Final = 20
RUNNING: Final = "running"
CRASHED: Final = "crashed"


class Manifest:
    """The manifest of the present run, written anew at each `save`: old or new, never half.

    `facts` is what the file holds; whoever runs the crawl adds counts, coverage and the rest.
    Raises `OutputUnwritable` or `OutputFailed` when it cannot be written.
    """

    def __init__(
        self,
        output: Path,
        site: str,
        now: datetime,
        pid: int,
        *,
        offsets: Mapping[str, int] | None = None,
        disk: Disk | None = None,
        keep: timedelta = KEPT_FOR,
        **facts: Any,
    ) -> None:
        self._disk = disk or Disk()
        self._before = dict(offsets or {})
        folder = output / "runs"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _prune(folder, now - keep)
        except OSError as error:
            raise from_os(error, f"creating {folder}") from error
        self.path = _free_name(folder, f"{_stamp(now)}-{pid}")
        self.facts: dict[str, Any] = {
            "id": self.path.stem,
            "site": site,
            "verdict": RUNNING,
            "exit_code": None,
            "message": None,
            "pid": pid,
            "started": utc(now),
            "updated": utc(now),
            "ended": None,
            **facts,
        }
        self.save(now)

    @property
    def id(self) -> str:
        """Return the run's name, unique in its output."""
        return self.path.stem

    def save(self, now: datetime, **facts: Any) -> None:
        """Write the file, with more facts."""
        self.facts |= facts | {"updated": utc(now)}
        data = json.dumps(redacted(self.facts), indent=2, default=str).encode("ascii")
        try:
            self._disk.put(self.path, data + b"\n")
        except OSError as error:
            raise from_os(error, f"writing {self.path}") from error

    def end(
        self,
        now: datetime,
        verdict: str,
        exit_code: int,
        message: str,
        offsets: Mapping[str, int] | None = None,
        **facts: Any,
    ) -> None:
        """Write the last word. Of `offsets` only the days that grew are told, before and after."""
        grown = {
            day: {"before": self._before.get(day, 0), "after": size}
            for day, size in (offsets or {}).items()
            if size != self._before.get(day, 0)
        }
        self.save(
            now,
            verdict=verdict,
            exit_code=exit_code,
            message=message,
            ended=utc(now),
            offsets=grown,
            bytes_written=sum(grow["after"] - grow["before"] for grow in grown.values()),
            **facts,
        )


def crashed(
    output: Path, site: str, now: datetime, disk: Disk | None = None, reading: str | None = None
) -> list[dict[str, Any]]:
    """Return the runs that ended without a word, oldest first, and mark each as `crashed`.

    `reading` is the page at which the last of them ended, where that is known.

    To be called under the lock and before the present run's manifest is made, so that whatever
    still says `running` is not.
    """
    found = []
    for path in sorted((output / "runs").glob("*.json"))[-_LOOKED_AT:]:
        try:
            facts = json.loads(path.read_bytes())
        except (OSError, ValueError):
            continue  # not ours to judge: the store's own state says what is stored
        if not isinstance(facts, dict) or (facts.get("site"), facts.get("verdict")) != (
            site,
            RUNNING,
        ):
            continue
        facts |= {"verdict": CRASHED, "message": "ended without a word; noticed later"}
        facts["noticed"] = utc(now)
        found.append((path, facts))
    if found and reading:
        found[-1][1]["reading"] = reading
    for path, facts in found:
        with suppress(OSError):
            (disk or Disk()).put(path, json.dumps(facts, indent=2).encode("ascii") + b"\n")
    return [facts for _, facts in found]


def _prune(folder: Path, before: datetime) -> None:
    oldest = _stamp(before)
    for path in sorted(folder.glob("*.json"))[:-KEPT_ANYHOW]:
        if path.name < oldest:
            path.unlink(missing_ok=True)


def _stamp(moment: datetime) -> str:
    return utc(moment).replace(":", "").replace("-", "")


def _free_name(folder: Path, stem: str) -> Path:
    # A clock that was set back may give a second twice, a container the same pid always.
    path = folder / f"{stem}.json"
    count = 1
    while path.exists():
        count += 1
        path = folder / f"{stem}-{count}.json"
    return path
