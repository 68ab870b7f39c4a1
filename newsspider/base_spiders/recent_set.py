"""What a run has asked for lately, in bounded memory."""

from typing import Final

_MOST: Final = 20_000


class RecentSet:
    """The newest of the names that were added: what is older has long been stored, or failed.

    >>> asked = Asked(most=2)
    >>> [asked.add(name) for name in ("a", "b", "a", "c", "a")]
    [True, True, False, True, True]
    """

    def __init__(self, most: int = _MOST) -> None:
        self._names: dict[str, None] = {}
        self._most = most

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def add(self, name: str) -> bool:
        """Whether the name is new."""
        if name in self._names:
            return False
        self._names[name] = None
        if len(self._names) > self._most:
            del self._names[next(iter(self._names))]
        return True
