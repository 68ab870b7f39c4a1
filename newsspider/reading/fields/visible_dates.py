"""Which of the dates that a page shows is its article's: the one that other evidence backs."""

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.field_sources import date_lines
from newsspider.reading.fields.publication import DateLine, claims
from newsspider.reading.fields.source import Source
from newsspider.reading.trust.date_evidence import Backing, backing, dated_lines


def backed_first(
    page: ArticlePage, others: Sequence[str], context: MutableMapping[str, Any]
) -> Iterator[Source]:
    """Yield the sources of the visible date, each with what is backed of it; then the best of all.

    `others` are the dates stated elsewhere, in ISO 8601. A line that stands anywhere on the page
    counts only when it is backed. `rivalled` of the context tells afterwards whether several lines
    differ and none is backed.
    """
    best: tuple[Source, Backing] | None = None
    first = None
    for source in date_lines(page):
        backed, held = _parted(source, others, context)
        yield backed
        for iso, line, how in held:
            context["rivalled"] = context["rivalled"] or (first is not None and iso != first)
            first = first or iso
            if best is None or how > best[1]:
                best = Source(source.kind, source.rule, [line]), how
    anywhere = [DateLine(text, "visible") for text in dated_lines(page.page.root)]
    yield _parted(Source("page", "text", anywhere), others, context)[0]
    if best is not None:
        yield best[0]


def _parted(
    source: Source, others: Sequence[str], context: MutableMapping[str, Any]
) -> tuple[Source, list[tuple[str, DateLine, Backing]]]:
    """A source with its backed lines only, and the others with what backs them."""
    backed: list[DateLine] = []
    held = []
    for line in source.values:
        for claim in claims([line], context):
            how = backing(claim.date.iso, others, context["hint"])
            if how >= Backing.HOURS or claim.relative:
                backed.append(line)
            else:
                held.append((claim.date.iso, line, how))
    return Source(source.kind, source.rule, backed), held
