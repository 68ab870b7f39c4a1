"""Boxes within a text: which are foreign to it, told by how they are built."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from itertools import takewhile
from typing import Final

from lxml import etree

from newsspider.reading.finder.cards import is_clock
from newsspider.reading.finder.line import Line
from newsspider.reading.finder.text_lines import has_fields
from newsspider.reading.html.element_index import string_of
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.foreign.reader_lines import is_note
from newsspider.reading.trust.foreign.service_lines import is_service_line
from newsspider.reading.trust.topic import long_words, shared

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SUBHEADS: Final = _HEADINGS - {"h1"}
ACCESSORIES: Final = frozenset(("blockquote", "dl", "ol", "pre", "table", "ul"))
_NAMES: Final = re.compile(
    r"(?:\A|[\s_-])(?:ads?|adv|advert\w*|bagikan|banner|bio|breadcrumbs?|caption|comments?|cookie|"
    r"credit|disqus|donasi|embed|fb-post|follow|footer|iklan|instagram-media|komentar|kuis|"
    r"langganan|modal|newsletter|overlay|paywall|penulis|poll|popular|popup|promo\w*|quiz|"
    r"recirc\w*|recommend\w*|rekomendasi|related|share|sharing|sidebar|signup|social|sosmed|"
    r"sponsor\w*|subscri\w*|survey|tags?|teaser|terkait|terpopuler|text-post-media|toc|toolbar|"
    r"transcript|transkrip|trending|twitter-tweet)"
    r"(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\A\W*\d{1,2}[.:]\d{2}\b|\b\d+ (?:menit|jam|hari|detik) (?:yang )?lalu\b")
_VALUES = re.compile(r"\bRp\s?[\d.]+|\d+\s?%|°C\b|\A[\d.,]+\Z")
_LABELS: Final = re.compile(
    r"\b(?:komentar|transkrip|transcript|tentang penulis|about the author|key (?:points|takeaways)|"
    r"poin[- ]poin|ringkasan|intisari|rangkuman|summary|live|breaking|version|kuis|lowongan|"
    r"bacaan|simak|pilihan|rekomendasi|terkait|lainnya|populer|trending)\b",
    re.IGNORECASE,
)
_MOST_PROSE: Final = 0.7
_COHERENT: Final = 0.2
_MOST_LINKED: Final = 0.4
_COPIED: Final = 0.8
_CAPTION_WORDS: Final = 40
_LABEL_WORDS: Final = 8
_MOST_LETTERS: Final = 60_000  # of a text in which copies of its lines are looked for


class Box(Enum):
    """What a box within a text is."""

    TEXT = "part of the text"
    DOUBTFUL = "perhaps part of it"
    FOREIGN = "no part of it"


def judge(box: etree._Element, lines: Sequence[Line], text: str, about: str, claims: Claims) -> Box:
    """Return what a box is that holds some lines, beside a text given as its letters.

    `about` is that text with headline and description, in lower case.
    """
    if not lines or _is_built_otherwise(box) or _is_of_links(lines):
        return Box.FOREIGN
    said = [line.letters for line in lines]
    if all(bones in claims.repeated or _is_of_claims(bones, claims) for bones in said):
        return Box.FOREIGN
    if all(is_service_line(line.text) for line in lines) or is_service_line(lines[0].text):
        return Box.FOREIGN
    if _copied(said, text) >= _COPIED:
        return Box.FOREIGN
    if _is_card(box, lines) or _is_in_another_language(box):
        return Box.FOREIGN
    prose = sum(len(line.text) for line in lines if line.is_prose)
    whole = sum(len(line.text) for line in lines)
    if _has_heading(lines):
        is_section = lines[0].element.tag in _HEADINGS and not is_label(lines[0].text)
        if is_section and prose >= whole * _MOST_PROSE and goes_on(lines, about):
            return Box.TEXT
        return Box.FOREIGN
    if box.tag in ACCESSORIES:
        below = next(box.iter("footer", "cite"), None)
        said_by = "" if below is None else string_of(below).strip()
        commented = is_label(said_by) or is_note(said_by)
        foreign = commented or _is_labelled(lines) or _takes_turns(lines)
        return Box.FOREIGN if foreign else Box.TEXT
    if prose < whole * _MOST_PROSE:
        return Box.FOREIGN
    return Box.DOUBTFUL


def told_by(said: Sequence[Line], claims: Claims) -> tuple[str, str]:
    """Return the letters of a text, up to a bound, and its matter."""
    return "".join([line.letters for line in said])[:_MOST_LETTERS], matter(said, claims)


def matter(said: Iterable[Line], claims: Claims) -> str:
    """Return lines with headline and description, in lower case."""
    return " ".join([line.text for line in said] + [claims.headline, claims.description]).casefold()


def _is_built_otherwise(box: etree._Element) -> bool:
    """Whether tags and attributes say that a box does something, or stands for something else."""
    if box.get("onclick") or box.get("data-href") or has_fields(box):
        return True
    if any(part.tag in ("button", "input", "select", "textarea", "form") for part in box.iter()):
        return True
    return is_named_otherwise(box)


def is_named_otherwise(box: etree._Element) -> bool:
    """Return whether class or id name something that is no text: comments, an advertisement."""
    return _NAMES.search(f"{box.get('class', '')} {box.get('id', '')}") is not None


def _is_of_links(lines: Sequence[Line]) -> bool:
    whole = sum(len(line.text) for line in lines)
    return sum(line.linked for line in lines) > whole * _MOST_LINKED


def _takes_turns(lines: Sequence[Line]) -> bool:
    """Whether links and lines of prose take turns, as headlines and openings of others do."""
    linked = sum(line.link_share > _MOST_LINKED for line in lines)
    return linked > 1 and linked * 2 >= sum(line.is_prose for line in lines)


def _is_of_claims(bones: str, claims: Claims) -> bool:
    """Whether a line is an author or a date with a label, or the headline with one."""
    return any(
        part in bones and len(bones) - len(part) <= 24 for part in claims.repeated if len(part) > 3
    )


def is_copy(lines: Sequence[Line], text: str) -> bool:
    """Return whether most of some lines stands in a text too, which is given as its letters."""
    return _copied([line.letters for line in lines], text) >= _COPIED


def _copied(said: Sequence[str], text: str) -> float:
    """The share of a box's letters that the text beside it has too, line by line."""
    whole = sum(map(len, said))
    return sum(len(bones) for bones in said if bones in text) / (whole or 1)


def _has_heading(lines: Sequence[Line]) -> bool:
    """Whether a heading or a label opens the box, and lines follow."""
    first = lines[0]
    if first.element.tag in _HEADINGS and not is_clock(first.text):
        return True
    short = list(takewhile(lambda line: not line.is_prose and line.words <= 12, lines))
    return 0 < len(short) < len(lines) and (
        any(_LABELS.search(line.text) for line in short)
        or any(line.link_share > 0.5 for line in short)
    )


def _is_labelled(lines: Sequence[Line]) -> bool:
    return is_label(lines[0].text) and not lines[0].is_prose


def is_label(text: str) -> bool:
    """Return whether a short line is the label of a widget ("Komentar", "Ringkasan AI")."""
    return len(text.split()) <= _LABEL_WORDS and _LABELS.search(text) is not None


def _is_in_another_language(box: etree._Element) -> bool:
    """Whether a box of Latin letters says that it is in another language than Indonesian."""
    language = (box.get("lang") or "").lower()
    return bool(language) and language[:2] not in ("id", "in", "ms", "ar")


def _is_card(box: etree._Element, lines: Sequence[Line]) -> bool:
    """Whether a box holds a picture with little text, clock times or values of a widget."""
    words = sum(line.words for line in lines)
    pictured = any(part.tag in ("img", "picture", "amp-img", "svg") for part in box.iter())
    if pictured and words <= _CAPTION_WORDS:
        return True
    said = [line for line in lines if not is_clock(line.text)]
    marked = sum(bool(_CLOCK.search(line.text) or _VALUES.search(line.text)) for line in said)
    return marked * 2 >= len(said) > 0 and words <= 30 * len(lines) and len(lines) > 1


def goes_on(lines: Sequence[Line], about: str) -> bool:
    """Return whether a section has so many words of text and headline that it is of the same."""
    words = long_words(" ".join(line.text for line in lines))
    return shared(words, about) >= _COHERENT


def is_another(
    box: etree._Element, lines: Sequence[Line], text: str, about: str, *, main: bool = False
) -> bool:
    """Return whether several lines are of something else: by name, copy, heading of their own.

    A heading is no sign of that where the lines are the `main` text, of which only the lead is
    known.
    """
    if is_named_otherwise(box) or is_copy(lines, text):
        return True
    return not main and _has_heading(lines) and not goes_on(lines, about)
