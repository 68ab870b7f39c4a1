"""The saved articles as facts: every fixture whose whole text stands on one page."""

from random import Random
from typing import Final
from unicodedata import normalize

from benchmarks.duplicates.texts import news
from benchmarks.quality.cases import Case, gold_cases
from tests.changes import tree
from tests.changes.subject import TEXT, Facts

_LONG: Final = 120  # words; news of fewer may be lengthened
_SHARE: Final = 0.5  # of them that are


def facts_of_all(seed: int) -> list[Facts]:
    """Return the facts of all saved articles that can be changed.

    Left out are articles whose text no single page has whole, a page that lacks a paragraph of its
    record too, and those with the headline in it.
    Half of the articles, drawn, are made as long as news usually is.
    """
    found = []
    for case in gold_cases():
        facts = _facts(case)
        if facts is None:
            continue
        rng = Random(f"{seed}/{facts.name}")
        if rng.random() < _SHARE and case.gold["word_count"] < _LONG:
            facts = lengthened(facts, rng)
        found.append(facts)
    return found


def _facts(case: Case) -> Facts | None:
    whole = next((page for page in case.more if "showpage=all" in page.url), None)
    page = whole if case.gold["page_count"] > 1 else case.page
    if page is None or "body_incomplete" in case.gold["warnings"]:
        return None
    root = tree.parse(page.text)
    text = tree.first(root, TEXT)
    headline = tree.first(root, "h1")
    if text is None or headline is None or "h1" in {element.tag for element in text.iter()}:
        return None
    paragraphs = tuple(case.gold["article_body"].split("\n\n"))
    shown = tree.letters(normalize("NFC", tree.visible_text(root)))
    if not all(tree.letters(paragraph) in shown for paragraph in paragraphs):
        return None
    return Facts(case.name, page.url, page.text, case.gold, paragraphs)


def lengthened(facts: Facts, rng: Random) -> Facts:
    """Return the article with paragraphs of ours before its last; as it is, where none fit."""
    root = tree.parse(facts.html)
    text = tree.first(root, TEXT)
    assert text is not None
    places = tree.gaps(text)
    behind = tree.letters(_behind(places[-1])) if places else ""
    if not behind.startswith(tree.letters(facts.paragraphs[-1])):
        return facts
    added = news(rng, facts.name).paragraphs
    place = places[-1]
    for paragraph in reversed(added):
        tree.insert_paragraph(place, paragraph)
    return Facts(
        facts.name,
        facts.url,
        tree.source(root),
        facts.record,
        (*facts.paragraphs[:-1], *added, facts.paragraphs[-1]),
    )


def _behind(element: tree.Element) -> str:
    parts = [element.tail or ""]
    for sibling in element.itersiblings():
        parts += map(str, sibling.itertext())
        parts.append(sibling.tail or "")
    return " ".join(parts)
