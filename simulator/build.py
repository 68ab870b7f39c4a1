"""Writes `fixtures/sindonews/` from the cases: `python -m simulator.build [CASE…]`.

Pages and what is expected of them are drawn from `simulator/cases/`, so a changed template or
fact is one command and a readable `git diff`. Folders that no case names are left alone: a page
saved from the site by `scrapy fixture` lives beside these.
"""

import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from newsspider.store.pages.fixtures import Fixture, Saved
from simulator import demo, gold, refused
from simulator.cases import Case, all_cases
from simulator.pages import render_article, render_plain
from simulator.story import Rendering

ROOT: Final = Path(__file__).parents[1] / "fixtures" / "sindonews"
Written = tuple[str, list[Saved], Any, str, dict[str, Any] | None]


def article_answers(case: Case) -> list[Saved]:
    """The saved answers of an article case, page 1 first."""
    given = [_answer(case, rendering) for rendering in case.renderings]
    same = [replace(given[0], url=_url(case, rendering)) for rendering in case.unheeded]
    return [*given, *same, *(_refusal(case, rendering) for rendering in case.refused)]


def build(wanted: Sequence[str] = (), root: Path = ROOT) -> list[str]:
    """Writes the folders named in `wanted`, or every one; gives the names written."""
    names = []
    for name, answers, fetched_at, proves, expected in _everything():
        if wanted and name not in wanted:
            continue
        folder = root / name
        shutil.rmtree(folder, ignore_errors=True)
        Fixture.save(folder, answers, fetched_at, proves)
        if expected is not None:
            text = json.dumps(expected, ensure_ascii=False, indent=2) + "\n"
            (folder / "expected.json").write_text(text, encoding="utf-8")
        names.append(name)
    return names


def _everything() -> Iterator[Written]:
    for case in all_cases():
        yield case.name, article_answers(case), case.fetched_at, case.proves, gold.record(case)
    yield from refused.folders()
    yield from demo.folders()


def _answer(case: Case, rendering: Rendering) -> Saved:
    html = render_article(case.story, case.layout, rendering, year=case.fetched_at.year)
    if case.cut_after is not None:
        html = html[: html.index(case.cut_after) + len(case.cut_after)]
    return Saved(url=_url(case, rendering), body=html.encode(case.encoding), headers=case.headers)


def _refusal(case: Case, rendering: Rendering) -> Saved:
    body = render_plain("error.html").encode()
    return Saved(url=_url(case, rendering), body=body, status=503, headers=case.headers)


def _url(case: Case, rendering: Rendering) -> str:
    if rendering == "page1":
        return case.url
    if rendering == "all":
        return case.story.whole_url
    return case.story.page_url(int(rendering.removeprefix("page")))


if __name__ == "__main__":
    print(*build(sys.argv[1:]), sep="\n")
