"""Which of the dates that a page shows is its article's: the one that other evidence backs."""

from collections.abc import Iterator, MutableMapping, Sequence
from datetime import datetime, time
from typing import Any

from newsspider.dates import parse_date
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.fields.date_claims import Claim, DateLine, claims
from newsspider.reading.fields.date_places import Dated, Place, dated_lines
from newsspider.reading.fields.date_sources import date_lines, date_modified
from newsspider.reading.fields.source import Source
from newsspider.reading.trust import date_evidence
from newsspider.reading.trust.date_evidence import Backing, backing


def backed_first(
    page: ArticlePage, others: Sequence[str], context: MutableMapping[str, Any]
) -> Iterator[Source]:
    """Yield the sources of the visible date, each with what is backed of it; then the best of all.

    `others` are the dates stated elsewhere, in ISO 8601. A line that stands anywhere on the page
    counts only when it is backed; one that counts back from now ("20 detik yang lalu"), as side
    lists do, yields to those that are. `rivalled` of the context tells afterwards whether several
    lines differ and none is backed, `updated` what those under the label of an update say.
    """
    if page.layout is GENERIC:
        yield from _likeliest(page, others, context)
        return
    best: tuple[Source, tuple[bool, Backing]] | None = None
    first = None
    counts: list[Source] = []
    for source in date_lines(page):
        nearby = _off_column(context) if source.kind == "beside" else context
        backed, held, counted = _parted(source, others, nearby)
        context["updated"] += [claim.date.iso for claim, _ in held if claim.of_update]
        yield backed
        counts.append(counted)
        for claim, how in held:
            iso, worth = claim.date.iso, (not claim.of_update, how)
            if not claim.of_update:
                context["rivalled"] = context["rivalled"] or (first is not None and iso != first)
                first = first or iso
            if best is None or worth > best[1]:
                best = Source(source.kind, source.rule, [claim.line]), worth
    if any(counted.values for counted in counts):
        below = [DateLine(text, "visible") for text in page.column.date_lines_below()]
        yield _parted(Source("column", "below", below), others, _off_column(context))[0]
        yield from counts
    # Where its own line is that of a change, any other that agrees with the data is of a list.
    told = best is not None and context["first"] != "visible"
    anywhere = Source("page", "text", [] if told else _anywhere(page, others, context))
    yield _parted(anywhere, others, _off_column(context))[0]
    if best is not None:
        yield best[0]


def _anywhere(
    page: ArticlePage, others: Sequence[str], context: MutableMapping[str, Any]
) -> list[DateLine]:
    """The lines with a date, wherever on the page, where anything could back one."""
    if not others and _off_column(context)["hint"] is None:
        return []
    lines = date_evidence.dated_lines(page.page.dated_root)
    return [DateLine(text, "visible") for text in lines]


def _off_column(context: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """The context of lines off the column: where an address tells a day, side lists are of it too.

    Only the moment that an address tells backs such a line.
    """
    hint = context["hint"]
    is_day = hint is not None and hint.timetz().replace(tzinfo=None) == time()
    return {**context, "hint": None} if is_day else context


def _likeliest(
    page: ArticlePage, others: Sequence[str], context: MutableMapping[str, Any]
) -> Iterator[Source]:
    """Yield the line of a page in no known layout that is backed best, else stands likeliest.

    What stands far from the headline and nothing backs is of another article, where the page states
    a date.
    """
    hint = context["hint"]
    lines: list[Dated] = []
    worth, best = Backing.NOTHING, None
    for lines in dated_lines(page, context["now"], context["language"]):
        backed = [(_worth(backing(one.iso, others, hint)), one) for one in lines]
        worth, best = min(
            backed, key=lambda found: (-found[0], found[1].rank), default=(worth, None)
        )
        if worth is Backing.STATED or (best and "T" in best.iso and _is_all(worth, others, hint)):
            break
    if best is None:
        return
    if not best.changed:
        own = (one for one in lines if one.place is Place.BELOW_HEADLINE)
        context["updated"] += [one.iso for one in own if one.changed]
    if worth < Backing.STATED and others and _is_of_a_change(page, best):
        return
    if worth is Backing.NOTHING and others and best.place >= Place.ELSEWHERE:
        return
    context["rivalled"] = True  # of a page that nobody has seen, what nothing backs is not certain
    yield Source("page", "text", [best.line])


def _is_all(worth: Backing, others: Sequence[str], hint: datetime | None) -> bool:
    """Whether a moment below the headline is backed by all that could back one."""
    return not others and (hint is None or worth >= Backing.HOURS)


def _is_of_a_change(page: ArticlePage, shown: Dated) -> bool:
    """Whether a line shows when the article was changed, as its label or the head says."""
    said = [value for source in date_modified(page) for value in source.values]
    changes = [date.iso for value in said if (date := parse_date(value)) is not None]
    return shown.changed or backing(shown.iso, changes, None) is Backing.STATED


def _worth(how: Backing) -> Backing:
    """What backs a date surely; that it lies within days of the address is chance elsewhere."""
    return how if how >= Backing.HOURS else Backing.NOTHING


def _parted(
    source: Source, others: Sequence[str], context: MutableMapping[str, Any]
) -> tuple[Source, list[tuple[Claim, Backing]], Source]:
    """A source with its backed lines only, the others with what backs them, and counts from now.

    That a line of an update is near the address backs nothing of the publication.
    """
    backed: list[DateLine] = []
    counted: list[DateLine] = []
    held = []
    for line in source.values:
        for claim in claims([line], context):
            how = backing(claim.date.iso, others, context["hint"])
            if claim.relative:
                counted.append(line)
            elif how >= Backing.HOURS and not claim.of_update:
                backed.append(line)
            else:
                held.append((claim, how))
    kind, rule = source.kind, source.rule
    return Source(kind, rule, backed), held, Source(kind, rule, counted)
