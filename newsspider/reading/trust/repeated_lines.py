"""Lines that stand in the texts of many articles of a run: boilerplate, whatever they say."""

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from newsspider.reading.trust.claims import letters

_LEAST_PAGES: Final = 5
_SHARE: Final = 0.3
_LEAST_WORDS: Final = 4  # of a line, since a subhead may be anybody's
_MOST: Final = 50_000  # lines that are remembered; the rare ones go when there are more


class RepeatedLines:
    """Learns from the texts of a run which lines are the site's and not an article's.

    A line is boilerplate when at least five articles have it, and three of ten of those seen. The
    same articles in another order teach the same.

    >>> learned = RepeatedLines()
    >>> for number in range(6):
    ...     learned.observe([f"Kabar nomor {number}.", "Unduh aplikasi Kabar Pagi!"])
    >>> [learned.is_boilerplate(line) for line in ("Unduh aplikasi Kabar Pagi", "Kabar nomor 1.")]
    [True, False]
    """

    def __init__(self) -> None:
        self._articles = 0
        self._counts: Counter[bytes] = Counter()

    def observe(self, paragraphs: Iterable[str]) -> None:
        """Count the lines of one article's text, each once."""
        self._articles += 1
        self._counts.update({_mark(text) for text in paragraphs if _is_long(text)})
        if len(self._counts) > _MOST:
            kept = self._counts.most_common(_MOST // 2)
            self._counts = Counter(dict(kept))

    def is_boilerplate(self, text: str) -> bool:
        """Return whether a line stands in the texts of so many articles that it is the site's."""
        count = self._counts[_mark(text)] if _is_long(text) else 0
        return count >= _LEAST_PAGES and count >= self._articles * _SHARE


def _is_long(text: str) -> bool:
    return len(text.split(maxsplit=_LEAST_WORDS)) >= _LEAST_WORDS


def _mark(text: str) -> bytes:
    """Sixteen bytes for the letters and digits of a line."""
    return blake2b(letters(text).encode("utf-8", "replace"), digest_size=16).digest()
