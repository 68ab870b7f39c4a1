"""Rates and accuracy of `parse_date` beside dateparser as its users call it.

    python -m benchmarks.dates [FILE.jsonl]

Both read the same lines on one core in the same run; the ratio is what to compare, a rate moves
with the machine. Accuracy is over the table of the tests, or over rows of `text`, `iso` (null for
none) and `relative_to`; behind it stands what dateparser, at its strictest, would add behind the
grammar: it is why none is there. The last table is of lines in languages that a page declares: why
dateparser reads those.
"""

import argparse
import json
import time
import warnings
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import dateparser

from newsspider.dates import parse_date
from newsspider.dates.declared_languages import language_of_dateparser
from tests.dates import test_declared_languages
from tests.dates.test_parse_date import NOW, table

LINES = {
    "house": "Selasa, 11 Januari 2022 - 10:52 WIB",
    "house, Jum'at": "Jum'at, 7 Januari 2022 - 10:52 WIB",
    "ISO 8601": "2022-01-11T10:52:00+07:00",
    "label": "Tayang: Selasa, 11 Januari 2022 10:52 WIB",
    "numbers": "Kompas.com - 11/01/2022, 10:52 WIB",
    "two dates": "Diperbarui: 12/1/2022 08:00 WIB | Tayang: 11/1/2022 10:52 WIB",
    "no date": "Senin - Jumat 08.00-17.00",
}
Row = tuple[str, str | None, datetime | None]


def rate(parse: Callable[[str], object], text: str, seconds: float = 0.5) -> float:
    """Calls a second of processor time: the best of five spells."""
    best = 0.0
    for _ in range(5):
        count, start = 0, time.process_time()
        while (spent := time.process_time() - start) < seconds / 5:
            for _ in range(10):
                parse(text)
            count += 10
        best = max(best, count / spent)
    return best


def plain(text: str) -> object:
    return dateparser.parse(text, languages=["id"])


def by_dateparser(
    text: str, now: datetime | None, strict: bool = False, language: str = "id"
) -> str | None:
    """What dateparser reads, written as we write it; +07:00 where it leaves the zone open."""
    settings: dict[str, object] = {"RELATIVE_BASE": now.replace(tzinfo=None)} if now else {}
    if strict:
        settings |= {
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        }
    when = dateparser.parse(text, languages=[language], settings=settings)
    if when is None:
        return None
    return when.isoformat(timespec="seconds") + ("" if when.tzinfo else "+07:00")


def agrees(got: str | None, expected: str | None) -> bool:
    """dateparser knows no date without a clock: midnight counts for one."""
    if got is None or expected is None:
        return got == expected
    return got == expected or got == f"{expected}T00:00:00+07:00"


class Counts:
    """Right, wrong and missed dates of each reader."""

    def __init__(self) -> None:
        self._of: dict[str, list[int]] = {}

    def add(self, reader: str, got: str | None, expected: str | None) -> None:
        """Count one line."""
        kind = 0 if agrees(got, expected) else 1 if got else 2
        self._of.setdefault(reader, [0, 0, 0])[kind] += 1

    def show(self, title: str) -> None:
        """Print a row for each reader; shares are of the lines that it was given."""
        print(f"\n| {title} | right | wrong date | missed |\n| --- | --: | --: | --: |")
        for reader, (right, wrong, missed) in self._of.items():
            share = right / (right + wrong + missed)
            print(f"| {reader} | {right} ({share:.1%}) | {wrong} | {missed} |")


def from_table() -> list[Row]:
    return [
        (text, date.iso if date else None, NOW if "r" in flags else None)
        for text, date, flags in table()
    ]


def from_file(path: Path) -> list[Row]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [(row["text"], row["iso"], _moment(row.get("relative_to"))) for row in rows]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def show_rates() -> None:
    print("| line | parse_date a second | dateparser a second | ratio |\n| --- | --: | --: | --: |")
    for name, text in LINES.items():
        ours, theirs = rate(parse_date, text), rate(plain, text)
        print(f"| {name} | {ours:,.0f} | {theirs:,.0f} | {ours / theirs:,.0f} |")


def show_accuracy(rows: Iterable[Row]) -> None:
    counts = Counts()
    added = [0, 0]
    rows = list(rows)
    for text, expected, now in rows:
        found = parse_date(text, now)
        ours = found.iso if found else None
        for name, got in (("parse_date", ours), ("dateparser", by_dateparser(text, now))):
            counts.add(name, got, expected)
        if ours is None and (more := by_dateparser(text, now, strict=True)):
            added[0 if agrees(more, expected) else 1] += 1
    counts.show(f"{len(rows)} lines")
    print(f"\ndateparser behind the grammar would add {added[0]} right, {added[1]} wrong dates.")


def show_declared_languages() -> None:
    """How lines of declared languages are read by the grammar, by dateparser, and by both."""
    counts = Counts()
    rows = test_declared_languages.table()
    for tag, text, date, _ in rows:
        expected = date.iso if date else None
        grammar, ours = parse_date(text, NOW), parse_date(text, NOW, tag)
        language = language_of_dateparser(tag)
        counts.add("the grammar", grammar.iso if grammar else None, expected)
        if language:
            counts.add("dateparser", by_dateparser(text, NOW, language=language), expected)
            strict = by_dateparser(text, NOW, strict=True, language=language)
            counts.add("dateparser, strict", strict, expected)
        counts.add("parse_date, language given", ours.iso if ours else None, expected)
    counts.show(f"{len(rows)} lines of declared languages")


def main() -> None:
    parser = argparse.ArgumentParser(description="Rates and accuracy of parse_date.")
    parser.add_argument("rows", nargs="?", type=Path, help="JSON lines with text, iso, relative_to")
    given = parser.parse_args()
    warnings.simplefilter("ignore")  # dateparser's own deprecations
    show_rates()
    show_accuracy(from_file(given.rows) if given.rows else from_table())
    show_declared_languages()


if __name__ == "__main__":
    main()
