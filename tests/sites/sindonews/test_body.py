"""The running text: paragraphs, dateline, initials, and the links taken out of it.

The cases stand in `data/body.txt`: a name, the markup of a body, and what a reader takes from it.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from newsspider.reading.body import running_text
from newsspider.reading.text import clean
from newsspider.sites.sindonews.markup import MARKUP


class Case(NamedTuple):
    """A body and what it reads as, by part."""

    name: str
    markup: str
    parts: dict[str, list[str]]


def cases() -> list[Case]:
    """The cases of `data/body.txt`."""
    text = (Path(__file__).parent / "data" / "body.txt").read_text("utf-8")
    found = []
    for block in text.split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        markup, *parts = rest.split("\n--- ")
        named = (part.partition("\n") for part in parts)
        lines = {key: [line for line in value.split("\n") if line] for key, _, value in named}
        found.append(Case(name, markup, lines))
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name.replace(" ", "-"))
def test_a_body_reads_as_a_reader_reads_it(case: Case) -> None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = etree.fromstring(f'<div id="detail-desc">{case.markup}</div>'.encode(), parser)
    text = running_text.read([root[0][0]], MARKUP)

    assert text.paragraphs == [clean(line) for line in case.parts["paragraphs"]]
    assert text.dateline == next(iter(case.parts.get("dateline", [])), None)
    assert text.editor == next(iter(case.parts.get("editor", [])), None)
    links = [f"{mention.headline} | {mention.href}" for mention in text.read_also]
    assert links == case.parts.get("read_also", [])


@pytest.mark.parametrize(
    ("pages", "whole"),
    [
        ([["Satu."], ["Dua."]], ["Satu.", "Dua."]),
        ([["Satu.", "Dua."], ["Dua.", "Tiga."]], ["Satu.", "Dua.", "Tiga."]),
        ([["Satu.", "Dua."], ["Satu.", "Dua.", "Tiga."]], ["Satu.", "Dua.", "Tiga."]),
        ([["Harga naik karena"], ["pasokan turun."]], ["Harga naik karena pasokan turun."]),
        ([["Harga naik,"], ["Joko berkata."]], ["Harga naik, Joko berkata."]),
        ([["1. Tokyo"], ["Kota ini ramai."]], ["1. Tokyo", "Kota ini ramai."]),
        (
            [["Satu.", "Harga beras di pasar induk"], ["Harga beras di pasar induk naik."]],
            ["Satu.", "Harga beras di pasar induk naik."],
        ),
        ([["Ya."], ["Ya.", "Ya."]], ["Ya.", "Ya."]),
        ([[], ["Dua."], []], ["Dua."]),
    ],
)
def test_pages_join_without_loss_or_repetition(pages: list[list[str]], whole: list[str]) -> None:
    assert running_text.joined(pages) == whole
