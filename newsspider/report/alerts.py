"""What a run has to tell a person who is not looking: when to ring, and in which words. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final, Literal

from newsspider.exit_status import OK, TRY_LATER, Verdict

Kind = Literal["bad_end", "silent_section", "headline_changed", "taken_down"]

GOOD: Final = frozenset({OK, TRY_LATER})
"""Exit codes that need nobody: the next run goes on."""

_LEAST_KNOWN: Final = 10  # articles of a section that show a habit
_LEAST_SILENCE: Final = timedelta(hours=24)
_BEYOND: Final = 2  # times the longest pause so far


@dataclass(frozen=True, slots=True)
class Alert:
    """One reason to ring."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Message:
    """What a receiver is told of a run."""

    site: str
    verdict: Verdict
    alerts: tuple[Alert, ...]

    @property
    def is_good(self) -> bool:
        """Whether the run ended in a way that needs nobody."""
        return self.verdict.exit_code in GOOD

    @property
    def subject(self) -> str:
        """The first reason to ring, in a line of at most 150 characters."""
        told = self.alerts[0].words if self.alerts else self.verdict.line(self.site)
        more = f" (and {len(self.alerts) - 1} more)" if len(self.alerts) > 1 else ""
        return (
            f"{told:.130}{more}"
            if told.startswith(self.site)
            else f"{self.site}: {told:.110}{more}"
        )

    @property
    def text(self) -> str:
        """All reasons, a line each, and the last line of the run."""
        return "\n".join([*(alert.words for alert in self.alerts), self.verdict.line(self.site)])

    def to_dict(self) -> dict[str, Any]:
        """The message as the body of a webhook."""
        return {
            "site": self.site,
            "exit_code": self.verdict.exit_code,
            "verdict": self.verdict.word,
            "message": self.verdict.words,
            "text": self.text,
            "alerts": [asdict(alert) for alert in self.alerts],
        }


def on_end(site: str, verdict: Verdict) -> list[Alert]:
    """Return the alert on a bad end.

    >>> on_end("kabar", Verdict(69, "too many failures in a row"))[0].words
    'kabar: exit 69 (too many failures in a row)'
    >>> on_end("kabar", Verdict(75, "incomplete, the next run goes on"))
    []
    """
    return [] if verdict.exit_code in GOOD else [Alert("bad_end", verdict.line(site))]


def on_headline(words: Sequence[str], id: str, old: str, new: str) -> list[Alert]:
    """Return the alert on a changed headline, old or new, that holds one of the words watched.

    >>> on_headline(["beras"], "kabar:1", "Harga Beras Naik", "Harga Beras Turun")[0].words
    'headline changed: Harga Beras Naik → Harga Beras Turun (kabar:1)'
    """
    watched = "|".join(rf"\b{re.escape(word)}\b" for word in words)
    if old == new or not watched or not re.search(watched, f"{old}\n{new}", re.IGNORECASE):
        return []
    return [Alert("headline_changed", f"headline changed: {old} → {new} ({id})")]


def on_takedown(id: str, url: str, headline: str | None) -> Alert:
    """Return the alert on an article that the site has taken down."""
    return Alert("taken_down", f"taken down: {headline or id}: {url}")


def on_silence(
    section: str, published: Iterable[datetime], now: datetime, before: datetime | None
) -> list[Alert]:
    """Return the alert on a section without a new article for longer than its habit: twice the
    longest pause between its last articles, and a day at least.

    `published` are the times of those articles; `before` is when the last run looked: what was
    silent then has been told.
    """
    times = sorted(set(published))
    if len(times) < _LEAST_KNOWN:
        return []
    longest = max(later - earlier for earlier, later in pairwise(times))
    due = times[-1] + max(_BEYOND * longest, _LEAST_SILENCE)
    if now < due or (before is not None and before >= due):
        return []
    hours = (now - times[-1]) / timedelta(hours=1)
    usual = longest / timedelta(hours=1)
    words = f"section {section} is silent: nothing new for {hours:.0f} hours, usually {usual:.0f}"
    return [Alert("silent_section", f"{words} at most")]
