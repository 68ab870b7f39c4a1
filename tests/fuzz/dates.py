"""Fuzz `parse_date` with texts grown from our table of date lines.

    python -m tests.fuzz.dates --seconds 600

A finding is printed as a Python string: it becomes a row of `tests/dates/data/dates.tsv`.
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsspider.dates"]):
    from newsspider.dates import parse_date
    from newsspider.dates.fast_path import read_house
    from newsspider.dates.folding import fold
    from newsspider.dates.resolve import resolve_line
    from newsspider.dates.vocabulary import MONTHS, WEEKDAYS

from tests.dates.test_parse_date import table

NOW = datetime(2024, 2, 29, 23, 59, 59, tzinfo=UTC)
WORDS = [
    *MONTHS,
    *WEEKDAYS,
    *("WIB", "WITA", "GMT+7", "+0700", "pukul", "malam", "s/d", "sampai", "dan", " - ", " | "),
    *("Tayang: ", "Diperbarui: ", "yang lalu", "jam", "kemarin", "1445 H", "Kliwon", "&#39;"),
]


def check(text: str) -> None:
    """What must hold for every text; AssertionError names the text for which it does not."""
    for now in (None, NOW):
        found = parse_date(text, now)
        if found is None:
            continue
        if "T" in found.iso:
            assert datetime.fromisoformat(found.iso).utcoffset() is not None, ascii(text)
        else:
            assert date.fromisoformat(found.iso), ascii(text)
        again = parse_date(found.iso)
        assert again is not None, ascii(text)
        assert again.iso == found.iso, ascii(text)
    by_house = read_house(text)
    assert by_house is None or by_house == resolve_line(fold(text), None), ascii(text)


def one_input(data: bytes) -> None:
    check(data.decode("utf-8", "surrogateescape"))


def fuzz(folder: Path, limits: list[str]) -> None:
    """Run libFuzzer from our table and words; does not return."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for n, (text, _, _) in enumerate(table()):
        (corpus / f"{n}").write_text(text, "utf-8", errors="surrogatepass")
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in WORDS), "utf-8")
    options = [*limits, f"-dict={words}", f"-artifact_prefix={folder}/", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], one_input)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz parse_date.")
    parser.add_argument("--seconds", type=int, default=600, help="stop after this time")
    parser.add_argument("--runs", type=int, default=-1, help="stop after so many texts")
    given = parser.parse_args()
    limits = [f"-max_total_time={given.seconds}", f"-runs={given.runs}", "-max_len=700"]
    limits += ["-timeout=5"]  # seconds: what takes so long is a finding too
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()  # libFuzzer ends its process without a word to Python
        if child == 0:
            fuzz(Path(folder), limits)
        _, status = os.waitpid(child, 0)
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
