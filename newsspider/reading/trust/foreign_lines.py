"""Lines among the paragraphs that are no part of the text: service lines, lists of links."""

from collections.abc import Sequence
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph, Span
from newsspider.reading.trust.claims import letters
from newsspider.reading.trust.service_lines import is_service_line

_LABEL_WORDS: Final = 6
_LEAST_LINKS: Final = 2
_CUT: Final = ("..", "…", '"', "“")
_LEAST_REPEATED: Final = 40  # letters
_LEAST_QUOTED: Final = 60  # characters of a paragraph that is a link to itself


def without_foreign_lines(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs but service lines, and lists of links with the label above them."""
    kept: list[Paragraph] = []
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if is_service_line(paragraph.text):
            continue
        if _is_link(paragraph):
            run.append(paragraph)
            continue
        kept += _closed(run, kept)
        run = []
        kept.append(paragraph)
    return kept + _closed(run, kept)


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
    """What of a run of links stays: all of a single one."""
    if len(run) < _LEAST_LINKS:
        return run
    if kept and len(kept[-1].text.split()) <= _LABEL_WORDS and not kept[-1].text.endswith("."):
        kept.pop()
    return []


def _is_link(paragraph: Paragraph) -> bool:
    return all(
        _leads_away(span) or not span.text.strip(" \t\r\n•·-–»>0123456789.)")
        for span in paragraph.spans
    )


def _leads_away(span: Span) -> bool:
    """Whether a span is a link, but not running text that links to itself to be quoted."""
    href = span.href or ""
    return bool(href) and not (href.startswith("#") and len(span.text) >= _LEAST_QUOTED)
