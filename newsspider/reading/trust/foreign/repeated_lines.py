"""Lines that stand in the texts of many articles of a run: boilerplate, whatever they say."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from newsspider.reading.text import letters

_LEAST_PAGES: Final = 5
_SHARE: Final = 0.3
_LEAST_WORDS: Final = 4  # of a line, since a subhead may be anybody's
_MOST: Final = 50_000  # lines that are remembered; the rare ones go when there are more


class RepeatedLines:
    """Learns from the texts of a run which lines are the site's and not an article's.

    A line is boilerplate when at least five articles have it, and three of ten of those seen. The
    same articles in another order teach the same.

    >>> learned = RepeatedLines()
    >>> [
    ...     learned.observe([f"Ini kabar nomor {number}.", "Unduh aplikasi Kabar Pagi!"])
    ...     for number in range(6)
    ... ]
    [False, False, False, False, True, True]
    """

    def __init__(self) -> None:
        self._articles = 0
        self._counts: Counter[int] = Counter()  # by their letters and digits

    def observe(self, paragraphs: Iterable[str]) -> bool:
        """Count the lines of one article's text, each once; return whether one is boilerplate.

        The text is as records have it, by `newsspider.reading.text.clean`.
        """
        self._articles += 1
        marks = {hash(letters(text)) for text in paragraphs if _is_long(text)}
        self._counts.update(marks)
        if len(self._counts) > _MOST:
            kept = self._counts.most_common(_MOST // 2)
            self._counts = Counter(dict(kept))
        least = max(_LEAST_PAGES, self._articles * _SHARE)
        return any(self._counts[mark] >= least for mark in marks)


def _is_long(text: str) -> bool:
    return text.count(" ") >= _LEAST_WORDS - 1  # white space is folded
