"""Which headline stands where the one that page and head agree on is the name of the site."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Final
from unicodedata import normalize

from lxml import etree

from newsspider.reading.html.lines import line_of
from newsspider.reading.text import clean, letters
from newsspider.reading.trust.headline_evidence import (
    RULE,
    SENTENCE,
    SLUG_WORD,
    Headline,
    agrees_with_slug,
    same_headline,
)

LONGEST_NAME: Final = 5  # words of a site's name
_NEAR: Final = 2  # boxes around a logo that may be named so
_LEAST: Final = 3  # words of a slug that says anything
_WORD = re.compile(r"[^\W_]{3,}")
_LOGO = re.compile(r"(?<![a-z])(?:logo|brand|site-?(?:name|title))(?![a-z])", re.IGNORECASE)
_ROOT = re.compile(r"(?:https?:)?//[^/?#]+/?|/(?:index\.\w+)?", re.IGNORECASE)
"""Addresses of a site's front page, as links have them."""


def unless_spoken_against(
    found: Headline,
    said: Iterable[str],
    slug: str,
    site_name: str | None,
    shown: Callable[[], Iterable[etree._Element]],
    showing: Callable[[str], etree._Element | None],
) -> Headline:
    """Return a headline, or what title and address say instead where it is the site's name.

    `said`, `slug`, `shown` and `showing` are those of `settle`, `site_name` is what the head calls
    the site. One that shares words with what is said against it keeps its place unconfirmed, as
    magazines have another headline in the title.
    """
    if _is_told_by(slug, found.text):
        return found
    witnesses = [*said]
    is_name = _is_name(found, witnesses, site_name)
    other = _said_instead(found.text, witnesses, slug, is_name=is_name)
    if other is None:
        return found
    if not is_name and not _share_no_word(found.text, other):
        return found._replace(confirmed=False)
    alike = (element for element in shown() if same_headline(other, clean(line_of(element))))
    element = next(alike, None)
    if element is None:
        element = showing(other)
    if element is not None:
        return Headline(clean(line_of(element)), element, confirmed=True)
    return Headline(other, None, confirmed=False) if is_name else found._replace(confirmed=False)


def _said_instead(text: str, said: Iterable[str], slug: str, *, is_name: bool) -> str | None:
    """The headline of the head that the address agrees with, or that is longer than a name."""
    bones = letters(_plain(text))
    least = max(SENTENCE, len(text.split()) + 1) if is_name else None
    for other in chain.from_iterable(map(_with_and_without_name, said)):
        ours = letters(_plain(other))
        if not ours or ours in bones or bones in ours:
            continue
        if agrees_with_slug(_plain(other), slug) or (least and len(other.split()) >= least):
            return other
    return None


def _is_told_by(slug: str, text: str) -> bool:
    """Whether half of the words of an address's slug are a headline's, which may be longer."""
    theirs = set(SLUG_WORD.findall(slug.casefold()))
    ours = set(SLUG_WORD.findall(_plain(text).casefold().replace("'", "")))
    return len(theirs) >= _LEAST and 2 * len(ours & theirs) >= len(theirs)


def _plain(text: str) -> str:
    """A text as addresses have it, without accents, which the head may leave out too."""
    return text if text.isascii() else normalize("NFKD", text).encode("ascii", "ignore").decode()


def _is_name(found: Headline, said: Iterable[str], site_name: str | None) -> bool:
    """Whether a headline is what the head calls the site, what closes the title, or a logo."""
    bones = letters(found.text)
    if site_name and letters(clean(site_name)) == bones:
        return True
    if len(found.text.split()) <= LONGEST_NAME:
        closing = (parts[-1] for parts in map(RULE.split, said) if len(parts) > 1)
        if any(letters(part) == bones for part in closing):
            return True
    return found.element is not None and _is_logo(found.element)


def _is_logo(element: etree._Element) -> bool:
    """Whether an element is a link to the front page, or stands in a box that is named a logo."""
    links = chain(element.iter("a"), element.iterancestors("a"))
    if any(_ROOT.fullmatch((link.get("href") or "").strip()) for link in links):
        return True
    boxes = (element, *islice(element.iterancestors(), _NEAR))
    return any(_LOGO.search(f"{box.get('class')} {box.get('id')}") for box in boxes)


def _share_no_word(one: str, other: str) -> bool:
    """Whether two texts have no word of three letters or more in common."""
    return set(_WORD.findall(one.casefold())).isdisjoint(_WORD.findall(other.casefold()))


def _with_and_without_name(text: str) -> Iterator[str]:
    """Yield a text of the head whole, without what closes it and without what opens it."""
    yield text
    rules = list(RULE.finditer(text))
    if rules:
        yield text[: rules[-1].start()]
        yield text[: rules[0].start()]
        yield text[rules[0].end() :]
