"""Articles that the site no longer shows, told apart from a site that shows nothing."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsspider.store.state.takedowns import Evidence

# Of so many stored articles, at least this share must still be there.
_DOUBTED_FROM: Final = 5
_DOUBTED_SHARE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Missing:
    """Why an article is taken for missing, when that was noticed, and what the site answered."""

    noticed: datetime
    reason: str
    evidence: Evidence


class Takedowns:
    """Remembers what a run found missing and found there, among stored articles looked at again.

    A site that is ill answers 404 for everything, or sends everybody to its front page; so does a
    single section whose host is ill. `healthy`: some list came as it should.
    """

    def __init__(self) -> None:
        self.healthy = False
        self._missing: dict[str, tuple[str, Missing]] = {}
        self._alive: Counter[str] = Counter()

    def missing(self, identity: str, section: str, found: Missing) -> None:
        """Note that the site does not show an article any more."""
        self._missing[identity] = (section, found)

    def alive(self, section: str) -> None:
        """Note that the site shows an article of this section."""
        self._alive[section] += 1

    def judged(self) -> tuple[dict[str, Missing], dict[str, Missing]]:
        """Return, by identity, the takedowns that are believed, and those that are not."""
        missing = Counter(section for section, _ in self._missing.values())
        looked_at = missing.total() + self._alive.total()
        is_ill = missing.total() >= max(_DOUBTED_FROM, _DOUBTED_SHARE * looked_at)
        is_silent = not self._alive and not self.healthy
        believed: dict[str, Missing] = {}
        doubted: dict[str, Missing] = {}
        for identity, (section, found) in self._missing.items():
            section_is_ill = missing[section] >= _DOUBTED_FROM and not self._alive[section]
            is_doubted = is_ill or is_silent or section_is_ill
            (doubted if is_doubted else believed)[identity] = found
        return believed, doubted
