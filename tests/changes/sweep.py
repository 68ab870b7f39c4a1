"""All kinds over all saved articles, on every core."""

import os
from collections.abc import Collection, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Final

from newsspider.extract import NotAnArticle, Page
from tests.changes.judging import Judgement, judge, read
from tests.changes.kinds import Kind, kinds
from tests.changes.saved import facts_of_all
from tests.changes.subject import Facts, Subject

FETCHED: Final = datetime(2026, 11, 28, 5, 0, tzinfo=UTC)
facts_of = cache(facts_of_all)


def changed(kind: Kind, facts: Facts, seed: int) -> bytes | None:
    """Return a page after a change, the same for the same seed; None where it has no place."""
    return kind.change(Subject(facts, Random(f"{seed}/{kind.name}/{facts.name}")))


def judged(seed: int, names: Collection[str], case: int) -> list[Judgement]:
    """Return the judgements on all of the kinds over one article."""
    facts = facts_of(seed)[case]
    page = Page.from_bytes(facts.url, facts.html.encode(), FETCHED)
    unchanged = read(page)
    assert not isinstance(unchanged, NotAnArticle), f"{facts.name} is refused as it is"
    known = frozenset(unchanged["warnings"])
    judgements = []
    for name in names:
        body = changed(kinds()[name], facts, seed)
        if body is not None:
            judgements.append(judge(kinds()[name], facts, body, known, page))
    return judgements


def run(seed: int, names: Collection[str], cases: Collection[int]) -> Iterator[Judgement]:
    """Yield the judgements on all of the kinds over the articles of these numbers."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        tasks = [pool.submit(judged, seed, list(names), number) for number in cases]
        for task in tasks:
            yield from task.result()
