"""Taking "Baca juga" out of running text, in the forms that Indonesian portals print it.

There is no container to go by: the label and its link stand between the paragraphs, or in brackets
at the end of one. "baca juga" as ordinary prose has neither colon nor link behind it, and stays.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph
from newsspider.reading.indonesian.read_also_labels import DASH, SURE, anchors_of, cuts_of
from newsspider.reading.text import clean

_MOST_SPANS: Final = 500  # a paragraph of more is no prose, and would take long to take apart
_HINTS: Final = ("baca", "lihat", "simak", "tonton", "ikuti")
_OWN_LABEL = re.compile(rf"\A\W*(?:{SURE}|baca)\s*{DASH}\s*", re.IGNORECASE)
_LEADING = re.compile(rf"\W*{SURE}\s*:\s*", re.IGNORECASE)
_LIST_ITEM = re.compile(r"[\s•*·\-–—»>.\d)]*")
_CLOSES: Final = frozenset(".,;:!?")
_ENDS_SENTENCE = re.compile(r"[.!?]\s*\Z")


@dataclass(frozen=True, slots=True)
class ReadAlsoLink:
    """A link to another article, as printed; `href` is not resolved."""

    headline: str
    href: str


def without_asides(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], list[ReadAlsoLink]]:
    """The paragraphs that are text, and the links that stood between or within them.

    >>> from newsspider.reading.html.paragraphs import Span
    >>> spans = [Span("Panen raya. (Baca juga: "), Span("Harga Beras Turun", "/read/2"), Span(")")]
    >>> text, links = without_asides([Paragraph(spans)])
    >>> [paragraph.text for paragraph in text], links[0].headline
    (['Panen raya.'], 'Harga Beras Turun')
    """
    said = "\n".join([paragraph.raw for paragraph in paragraphs])
    if not _is_hinted(said.lower()) and not any(paragraph.aside for paragraph in paragraphs):
        return [*paragraphs], []
    kept: list[Paragraph] = []
    mentions: list[ReadAlsoLink] = []
    listing = False  # whether the lines of a "Baca juga" list may still follow
    for paragraph in paragraphs:
        if paragraph.aside:
            mentions.extend(_in_box(paragraph))
            listing = False
        elif listing and _is_only_links(paragraph):
            mentions.extend(_mentions(paragraph, 0, len(paragraph.raw)))
        elif len(paragraph.spans) > _MOST_SPANS or not _is_hinted(paragraph.raw.lower()):
            kept.append(paragraph)
            listing = False
        else:
            rest, found, listing = _part(paragraph)
            mentions.extend(found)
            if rest is not None:
                kept.append(rest)
    return kept, mentions


def _is_hinted(text: str) -> bool:
    """Whether any label may stand in the text; plain look-ups, since most paragraphs have none."""
    return any(map(text.__contains__, _HINTS))


def _part(paragraph: Paragraph) -> tuple[Paragraph | None, list[ReadAlsoLink], bool]:
    """What is left of a paragraph, the links taken out, and whether a list may follow."""
    raw = paragraph.raw
    cuts = cuts_of(paragraph)
    if not cuts:
        return paragraph, [], False
    label = _LEADING.match(raw)
    if label and label.end() <= cuts[0][0]:  # of a box whose link was lost
        cuts.insert(0, (0, label.end()))
    mentions = [m for start, end in cuts for m in _mentions(paragraph, start, end)]
    rest = _without(paragraph, cuts)
    to_the_end = not re.search(r"\w", raw[cuts[-1][1] :])
    empty = not re.search(r"\w", rest.text)
    return (None if empty else rest), mentions, to_the_end and cuts[-1][0] >= 0


def _mentions(paragraph: Paragraph, start: int, end: int) -> Iterator[ReadAlsoLink]:
    raw = paragraph.raw
    for anchor in anchors_of(paragraph):
        if start <= anchor.start < end:
            headline = _OWN_LABEL.sub("", clean(raw[anchor.start : anchor.end]))
            if headline:
                yield ReadAlsoLink(headline, anchor.href)


def _in_box(paragraph: Paragraph) -> Iterator[ReadAlsoLink]:
    for span in paragraph.spans:
        headline = clean(span.text)
        if headline and span.href:
            yield ReadAlsoLink(headline, span.href)


def _is_only_links(paragraph: Paragraph) -> bool:
    rest = "".join(span.text for span in paragraph.spans if span.href is None)
    return bool(anchors_of(paragraph)) and _LIST_ITEM.fullmatch(rest) is not None


def _without(paragraph: Paragraph, cuts: list[tuple[int, int]]) -> Paragraph:
    """The paragraph without the stretches cut; one full stop is left where two would meet."""
    rest = paragraph.without(cuts)
    before, previous = "", None
    for span in rest.spans:
        if span.text.lstrip().startswith(".") and _ENDS_SENTENCE.search(before):
            span.text = span.text.lstrip()[1:]
        elif previous is not None and span.text[:1] in _CLOSES:
            previous.text = previous.text.rstrip()
        before += span.text
        previous = span
    return rest
