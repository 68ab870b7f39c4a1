"""Shares of the articles that state a field, carry a warning, or were read by a selector."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from newsspider.baseline.figures import LEAST_BEFORE, LEAST_NOW, Deviation, Figures, layouts_of

WARN_DROP: Final = 0.05  # of the articles no longer state a field
BROKEN_DROP: Final = 0.30
BROKEN_LENGTH: Final = 0.5  # of the words or paragraphs that an article used to have
_DEVIATIONS: Final = 4  # standard deviations that are still put down to chance
_NO_FIELDS: Final = {"words", "paragraphs", "warnings"}  # fewer warnings are no loss
_RARE: Final = 0.02  # of the articles, in any layout
_USUAL_RULE: Final = 0.2  # of the articles were read by a selector, before it found nothing at all


def examine(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> list[Deviation]:
    """Return what is not as it was in the last runs, worst first; nothing until those are
    enough.
    """
    findings: list[Deviation] = []
    for layout in layouts_of(now):
        figures, usual = Figures.of([now], layout), Figures.of(before, layout)
        if figures.articles >= LEAST_NOW and usual.articles >= LEAST_BEFORE:
            findings += _fields(layout, figures, usual)
            findings += _lengths(layout, figures, usual)
    findings += _codes(now, before)
    findings += _selectors(now, before)
    return sorted(findings, key=lambda finding: not finding.broken)


def _fields(layout: str, figures: Figures, usual: Figures) -> Iterable[Deviation]:
    """Yield keys that fewer articles state than used to, and disagreements that more show."""
    for key in sorted({*usual.counts, *figures.counts} - _NO_FIELDS):
        drop = usual.share(key) - figures.share(key)
        if key.startswith("warning:"):
            drop, what = -drop, f"{key.removeprefix('warning:')} in"
        else:
            what = f"{key} stated by"
        if drop >= WARN_DROP:
            words = f"{layout}: {what} {figures.share(key):.0%} of pages, used to be"
            broken = drop >= max(BROKEN_DROP, _by_chance(usual.share(key), figures.articles))
            yield Deviation(broken, f"{words} {usual.share(key):.0%}")


def _codes(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> Iterable[Deviation]:
    """Yield warnings that were rare in all layouts, and are common in one that is new to the runs.

    A layout that earlier runs know well is compared with itself.
    """
    usual = [
        Figures.of(before, name) for name in sorted({n for run in before for n in layouts_of(run)})
    ]
    articles = sum(figures.articles for figures in usual)
    if articles < LEAST_BEFORE:
        return
    for layout in layouts_of(now):
        figures = Figures.of([now], layout)
        if Figures.of(before, layout).articles >= LEAST_BEFORE or figures.articles < LEAST_NOW:
            continue
        for key in sorted(key for key in figures.counts if key.startswith("warning:")):
            share = sum(each.counts[key] for each in usual) / articles
            if share <= _RARE and figures.share(key) - share >= WARN_DROP:
                words = f"{layout}: {key.removeprefix('warning:')} in {figures.share(key):.0%} of"
                yield Deviation(False, f"{words} pages, in other layouts {share:.0%}")


def _by_chance(share: float, articles: int) -> float:
    """Return how far so few articles may lie off the usual share by chance: they are no even
    sample, but the newest of the busiest sections, or the oldest that are looked at again.

    >>> round(_by_chance(0.78, 11), 2), round(_by_chance(0.78, 110), 2), _by_chance(1.0, 10)
    (0.5, 0.16, 0.0)
    """
    return _DEVIATIONS * math.sqrt(max(0.0, share * (1 - share)) / articles)


def _lengths(layout: str, figures: Figures, usual: Figures) -> Iterable[Deviation]:
    for key in ("words", "paragraphs"):
        if figures.share(key) < BROKEN_LENGTH * usual.share(key):
            words = f"{layout}: {figures.share(key):.0f} {key} a page, used to be"
            yield Deviation(True, f"{words} {usual.share(key):.0f}")


def _selectors(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> Iterable[Deviation]:
    """Yield selectors that found nothing any more, by name: where to repair."""
    articles = sum(now[f"coverage/{layout}"] for layout in layouts_of(now))
    earlier = sum(run.get(f"coverage/{name}", 0) for run in before for name in layouts_of(run))
    if articles < LEAST_NOW or earlier < LEAST_BEFORE:
        return
    hits: Counter[str] = Counter()
    for run in before:
        hits.update({_renamed(key): n for key, n in run.items() if key.startswith("parser/")})
    for rule, count in sorted(hits.items()):
        if count >= _USUAL_RULE * earlier and not now.get(rule):
            name = rule.removeprefix("parser/").replace("/", " from ", 1)
            yield Deviation(False, f"selector no longer finds anything: {name}")


def _renamed(rule: str) -> str:
    """Return a rule as it is counted now: until 2026-11 selectors were counted as places.

    >>> _renamed("parser/headline/place/h1.judul")
    'parser/headline/css/h1.judul'
    """
    return rule.replace("/place/", "/css/", 1)
