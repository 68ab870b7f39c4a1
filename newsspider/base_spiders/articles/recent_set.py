"""A set that forgets what is oldest, for what a run has asked for lately."""

from typing import Final

_MOST: Final = 20_000


class RecentSet:
    """Keeps the newest names that were added: what is older has long been stored, or failed.

    >>> asked = RecentSet(most=2)
    >>> [asked.add(name) for name in ("a", "b", "a", "c", "a")]
    [True, True, False, True, True]
    """

    def __init__(self, most: int = _MOST) -> None:
        self._names: dict[str, None] = {}
        self._most = most

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def add(self, name: str) -> bool:
        """Add a name; return whether it is new."""
        if name in self._names:
            return False
        self._names[name] = None
        if len(self._names) > self._most:
            del self._names[next(iter(self._names))]
        return True
