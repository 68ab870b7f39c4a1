"""Where "Baca juga" stands in a paragraph: labels with the links behind them, and labels alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph

# What nobody writes but as a label, given a colon, a dash or a link behind it.
SURE = (
    r"(?:(?:baca|simak|tonton|lihat)\s*(?:juga|pula)(?:\s+(?:info\s?grafis|grafis|foto|video)\w*)?"
    r"|(?:lihat|simak|tonton)\s+(?:info\s?grafis|grafis|foto|video)\w*|baca\s+selengkapnya"
    r"|ikuti\s+survei(?:\s+(?-i:[A-Z])\w*)?(?:\.com)?)"
)
_LABEL: Final = rf"(?P<sure>{SURE})|(?P<bare>\b(?:baca|simak|lihat))"
DASH: Final = r"(?:[:–—|»>]|(?<=\s)-|-(?=\s|\Z))"  # no hyphen: "Lihat foto-foto berikut"
_LINKED = re.compile(
    rf"(?P<open>[(\[]\s*)?\b(?:{_LABEL})\b\s*(?P<mark>{DASH}+)?[\s\"“‘•*;,]*\Z", re.IGNORECASE
)
_BETWEEN_LINKS = re.compile(r"\s*(?:(?:[,;|/•·*\-–—]|\bdan\b|&|\d{1,2}[.)])\s*)*", re.IGNORECASE)
_CLOSING = re.compile(r"[\s\"”’.]*[)\]]")
_BRACKETED = re.compile(
    # "(baca: pemerintah)", in small letters, is what an author says by a word.
    rf"[(\[]\s*(?:{SURE}|(?-i:Baca|BACA))\s*[:\-–—]\s*[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]",
    re.IGNORECASE,
)
_LINE = re.compile(rf"\W*{SURE}\s*{DASH}.*", re.IGNORECASE | re.DOTALL)
_LABEL_ALONE = re.compile(rf"\W*(?:{SURE}|baca\s*:)\W*", re.IGNORECASE)
_SURVEY = re.compile(  # of a house, which is named: "Ikuti survei itu" may be prose
    r"\W*ikuti\s+survei\b.*\b(?:(?-i:[A-Z])\w*|di\s?sini)\b.*", re.IGNORECASE
)
_BARE_LINE = re.compile(r"\W*baca\s*:.*", re.IGNORECASE | re.DOTALL)
_TAIL = re.compile(
    r"(?<=[.!?\"”’)])\s+(?:Baca [Jj]uga|BACA JUGA|Lihat [Jj]uga|LIHAT JUGA)\s*:.*\Z", re.DOTALL
)


@dataclass(slots=True)
class Anchor:
    """A link of a paragraph: where it stands in its raw text, and where it leads."""

    start: int
    end: int
    href: str


def cuts_of(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return the stretches of the raw text that are "Baca juga", in order."""
    raw = paragraph.raw
    return list(_linked_cuts(paragraph, raw)) or list(_unlinked_cuts(paragraph, raw))


def anchors_of(paragraph: Paragraph) -> list[Anchor]:
    """Return the links of a paragraph; one that is cut up by bold parts counts as one."""
    anchors: list[Anchor] = []
    position = 0
    for span in paragraph.spans:
        end = position + len(span.text)
        if span.href is not None and not (span.text.isspace() and not anchors):
            if anchors and anchors[-1].end == position and anchors[-1].href == span.href:
                anchors[-1].end = end
            elif not span.text.isspace():
                anchors.append(Anchor(position, end, span.href))
        position = end
    return anchors


def _linked_cuts(paragraph: Paragraph, raw: str) -> Iterator[tuple[int, int]]:
    anchors = anchors_of(paragraph)
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
    paragraph: Paragraph, raw: str, position: int, anchor: Anchor, later: list[Anchor]
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


def _is_strong(paragraph: Paragraph, start: int, end: int) -> bool:
    position = 0
    for span in paragraph.spans:
        after = position + len(span.text)
        if position < end and after > start and not span.strong and re.search(r"\w", span.text):
            return False
        position = after
    return True
