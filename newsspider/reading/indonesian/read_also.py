"""Taking "Baca juga" out of running text, in the forms that Indonesian portals print it.

There is no container to go by: the label and its link stand between the paragraphs, or in brackets
at the end of one. "baca juga" as ordinary prose has neither colon nor link behind it, and stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph
from newsspider.reading.text import clean

_MOST_SPANS: Final = 500  # a paragraph of more is no prose, and would take long to take apart
_HINTS: Final = ("baca", "lihat", "simak", "tonton", "ikuti")
# What nobody writes but as a label, given a colon, a dash or a link behind it.
_SURE = (
    r"(?:(?:baca|simak|tonton|lihat)\s*(?:juga|pula)(?:\s+(?:info\s?grafis|grafis|foto|video)\w*)?"
    r"|(?:lihat|simak|tonton)\s+(?:info\s?grafis|grafis|foto|video)\w*|baca\s+selengkapnya"
    r"|ikuti\s+survei(?:\s+(?-i:[A-Z])\w*)?(?:\.com)?)"
)
_LABEL: Final = rf"(?P<sure>{_SURE})|(?P<bare>\b(?:baca|simak|lihat))"
_DASH: Final = r"(?:[:–—|»>]|(?<=\s)-|-(?=\s|\Z))"  # no hyphen: "Lihat foto-foto berikut"
_LINKED = re.compile(
    rf"(?P<open>[(\[]\s*)?\b(?:{_LABEL})\b\s*(?P<mark>{_DASH}+)?[\s\"“‘•*;,]*\Z", re.IGNORECASE
)
_BETWEEN_LINKS = re.compile(r"\s*(?:(?:[,;|/•·*\-–—]|\bdan\b|&|\d{1,2}[.)])\s*)*", re.IGNORECASE)
_CLOSING = re.compile(r"[\s\"”’.]*[)\]]")
_BRACKETED = re.compile(
    # "(baca: pemerintah)", in small letters, is what an author says by a word.
    rf"[(\[]\s*(?:{_SURE}|(?-i:Baca|BACA))\s*[:\-–—]\s*[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]",
    re.IGNORECASE,
)
_OWN_LABEL = re.compile(rf"\A\W*(?:{_SURE}|baca)\s*{_DASH}\s*", re.IGNORECASE)
_LINE = re.compile(rf"\W*{_SURE}\s*{_DASH}.*", re.IGNORECASE | re.DOTALL)
_LEADING = re.compile(rf"\W*{_SURE}\s*:\s*", re.IGNORECASE)
_LABEL_ALONE = re.compile(rf"\W*(?:{_SURE}|baca\s*:)\W*", re.IGNORECASE)
_SURVEY = re.compile(  # of a house, which is named: "Ikuti survei itu" may be prose
    r"\W*ikuti\s+survei\b.*\b(?:(?-i:[A-Z])\w*|di\s?sini)\b.*", re.IGNORECASE
)
_BARE_LINE = re.compile(r"\W*baca\s*:.*", re.IGNORECASE | re.DOTALL)
_TAIL = re.compile(
    r"(?<=[.!?\"”’)])\s+(?:Baca [Jj]uga|BACA JUGA|Lihat [Jj]uga|LIHAT JUGA)\s*:.*\Z", re.DOTALL
)
_LIST_ITEM = re.compile(r"[\s•*·\-–—»>.\d)]*")
_CLOSES: Final = frozenset(".,;:!?")
_ENDS_SENTENCE = re.compile(r"[.!?]\s*\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to another article, as printed; `href` is not resolved."""

    headline: str
    href: str


@dataclass(slots=True)
class _Anchor:
    start: int
    end: int
    href: str


def without_asides(paragraphs: Iterable[Paragraph]) -> tuple[list[Paragraph], list[Mention]]:
    """The paragraphs that are text, and the links that stood between or within them.

    >>> from newsspider.reading.html.paragraphs import Span
    >>> spans = [Span("Panen raya. (Baca juga: "), Span("Harga Beras Turun", "/read/2"), Span(")")]
    >>> text, links = without_asides([Paragraph(spans)])
    >>> [paragraph.text for paragraph in text], links[0].headline
    (['Panen raya.'], 'Harga Beras Turun')
    """
    kept: list[Paragraph] = []
    mentions: list[Mention] = []
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


def _part(paragraph: Paragraph) -> tuple[Paragraph | None, list[Mention], bool]:
    """What is left of a paragraph, the links taken out, and whether a list may follow."""
    raw = paragraph.raw
    cuts = list(_linked_cuts(paragraph, raw)) or list(_unlinked_cuts(paragraph, raw))
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


def _linked_cuts(paragraph: Paragraph, raw: str) -> Iterator[tuple[int, int]]:
    anchors = _anchors(paragraph)
    position = 0
    for number, anchor in enumerate(anchors):
        if anchor.start < position:
            continue
        label = _label_before(paragraph, raw, position, anchor, anchors[number + 1 :])
        if label is None:
            continue
        end = anchor.end
        for other in anchors[number + 1 :]:
            if not _BETWEEN_LINKS.fullmatch(raw, end, other.start):
                break
            end = other.end
        closing = _CLOSING.match(raw, end) if label["open"] else None
        end = closing.end() if closing else end
        start = label.start()
        position = end
        yield start, end


def _label_before(
    paragraph: Paragraph, raw: str, position: int, anchor: _Anchor, later: list[_Anchor]
) -> re.Match[str] | None:
    """The label that introduces a link; within the link's own text it may stand as well."""
    label = _LINKED.search(raw, max(position, anchor.start - 90), anchor.start)
    if label is None:
        return None
    if label["mark"] or label["open"]:
        return label
    alone = not re.search(r"\w", raw[: label.start()]) and not re.search(r"\w", raw[anchor.end :])
    if label["sure"] and (alone or _is_strong(paragraph, label.start(), label.end())):
        return label
    return None


def _unlinked_cuts(paragraph: Paragraph, raw: str) -> Iterator[tuple[int, int]]:
    if (
        _LINE.fullmatch(raw)
        or _LABEL_ALONE.fullmatch(raw)
        or _SURVEY.fullmatch(raw)
        or (_BARE_LINE.fullmatch(raw) and _is_strong(paragraph, 0, len(raw)))
    ):
        yield 0, len(raw)
    else:
        yield from (found.span() for found in _BRACKETED.finditer(raw))
        tail = _TAIL.search(raw)
        if tail:
            yield tail.span()


def _anchors(paragraph: Paragraph) -> list[_Anchor]:
    """The links of a paragraph; one that is cut up by bold parts counts as one."""
    anchors: list[_Anchor] = []
    position = 0
    for span in paragraph.spans:
        end = position + len(span.text)
        if span.href is not None and not (span.text.isspace() and not anchors):
            if anchors and anchors[-1].end == position and anchors[-1].href == span.href:
                anchors[-1].end = end
            elif not span.text.isspace():
                anchors.append(_Anchor(position, end, span.href))
        position = end
    return anchors


def _mentions(paragraph: Paragraph, start: int, end: int) -> Iterator[Mention]:
    raw = paragraph.raw
    for anchor in _anchors(paragraph):
        if start <= anchor.start < end:
            headline = _OWN_LABEL.sub("", clean(raw[anchor.start : anchor.end]))
            if headline:
                yield Mention(headline, anchor.href)


def _in_box(paragraph: Paragraph) -> Iterator[Mention]:
    for span in paragraph.spans:
        headline = clean(span.text)
        if headline and span.href:
            yield Mention(headline, span.href)


def _is_only_links(paragraph: Paragraph) -> bool:
    rest = "".join(span.text for span in paragraph.spans if span.href is None)
    return bool(_anchors(paragraph)) and _LIST_ITEM.fullmatch(rest) is not None


def _is_strong(paragraph: Paragraph, start: int, end: int) -> bool:
    position = 0
    for span in paragraph.spans:
        after = position + len(span.text)
        if position < end and after > start and not span.strong and re.search(r"\w", span.text):
            return False
        position = after
    return True


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
