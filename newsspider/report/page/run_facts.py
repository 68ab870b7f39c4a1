"""The runs of an archive and what they asked of the site. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from newsspider.dates import WIB
from newsspider.exit_status import OK, TRY_LATER
from newsspider.store.state.runs import Run

Tone = Literal["good", "later", "bad"]

_STATUS: Final = re.compile(r"downloader/response_status_count/(\d+)")
_DELAY: Final = "DOWNLOAD_DELAY"
_SIGNED: Final = ("downloader/request_count", "downloader/response_bytes", "article/stored")


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One run: when (Jakarta), how it ended, what it asked for, what it stored.

    `seconds` is None for a run that was killed, `delay` (seconds between requests) where the
    manifest is gone. `statuses` counts the site's answers by HTTP status.
    """

    id: str
    started: datetime
    verdict: str
    exit_code: int | None
    message: str
    seconds: float | None
    requests: int
    bytes: int
    stored: int
    retries: int
    delay: float | None
    statuses: dict[str, int]

    @property
    def tone(self) -> Tone:
        """Whether the run needs somebody, as exit codes say it (see `newsspider.exit_status`)."""
        return "good" if self.exit_code == OK else "later" if self.exit_code == TRY_LATER else "bad"

    @property
    def requests_a_minute(self) -> float | None:
        """How fast the run asked, on average."""
        return self.requests / self.seconds * 60 if self.seconds else None


def run_facts(run: Run, manifest: Mapping[str, Any], default_delay: float) -> RunFacts:
    """Return what the state and the manifest say of a run; of one that was killed the manifest
    alone knows how far it came."""
    found = run.facts or manifest.get("counts") or {}
    requests, size, stored = (int(found.get(key, 0)) for key in _SIGNED)
    settings = manifest.get("settings")
    seconds = found.get("elapsed_time_seconds")
    return RunFacts(
        id=run.id,
        started=run.started.astimezone(WIB),
        verdict=run.verdict or str(manifest.get("verdict") or "killed"),
        exit_code=run.exit_code,
        message=str(manifest.get("message") or ""),
        seconds=float(seconds) if seconds else None,
        requests=requests,
        bytes=size,
        stored=stored,
        retries=int(found.get("retry/count", 0)),
        delay=float(settings.get(_DELAY, default_delay)) if isinstance(settings, dict) else None,
        statuses={
            match[1]: int(count)
            for key, count in found.items()
            if (match := _STATUS.fullmatch(key))
        },
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What all runs together asked of the site; `by_day` has requests, bytes and articles."""

    requests: int
    bytes: int
    stored: int
    retries: int
    statuses: dict[str, int]
    by_day: dict[str, tuple[int, int, int]]

    @property
    def requests_an_article(self) -> float | None:
        """How many requests a stored article cost."""
        return self.requests / self.stored if self.stored else None


def asked_of_the_site(runs: Iterable[RunFacts]) -> Asked:
    """Sum up runs, by the day in Jakarta on which they began."""
    statuses: Counter[str] = Counter()
    by_day: dict[str, tuple[int, int, int]] = {}
    retries = 0
    for run in runs:
        statuses.update(run.statuses)
        retries += run.retries
        day = run.started.date().isoformat()
        requests, size, stored = by_day.get(day, (0, 0, 0))
        by_day[day] = (requests + run.requests, size + run.bytes, stored + run.stored)
    days = by_day.values()
    return Asked(
        requests=sum(day[0] for day in days),
        bytes=sum(day[1] for day in days),
        stored=sum(day[2] for day in days),
        retries=retries,
        statuses=dict(sorted(statuses.items())),
        by_day=dict(sorted(by_day.items())),
    )
