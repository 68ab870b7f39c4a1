"""Lines among the paragraphs that are no part of the text: service lines, lists of links."""

import re
from collections.abc import Sequence
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph, Span
from newsspider.reading.trust.claims import letters
from newsspider.reading.trust.foreign.data_lines import is_data_line
from newsspider.reading.trust.foreign.service_lines import is_service_line

_LABEL_WORDS: Final = 6
_LEAST_LINKS: Final = 2
_LISTING: Final = " \t\r\n•·-–»>0123456789.)"
_STOPS: Final = (".", "!", "?", "”", '"', ")")
_CUT: Final = ("..", "…", '"', "“")
_LABEL = re.compile(r"\s*(\d{1,3})\s+(?=[^\W\d_a-z]|[“\"‘(])")
_COUNT = re.compile(r"[^\w.)]?\d{1,3}[^\w.)]?\Z")
_LONGEST_COUNT: Final = 40  # characters with white space
_LEAST_NUMBERS: Final = 2
_MOST_MISSING: Final = 1.2  # of the numbers that are there
_LEAST_REPEATED: Final = 40  # letters
_LEAST_QUOTED: Final = 60  # characters of a paragraph that is a link to itself


def without_foreign_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs but lines of service or data, and lists of links with a label above."""
    kept: list[Paragraph] = []
    run: list[Paragraph] = []
    for paragraph in map(_unmarked, _uncounted(paragraphs)):
        text = paragraph.text
        if is_service_line(text) or is_data_line(text):
            continue
        if _is_link(paragraph):
            run.append(paragraph)
            continue
        if run:
            kept += _closed(run, kept)
            run = []
        kept.append(paragraph)
    return kept + _closed(run, kept)


def _unmarked(paragraph: Paragraph) -> Paragraph:
    """The paragraph without the sign behind it that links to it: ¶, #, §."""
    spans = paragraph.spans
    if spans[-1].href is None and spans[-1].text.strip():  # as most end
        return paragraph
    while spans and (not spans[-1].text.strip() or _is_mark(spans[-1])):
        spans = spans[:-1]
    if len(spans) == len(paragraph.spans) or not any(map(_is_mark, paragraph.spans[len(spans) :])):
        return paragraph
    return Paragraph(spans, paragraph.aside, paragraph.under_picture)


def _is_mark(span: Span) -> bool:
    sign = span.text.strip()
    return len(sign) == 1 and not sign.isalnum() and (span.href or "").startswith("#")


def _uncounted(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs without what only counts them: 1, 2, 3 … in lines or cells of their own."""
    if sum([_opens_with_number(paragraph.text) for paragraph in paragraphs]) < _LEAST_NUMBERS:
        return paragraphs
    labelled = [(p, found) for p in paragraphs if (found := _LABEL.match(p.raw))]
    if _counts([found[1] for _, found in labelled]) and 2 * len(labelled) > len(paragraphs):
        ends = {id(p): found.end() for p, found in labelled}
        return [p.behind(ends[id(p)]) if id(p) in ends else p for p in paragraphs]
    counted = [p for p in paragraphs if len(p.raw) <= _LONGEST_COUNT and _COUNT.match(p.text)]
    if not _counts(["".join(filter(str.isdecimal, p.text)) for p in counted]):
        return paragraphs
    return [paragraph for paragraph in paragraphs if paragraph not in counted]


def _opens_with_number(text: str) -> bool:
    """Whether a text opens with a digit, ahead of which a mark may stand."""
    return text[:1].isdecimal() or text[1:2].isdecimal()


def _counts(numbers: Sequence[str]) -> bool:
    """Whether numbers count from one on, to two at least; few of many may be missing."""
    counted = [*map(int, numbers)]
    if len(counted) < _LEAST_NUMBERS or counted[0] != 1 or counted != sorted({*counted}):
        return False
    return counted[-1] <= len(counted) * _MOST_MISSING


def without_pull_quote(kept: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs but one that opens them and is a sentence of a later one: a pull quote.

    >>> from newsspider.reading.html.paragraphs import Span
    >>> said = ["... buah masak serentak di seluruh lereng timur dan barat ...",
    ...     "Ketua kelompok berkata, buah masak serentak di seluruh lereng timur dan barat."]
    >>> [p.text[:5] for p in without_pull_quote([Paragraph([Span(text)]) for text in said])]
    ['Ketua']
    """
    if not kept or not kept[0].text.startswith(_CUT):
        return kept
    quote = letters(kept[0].text)
    repeated = len(quote) >= _LEAST_REPEATED and any(quote in letters(p.text) for p in kept[1:])
    return kept[1:] if repeated else kept


def _closed(run: list[Paragraph], kept: list[Paragraph]) -> list[Paragraph]:
    """What of a run of links stays: all of a single one, and sentences in a link not closed."""
    if len(run) < _LEAST_LINKS or _is_in_one_link(run):
        return run
    if kept and len(kept[-1].text.split()) <= _LABEL_WORDS and not kept[-1].text.endswith("."):
        kept.pop()
    return []


def _is_in_one_link(run: Sequence[Paragraph]) -> bool:
    """Whether paragraphs are sentences that lead to the same address: their link was not closed."""
    hrefs = {span.href for paragraph in run for span in paragraph.spans if span.href}
    return len(hrefs) == 1 and all(p.text.endswith(_STOPS) for p in run)


def _is_link(paragraph: Paragraph) -> bool:
    """Whether a paragraph is links, and the marks and numbers of a list."""
    for span in paragraph.spans:
        if not (span.href and _leads_away(span.href, span.text)) and span.text.strip(_LISTING):
            return False
    return True


def _leads_away(href: str, text: str) -> bool:
    """Whether a link does, but not running text that links to itself to be quoted."""
    return not (href.startswith("#") and len(text) >= _LEAST_QUOTED)
