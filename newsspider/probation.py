"""Which articles are doubtful, and whether the first pages of a run can be believed. Pure.

A redesigned site does not fail to be read: it is read wrongly. What betrays it are pages that are
refused and articles that rest on little. One such page is chance, several are a change.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from newsspider.items import Article
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout

FEW: Final = 3
"""Pages in doubt that may be chance, whatever their share; fewer never set an article aside."""
SHARE: Final = 0.05
"""Of the pages of a run that may be in doubt; from here on those in doubt are set aside."""
FIRST: Final = 10
"""Pages on probation: nothing is durable before they came."""
LONGEST: Final = 30
"""Pages on probation where half of the first or more are in doubt."""
HOPELESS: Final = 0.8
"""Of the pages on probation: where so many are in doubt, the others are not believed either."""

LAYOUT_UNKNOWN: Final = "layout_unknown"
_BY_WARNING: Final[Mapping[str, str]] = {
    "body_incomplete": "article_body",
    "body_mixed": "article_body",
    "body_unconfirmed": "article_body",
    "date_unconfirmed": "date_published",
    "encoding_suspect": "article_body",
    "headline_unconfirmed": "headline",
}
_BY_SOURCE: Final = {"listing": "date_from_listing", "url": "date_from_address"}
_BY_REFUSAL: Final[Mapping[str, str]] = {
    "no_body": "article_body",
    "no_date": "date_published",
    "no_headline": "headline",
    "not_the_article": "article_body",
    "notice": "article_body",
    "paywall": "article_body",
}
FIELDS: Final[Mapping[str, str]] = {
    **_BY_WARNING,
    **dict.fromkeys(_BY_SOURCE.values(), "date_published"),
    **_BY_REFUSAL,
    LAYOUT_UNKNOWN: "layout",
}
"""The field of the record that each reason to doubt or to refuse a page is about."""
_IN_LAYOUT: Final = {"article_body": "body", "headline": "headline", "date_published": "date"}
_MOST_FIELDS: Final = 2
_MOST_SELECTORS: Final = 4


class Soundness(StrEnum):
    """How the pages on probation did."""

    OPEN = "open"
    SOUND = "sound"
    BROKEN = "broken"


def doubts(article: Article) -> list[str]:
    """Return why an article rests on little: codes of `FIELDS`, in alphabetical order."""
    found = {code for code in article.warnings if code in _BY_WARNING}
    if source := _BY_SOURCE.get(article.date_published_source):
        found.add(source)
    if article.layout == GENERIC.name:
        found.add(LAYOUT_UNKNOWN)
    return sorted(found)


def are_many(doubtful: int, pages: int) -> bool:
    """Tell whether so many pages in doubt are no chance.

    >>> are_many(2, 2), are_many(3, 60), are_many(3, 61)
    (False, True, False)
    """
    return doubtful >= max(FEW, SHARE * pages)


def soundness(good: int, bad: int, *, at_end: bool = False) -> Soundness:
    """Return how pages on probation did: `bad` were refused or are in doubt.

    Where half of the pages changed, the first ones may look like nearly all of them: more are
    waited for. `at_end`: no more are to come.

    >>> soundness(6, 4).value, soundness(0, 10).value, soundness(2, 8).value, soundness(5, 25).value
    ('sound', 'broken', 'open', 'broken')
    >>> soundness(0, 5, at_end=True).value, soundness(5, 5, at_end=True).value
    ('broken', 'sound')
    """
    pages = good + bad
    if pages >= FIRST and 2 * bad < pages:
        return Soundness.SOUND
    if pages >= FIRST and not good:
        return Soundness.BROKEN
    if pages < LONGEST and not at_end:
        return Soundness.OPEN
    return Soundness.BROKEN if bad >= max(FEW, HOPELESS * pages) else Soundness.SOUND


def usual(facts: Mapping[str, Any]) -> frozenset[str]:
    """Return the reasons to doubt that were usual in a run whose changes the user accepted.

    >>> sorted(usual({"article/stored": 40, "article/doubtful/layout_unknown": 40}))
    ['layout_unknown']
    """
    stored = facts.get("article/stored", 0)
    return frozenset(
        code
        for code in FIELDS
        if (number := facts.get(f"article/doubtful/{code}", 0)) and number >= SHARE * stored
    )


def described(stats: Mapping[str, Any], layouts: Sequence[Layout]) -> str:
    """Return which fields are in doubt in a run, why, and by which selectors they are looked for.

    `layouts` are those of the site, newest first.

    >>> layouts = [Layout(name=css, signature=(), headline=(css,)) for css in ("h1.new", "h1.old")]
    >>> described({"article/misread/no_headline": 7}, layouts)
    'headline of 7 pages (no_headline 7; looked for by h1.new, h1.old)'
    """
    reasons: dict[str, dict[str, int]] = {}
    for code, field in FIELDS.items():
        keys = (f"article/misread/{code}", f"article/doubtful/{code}")
        if number := max(stats.get(key, 0) for key in keys):
            reasons.setdefault(field, {})[code] = number
    worst = sorted(reasons.items(), key=lambda found: -max(found[1].values()))
    return ", ".join(_told(field, codes, layouts) for field, codes in worst[:_MOST_FIELDS])


def _told(field: str, codes: Mapping[str, int], layouts: Iterable[Layout]) -> str:
    said = ", ".join(f"{code} {number}" for code, number in codes.items())
    selectors = list(dict.fromkeys(chain.from_iterable(_first(field, each) for each in layouts)))
    where = f"; looked for by {', '.join(selectors[:_MOST_SELECTORS])}" if selectors else ""
    return f"{field} of {max(codes.values())} pages ({said}{where})"


def _first(field: str, layout: Layout) -> tuple[str, ...]:
    """Return where a layout has a field, or what the layout itself is known by, best first."""
    if field in _IN_LAYOUT:
        found: tuple[str, ...] = getattr(layout, _IN_LAYOUT[field])
        return found[:1]
    return layout.signature[0] if layout.signature else ()
