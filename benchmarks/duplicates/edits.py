"""What editors do to a text that stays the same text: the known edits of the benchmark."""

import random
import re
from collections.abc import Callable
from dataclasses import replace

from benchmarks.duplicates.texts import Text, date, headline, name, paragraph
from benchmarks.duplicates.words import W

Edit = Callable[[random.Random, Text], Text]
_FILL = [
    word
    for group in (W["thing"], W["reason"], W["claim"])
    for line in group
    for word in line.split()
]


def swap_words(rng: random.Random, text: Text) -> Text:
    """Up to one word in twenty becomes another."""
    share = rng.uniform(0.002, 0.05)

    def swapped(line: str) -> str:
        return " ".join(
            rng.choice(_FILL) if rng.random() < share else word for word in line.split()
        )

    return replace(text, paragraphs=tuple(map(swapped, text.paragraphs)))


def correct_figure(rng: random.Random, text: Text) -> Text:
    """One number is put right wherever it is not part of a longer one."""
    found = re.findall(r"\b\d+\b", text.body)
    if not found:
        return text
    wrong, right = rng.choice(found), str(rng.randint(2, 980))
    return replace(
        text, paragraphs=tuple(re.sub(rf"\b{wrong}\b", right, line) for line in text.paragraphs)
    )


def drop_paragraph(rng: random.Random, text: Text) -> Text:
    at = rng.randrange(len(text.paragraphs))
    left = text.paragraphs[:at] + text.paragraphs[at + 1 :]
    return replace(text, paragraphs=left or text.paragraphs)


def add_paragraph(rng: random.Random, text: Text) -> Text:
    at = rng.randint(0, len(text.paragraphs))
    new = paragraph(rng, [name(rng)], rng.choice(W["place"]))
    return replace(text, paragraphs=(*text.paragraphs[:at], new, *text.paragraphs[at:]))


def new_headline(rng: random.Random, text: Text) -> Text:
    return replace(text, headline=headline(rng))


def new_dateline(rng: random.Random, text: Text) -> Text:
    place = rng.choice(W["place"]).upper()
    return replace(text, paragraphs=(f"{place} - {text.paragraphs[0]}", *text.paragraphs[1:]))


def agency_copy(rng: random.Random, text: Text) -> Text:
    """Agency copy joined to a lead of our own, with the line that names the agency."""
    lead = f"{headline(rng)}, seperti dilansir {rng.choice(W['agency'])}, {date(rng)}."
    return replace(text, paragraphs=(lead, *text.paragraphs))


def joined_copy(rng: random.Random, text: Text) -> Text:
    """Two reports made one: often too much is new for a Jaccard of 0.8."""
    cast, place = [name(rng)], rng.choice(W["place"])
    more = tuple(paragraph(rng, cast, place) for _ in range(rng.randint(1, 4)))
    return replace(agency_copy(rng, text), paragraphs=(*text.paragraphs, *more))


def reprint(rng: random.Random, text: Text) -> Text:
    """The same words, with other white space and quotation marks."""
    return replace(
        text, paragraphs=tuple(line.replace("“", '"').replace("”", '"') for line in text.paragraphs)
    )


EDITS: tuple[Edit, ...] = (
    swap_words,
    correct_figure,
    drop_paragraph,
    add_paragraph,
    new_headline,
    new_dateline,
    agency_copy,
    joined_copy,
)


def edited(rng: random.Random, text: Text) -> Text:
    """`text` after one to three edits; one in ten is a plain reprint under another address."""
    if rng.random() < 0.1:
        return replace(reprint(rng, text), kind="reprint")
    chosen = rng.sample(EDITS, rng.choice((1, 1, 2, 3)))
    for edit in chosen:
        text = edit(rng, text)
    return replace(text, kind="+".join(sorted(edit.__name__ for edit in chosen)))
