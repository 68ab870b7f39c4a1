"""Whether the pages still read as they used to: this run's figures against those of the last runs.

A layout that changes seldom breaks everything at once: a class is renamed, and one field is null
from then on, or a body ends after its first paragraph. Each article looks valid; the share does
not. Pure; the figures are those that the runs leave in the state.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Self

LEAST_NOW: Final = 10  # articles of a layout in this run, before its shares say anything
LEAST_BEFORE: Final = 50  # articles of it in the runs before
WARN_DROP: Final = 0.05  # of the articles no longer state a field
BROKEN_DROP: Final = 0.30
BROKEN_LENGTH: Final = 0.5  # of the words or paragraphs that an article used to have
LEAST_LISTS_NOW: Final = 5  # lists of a kind in this run
LEAST_LISTS_BEFORE: Final = 20  # and in the runs before
WARN_LISTED: Final = 0.6  # of the articles that a list of the kind used to have
BROKEN_LISTED: Final = 0.3
SILENCE: Final = timedelta(hours=24)  # in which the site has always published something
_LEAST_SILENT: Final = 3  # runs of that time which found nothing new; one may be an accident
_DEVIATIONS: Final = 4  # standard deviations that are still put down to chance
_NO_FIELDS: Final = {"words", "paragraphs", "warnings"}  # fewer warnings are no loss
_RARE: Final = 0.02  # of the articles, in any layout
_USUAL_RULE: Final = 0.2  # of the articles were read by a selector, before it found nothing at all


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it was; `broken` ones make the run exit with 65."""

    broken: bool
    words: str


@dataclass(slots=True)
class Figures:
    """Counts of one layout: articles, keys stated, words, paragraphs, warnings, selector hits."""

    articles: int
    counts: Counter[str]

    @classmethod
    def of(cls, facts: Iterable[Mapping[str, Any]], layout: str) -> Self:
        """Return the figures of a layout, summed over runs.

        The keys are those that `pipelines.count_fields.CountFields` counts: `coverage/<layout>`,
        `coverage/<layout>/<key>`, `text/<layout>/words`; and `parser/<field>/<rule>`.
        """
        counts: Counter[str] = Counter()
        articles = 0
        for run in facts:
            articles += run.get(f"coverage/{layout}", 0)
            for prefix in (f"coverage/{layout}/", f"text/{layout}/"):
                for key, value in run.items():
                    if key.startswith(prefix):
                        counts[key.removeprefix(prefix)] += value
        return cls(articles, counts)

    def share(self, key: str) -> float:
        """Return how much of it an article has: of a key 0 to 1, of words their mean number."""
        return self.counts[key] / self.articles if self.articles else 0.0


def layouts_of(facts: Mapping[str, Any]) -> list[str]:
    """Return the layouts that pages were read with.

    >>> layouts_of({"coverage/2025-26": 3, "coverage/2025-26/editor": 2, "article/stored": 3})
    ['2025-26']
    """
    return sorted(key.split("/")[1] for key in facts if key.count("/") == 1 and "coverage/" in key)


def examine(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> list[Finding]:
    """Return what is not as it was in the last runs, worst first; nothing until those are
    enough.
    """
    findings: list[Finding] = []
    for layout in layouts_of(now):
        figures, usual = Figures.of([now], layout), Figures.of(before, layout)
        if figures.articles >= LEAST_NOW and usual.articles >= LEAST_BEFORE:
            findings += _fields(layout, figures, usual)
            findings += _lengths(layout, figures, usual)
    findings += _codes(now, before)
    findings += _selectors(now, before)
    return sorted(findings, key=lambda finding: not finding.broken)


def _fields(layout: str, figures: Figures, usual: Figures) -> Iterable[Finding]:
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
            yield Finding(broken, f"{words} {usual.share(key):.0%}")


def _codes(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> Iterable[Finding]:
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
                yield Finding(False, f"{words} pages, in other layouts {share:.0%}")


def _by_chance(share: float, articles: int) -> float:
    """Return how far so few articles may lie off the usual share by chance: they are no even
    sample, but the newest of the busiest sections, or the oldest that are looked at again.

    >>> round(_by_chance(0.78, 11), 2), round(_by_chance(0.78, 110), 2), _by_chance(1.0, 10)
    (0.5, 0.16, 0.0)
    """
    return _DEVIATIONS * math.sqrt(max(0.0, share * (1 - share)) / articles)


def _lengths(layout: str, figures: Figures, usual: Figures) -> Iterable[Finding]:
    for key in ("words", "paragraphs"):
        if figures.share(key) < BROKEN_LENGTH * usual.share(key):
            words = f"{layout}: {figures.share(key):.0f} {key} a page, used to be"
            yield Finding(True, f"{words} {usual.share(key):.0f}")


def _selectors(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> Iterable[Finding]:
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
            yield Finding(False, f"selector no longer finds anything: {name}")


def _renamed(rule: str) -> str:
    """Return a rule as it is counted now: until 2026-11 selectors were counted as places.

    >>> _renamed("parser/headline/place/h1.judul")
    'parser/headline/css/h1.judul'
    """
    return rule.replace("/place/", "/css/", 1)


def listings(now: Mapping[str, Any], before: list[Mapping[str, Any]]) -> list[Finding]:
    """Return feeds and sitemaps that list far fewer articles than they used to.

    A feed holds its last so many articles at any hour; a sitemap may be short after midnight, so
    that it only warns, and the index of a day is as long as the day. Lists that have not changed
    (304) are in no count.
    """
    findings = []
    for kind in ("feed", "sitemap"):
        read, listed = f"listing/read/{kind}", f"listing/links/{kind}"
        lists, lists_before = now.get(read, 0), sum(run.get(read, 0) for run in before)
        if lists < LEAST_LISTS_NOW or lists_before < LEAST_LISTS_BEFORE:
            continue
        share, usual = now.get(listed, 0) / lists, sum(run.get(listed, 0) for run in before)
        usual /= lists_before
        if share < WARN_LISTED * usual:
            broken = kind == "feed" and share < BROKEN_LISTED * usual
            words = f"{share:.0f} articles in a {kind}, used to be {usual:.0f}"
            findings.append(Finding(broken, words))
    return findings


def silence(
    moment: datetime, now: Mapping[str, Any], before: Iterable[tuple[datetime, Mapping[str, Any]]]
) -> list[Finding]:
    """Run after run for a day that found lists, and nothing new in them: they stand still.

    `before` are the runs up to now with the time of each, newest first. Those of the archive say
    nothing here, in either direction.
    """
    if not _looked(now) or _found_new(now):
        return []
    silent = [moment]
    for began, run in before:
        if _found_new(run):
            break
        if _looked(run):
            silent.append(began)
    hours = (moment - silent[-1]) / timedelta(hours=1)
    if len(silent) < _LEAST_SILENT or moment - silent[-1] < SILENCE:
        return []
    return [Finding(True, f"nothing new for {hours:.0f} hours, in {len(silent)} runs")]


def _looked(run: Mapping[str, Any]) -> bool:
    """Return whether a run looked for the newest articles, and saw lists of them."""
    read = max(run.get("listing/read", 0), run.get("listing/read/feed", 0))
    seen = read + run.get("listing/unchanged", 0)
    return seen >= LEAST_LISTS_NOW and "progress/days" not in run


def _found_new(run: Mapping[str, Any]) -> bool:
    return bool(run.get("article/stored") and "progress/days" not in run)
