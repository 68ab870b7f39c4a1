"""Objects whose names are numbers: whoever creates the next one has won."""

import re
from typing import Final

from newsspider.shared.object_store import ObjectStore

_NAME: Final = re.compile(r"(\d{12})\.json")


def name_of(folder: str, number: int) -> str:
    """Return the name of an object, which sorts as its number does.

    >>> name_of("detik/lease", 12)
    'detik/lease/000000000012.json'
    """
    return f"{folder}/{number:012d}.json"


def numbers(store: ObjectStore, folder: str) -> list[int]:
    """Return the numbers of the objects in a folder, sorted; other names are passed over."""
    names = (name.rpartition("/")[2] for name in store.names(folder))
    return sorted(int(found[1]) for name in names if (found := _NAME.fullmatch(name)))


def newest(store: ObjectStore, folder: str) -> int:
    """Return the highest number in a folder, 0 where there is none."""
    return max(numbers(store, folder), default=0)
