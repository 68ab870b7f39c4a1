"""Which of a page's headlines is the article's: what agrees with the head, JSON-LD and address."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from newsspider.dates.vocabulary import YEAR_IN_TEXT
from newsspider.reading.html.lines import line_of
from newsspider.reading.text import clean, letters

_CUT: Final = ("…", "..")
_LEAST: Final = 12  # letters that a part of a headline must have to say anything
_SLUG_SHARE: Final = 0.7
_PHRASE: Final = 2  # words
_NEAR: Final = 3  # elements behind a headline, among which its date line stands
_LONGEST_DATE: Final = 80  # characters
SENTENCE: Final = 4  # words; names of sections have fewer
_OF_THE_SITE: Final = frozenset(("a", "footer", "header", "nav"))
SLUG_WORD = re.compile(r"[a-z0-9]+")
RULE = re.compile(r"\s+[|–—»-]\s+")
_LABEL = re.compile(r"\A\s*[\[(][^\])]{2,24}[\])]\W*|\s*\[[^\]]{2,24}\]\s*\Z")
"""In round brackets behind a headline stands what its author put there: "(Bagian 2)"."""
_NAME: Final = 3  # words of a site or section beside a headline


class Headline(NamedTuple):
    """A headline, the element that shows it, and whether anything else says the same."""

    text: str
    element: etree._Element | None
    confirmed: bool


def settle(
    shown: Iterable[etree._Element],
    said: Iterable[str],
    slug: str,
    showing: Callable[[str], etree._Element | None] = lambda text: None,
) -> Headline | None:
    """Return the headline: the first of the elements `shown` that a witness agrees with.

    `said` are the texts of head and JSON-LD, best first, `slug` is that of the address; `showing`
    finds what else on the page shows a text. Where no element is agreed with, the only `<h1>` is
    the headline if it is a sentence, as magazines have another one in print than in the head; else
    what two witnesses say, else the first that is shown. What may be the name of the site behind
    the headline counts when no other element is agreed with.
    """
    texts = filter(None, map(clean, said))
    witnesses = [*islice(texts, 1)]
    seen: list[tuple[str, etree._Element]] = []
    part: Headline | None = None
    for element in shown:
        text = clean(line_of(element))
        if not text:
            continue
        if [text] == witnesses and not text.endswith(_CUT):
            return Headline(text, element, confirmed=True)
        witnesses += texts  # which are asked only where the best of them does not say the same
        text = _own_line(element, text, witnesses)
        whole = agreed(text, witnesses, slug)
        if whole is not None:
            found = Headline(whole, element, confirmed=True)
            if not _may_be_a_name(whole, witnesses, slug):
                return found
            part = part or found
        seen.append((text, element))
    if part is not None:
        return part
    witnesses += texts
    others = map(showing, witnesses)
    elsewhere = next((element for element in others if element is not None), None)
    if elsewhere is not None:
        return Headline(clean(line_of(elsewhere)), elsewhere, confirmed=True)
    return _unconfirmed(seen, witnesses, slug)


def _may_be_a_name(text: str, witnesses: Sequence[str], slug: str) -> bool:
    """Whether a text only closes the witnesses that have it, behind a rule."""
    bones = letters(text)
    around = [whole for whole in witnesses if bones in letters(whole)]
    closed = all(letters(RULE.split(whole)[-1]) == bones != letters(whole) for whole in around)
    return bool(around) and closed and not agrees_with_slug(text, slug)


def _unconfirmed(
    seen: Sequence[tuple[str, etree._Element]], witnesses: Sequence[str], slug: str
) -> Headline | None:
    """The likeliest headline where no element shows what a witness says."""
    titles = {e: text for text, e in seen if e.tag == "h1" or e.get("aria-level") == "1"}
    sentences = [(text, element) for element, text in titles.items() if _is_sentence(text, element)]
    if witnesses and len(titles) == len(sentences) == 1:
        return Headline(*sentences[0], confirmed=False)
    for number, text in enumerate(witnesses):
        others = [other for other in witnesses[number + 1 :] if same_headline(other, text)]
        if others or agrees_with_slug(text, slug):
            return Headline(text, None, confirmed=False)
    if seen:
        return Headline(*seen[0], confirmed=not witnesses and not slug)
    return Headline(witnesses[0], None, confirmed=False) if witnesses else None


def _is_sentence(text: str, element: etree._Element) -> bool:
    """Whether a heading is more than the name of a section or of the site: several words, or some
    with a date line below them."""
    words = len(text.split())
    inside = any(box.tag in _OF_THE_SITE for box in (element, *element.iterancestors()))
    if words < _PHRASE or inside or next(element.iter("a"), None) is not None:
        return False
    below = (line_of(box) for box in islice(element.itersiblings(), _NEAR))
    return words >= SENTENCE or any(YEAR_IN_TEXT.search(line[:_LONGEST_DATE]) for line in below)


def _own_line(element: etree._Element, text: str, witnesses: Sequence[str]) -> str:
    """Return a headline without a kicker or second line, each an element that no witness has."""
    if not len(element):
        return text
    shorter = []
    if not (element[-1].tail or "").strip():
        shorter.append(text.removesuffix(clean(line_of(element[-1]))).rstrip())
    if not (element.text or "").strip():
        shorter.append(text.removeprefix(clean(line_of(element[0]))).lstrip())
    said = set(map(letters, witnesses))
    if letters(text) in said:
        return text
    return next((line for line in shorter if line and letters(line) in said), text)


def agreed(text: str, witnesses: Sequence[str], slug: str) -> str | None:
    """Return a headline that a witness confirms, whole where it was shown cut, else None."""
    if text.endswith(_CUT):
        start = letters(text)
        longer = (w for w in witnesses if letters(w).startswith(start) and w[-1] not in "….")
        return next(longer, None) if len(start) >= _LEAST else None
    if text in witnesses:
        return text
    alone = _without_name(text, witnesses)
    if alone is not None:
        return alone
    if any(same_headline(witness, text) for witness in witnesses) or agrees_with_slug(text, slug):
        return text
    return None


def _without_name(text: str, witnesses: Sequence[str]) -> str | None:
    """Return the headline of a line with the name of a site or a label beside it, else None.

    A witness has the one part, and the other is short or in brackets.
    """
    bones = letters(text)
    if any(letters(witness) == bones for witness in witnesses):
        return None
    bare = _LABEL.sub("", text) if "[" in text or "(" in text else text
    if bare != text and bare in witnesses:
        return bare
    for rule in RULE.finditer(text):
        parts = (text[: rule.start()], text[rule.end() :])
        for part, name in (parts, parts[::-1]):
            long = len(letters(part)) >= 2 * _LEAST and len(name.split()) <= _NAME
            if long and part in witnesses:
                return part
    return None


def same_headline(stated: str, seen: str) -> bool:
    """Return whether a text of the head is a headline, be it cut or with the site's name.

    >>> same_headline("Panen Raya Dimulai | Nasional | Kabar", "Panen Raya Dimulai")
    True
    """
    one, other = letters(stated), letters(seen)
    if one == other:
        return bool(one)
    if len(other) >= _LEAST and other in one and len(other) * 4 >= len(one):
        return True
    return len(one) >= 2 * _LEAST and other.startswith(one)


def agrees_with_slug(text: str, slug: str) -> bool:
    """Return whether a headline has most of the words of an address's slug, and the other way.

    >>> agrees_with_slug("Panen Raya Dimulai Pekan Ini", "panen-raya-dimulai-pekan-ini")
    True
    """
    ours = set(SLUG_WORD.findall(text.casefold().replace("'", "").replace("’", "")))
    theirs = set(SLUG_WORD.findall(slug.casefold()))
    if len(theirs) < 3:
        return False
    both = len(ours & theirs)
    return both >= _SLUG_SHARE * len(theirs) and both >= _SLUG_SHARE * len(ours)
