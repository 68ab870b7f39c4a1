"""Whether a text is the article that the page says it holds: by headline and description."""

from collections.abc import Sequence
from typing import Final

from newsspider.reading.trust.claims import Claims, letters
from newsspider.reading.trust.topic import long_words, shared

_LEAST_OF_HEADLINE: Final = 0.25
_LEAST_OF_DESCRIPTION: Final = 1 / 3
_LIKELY: Final = 0.15
_LEAST_OF_A_HEADLINE: Final = 20  # letters that no sentence has by chance
_QUOTED_WORDS: Final = 3  # of a headline, which no sentence has by chance
_HEADLINE_WORDS: Final = 5  # that few subheads have


def is_of(paragraphs: Sequence[str], claims: Claims) -> bool:
    """Return whether a text has enough of the long words of headline or description."""
    text = _unquoted(paragraphs, claims)
    headline = long_words(claims.headline)
    if headline and shared(headline, text) >= _LEAST_OF_HEADLINE:
        return True
    description = long_words(claims.description)
    return shared(description, text) >= _LEAST_OF_DESCRIPTION if description else not headline


def _unquoted(paragraphs: Sequence[str], claims: Claims) -> str:
    """The text in lower case without the headline, which notices quote as it is written."""
    text = " ".join(paragraphs)
    if len(claims.headline.split()) >= _QUOTED_WORDS:
        text = text.replace(claims.headline, " ")
    return text.casefold()


def has_any_of(paragraphs: Sequence[str], claims: Claims) -> bool:
    """Return whether a text has any long word of headline or description."""
    return shared(claims.words, " ".join(paragraphs).casefold()) > 0


def is_likely_of(paragraphs: Sequence[str], claims: Claims) -> bool:
    """Return whether a text has some of the long words of headline and description, or keywords."""
    text = " ".join(paragraphs).casefold()
    if shared(claims.words, text) >= _LIKELY:
        return True
    return bool(claims.keyword_words) and shared(claims.keyword_words, text) >= 2 * _LIKELY


def is_description(said: str, claims: Claims) -> bool:
    """Return whether the letters of a text say no more than the description."""
    return bool(claims.description) and said in letters(claims.description)


def turns_around(headline: str, paragraphs: Sequence[str], said: str) -> bool:
    """Return whether half of the paragraphs, two at least, have the whole headline in them.

    `said` are the letters of all. So do texts that are made for search engines where the article is
    not there.

    >>> text = ["Simak panen raya dimulai pekan ini."] * 2
    >>> turns_around("Panen Raya Dimulai Pekan Ini", text, "simakpanenrayadimulaipekanini" * 2)
    True
    """
    words = letters(headline)
    if len(words) < _LEAST_OF_A_HEADLINE or said.count(words) < 2:
        return False
    having = sum([words in letters(text) for text in paragraphs])
    return having > 1 and having * 2 >= len(paragraphs)


def begins_another(paragraphs: Sequence[str], claims: Claims) -> bool:
    """Return whether one headline, of another matter, and its text follow one or two paragraphs.

    >>> said = ["Panen.", "Tim Putri Melaju ke Babak Empat Besar", "Tim itu menang.", "Skor 2-0."]
    >>> begins_another(said, Claims("Panen"))
    True
    """
    headings = [number for number, text in enumerate(paragraphs) if text[-1].isalnum()]
    if len(headings) != 1 or not 0 < headings[0] < min(3, len(paragraphs) - 2):
        return False
    heading = paragraphs[headings[0]].casefold()
    return len(heading.split()) >= _HEADLINE_WORDS and shared(claims.words, heading) == 0
