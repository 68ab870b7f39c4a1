"""Articles that the site no longer shows, told apart from a site that shows nothing."""

from collections import Counter
from typing import Final

# Of so many stored articles, at least this share must still be there.
_DOUBTED_FROM: Final = 5
_DOUBTED_SHARE: Final = 0.5


class Takedowns:
    """Remembers what a run found missing and found there, among stored articles looked at again.

    A site that is ill answers 404 for everything, or sends everybody to its front page; so does a
    single section whose host is ill. `healthy`: some list came as it should.
    """

    def __init__(self) -> None:
        self.healthy = False
        self._missing: dict[str, tuple[str, str]] = {}
        self._alive: Counter[str] = Counter()

    def missing(self, identity: str, section: str, reason: str) -> None:
        """Note that the site does not show an article any more."""
        self._missing[identity] = (section, reason)

    def alive(self, section: str) -> None:
        """Note that the site shows an article of this section."""
        self._alive[section] += 1

    def judged(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return why articles are missing: of the takedowns believed, and of those that are not."""
        missing = Counter(section for section, _ in self._missing.values())
        looked_at = missing.total() + self._alive.total()
        is_ill = missing.total() >= max(_DOUBTED_FROM, _DOUBTED_SHARE * looked_at)
        is_silent = not self._alive and not self.healthy
        believed: dict[str, str] = {}
        doubted: dict[str, str] = {}
        for identity, (section, reason) in self._missing.items():
            section_is_ill = missing[section] >= _DOUBTED_FROM and not self._alive[section]
            is_doubted = is_ill or is_silent or section_is_ill
            (doubted if is_doubted else believed)[identity] = reason
        return believed, doubted
