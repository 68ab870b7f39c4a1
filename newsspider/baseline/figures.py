"""What runs counted of the articles of a layout, and what is found to differ."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

LEAST_NOW: Final = 10  # articles of a layout in this run, before its shares say anything
LEAST_BEFORE: Final = 50  # articles of it in the runs before


@dataclass(frozen=True, slots=True)
class Deviation:
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
