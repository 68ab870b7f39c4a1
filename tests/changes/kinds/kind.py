"""What a kind of change is, and the register of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tests.changes.subject import Subject

GROUPS: Final = {
    "gone": "the text is gone",
    "redesigned": "redesigned",
    "foreign": "foreign matter in the text",
    "evidence": "evidence moved or lying",
    "wire": "the wire",
    "views": "AMP, print and reader views",
}
"""Groups of kinds with their titles."""

Change = Callable[[Subject], bytes | None]


class Whereabouts(Enum):
    """Where the article's text is after a change."""

    VISIBLE = "whole, where a reader sees it"
    CARRIED = "whole, in data of a form that many sites use"
    BURIED = "whole, but in a form that nobody needs to know"
    CUT = "there in part"
    GONE = "not there"

    @property
    def readable(self) -> bool:
        """Whether a reader of the page is to get the whole text."""
        return self in (Whereabouts.VISIBLE, Whereabouts.CARRIED)

    @property
    def lost(self) -> bool:
        """Whether no record of the page can have the whole text."""
        return self in (Whereabouts.CUT, Whereabouts.GONE)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change.

    `why` says what real sites do this. `says` are beginnings of warning codes that are true of the
    page after the change, whatever the record holds.
    """

    name: str
    group: str
    why: str
    text: Whereabouts
    says: tuple[str, ...]
    change: Change

    def __str__(self) -> str:
        return self.name


_REGISTERED: Final[dict[str, Kind]] = {}


def registered() -> dict[str, Kind]:
    """Return the kinds of all modules that were imported, by name."""
    return _REGISTERED


def add(
    group: str,
    name: str,
    why: str,
    change: Change,
    text: Whereabouts = Whereabouts.VISIBLE,
    says: tuple[str, ...] = (),
) -> None:
    """Register a kind; raise `ValueError` when the name is taken."""
    if name in _REGISTERED:
        raise ValueError(f"two kinds are named {name}")
    if text is not Whereabouts.VISIBLE:
        says = (*says, "body_", "layout_")
    _REGISTERED[name] = Kind(name, group, why, text, says, change)


def kind(
    group: str,
    why: str,
    text: Whereabouts = Whereabouts.VISIBLE,
    says: tuple[str, ...] = (),
) -> Callable[[Change], Change]:
    """Register the decorated function as a kind, named as it is.

    The function returns the bytes of the changed page, or None where the page has no place for it.
    """

    def register(change: Change) -> Change:
        add(group, change.__name__.replace("_", "-"), why, change, text, says)
        return change

    return register
