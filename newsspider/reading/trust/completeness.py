"""Whether a text is all of its article, as far as its end tells."""

import re
from typing import Any, Final

_CLOSED = re.compile(r"[.!?:;…\"”’'»)\]}*%][\W_]*\Z")
_CUT_OFF = re.compile(r"(?:\.{2,}|…)[\s\"”’\])]*\Z|\[(?:\.{2,}|…)\]\s*\Z")
_END: Final = 60  # characters, among which a sentence ends
_LEAST_WORDS: Final = 5  # of a sentence that may be cut


def breaks_off(last: str) -> bool:
    """Return whether a last paragraph ends within a sentence, or with the dots of a cut.

    >>> breaks_off("Warga berkumpul di halaman dua"), breaks_off("Warga berkumpul.")
    (True, False)
    """
    end = last[-_END:]
    if _CUT_OFF.search(end):
        return True
    return _CLOSED.search(end) is None and len(last.split()) >= _LEAST_WORDS


def is_said_not_free(items: list[dict[str, Any]]) -> bool:
    """Return whether JSON-LD says that an article is not accessible for free."""
    return any(_is_false(item.get("isAccessibleForFree")) for item in items)


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in ("false", "no"))
