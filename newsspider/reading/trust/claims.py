"""What a page says of its article beside the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from propcache.api import cached_property

from newsspider.reading.text import clean
from newsspider.reading.text import letters as letters_of
from newsspider.reading.trust.topic import long_words


@dataclass(frozen=True)
class Claims:
    """What a page says of its article: headline, description, keywords, authors, date line."""

    headline: str = ""
    description: str = ""
    keywords: Iterable[str] = ()
    """Read when they are asked for, which few texts need."""
    authors: tuple[str, ...] = ()
    date_line: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The long words of headline and description."""
        return long_words(self.headline) | long_words(self.description)

    @cached_property
    def keyword_words(self) -> frozenset[str]:
        """The long words of the keywords."""
        return long_words(" ".join(self.keywords))

    @cached_property
    def repeated(self) -> frozenset[str]:
        """What boxes within a text repeat of the page's head, letters and digits only."""
        said = (self.headline, self.date_line, *self.authors)
        return frozenset(bones for text in said if (bones := letters(text)))


def letters(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return letters_of(clean(text))
