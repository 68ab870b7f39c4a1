"""Fuzz `extract` with bytes grown from the saved pages.

    python -m tests.fuzz.pages --seconds 600
    python -m tests.fuzz.pages --url https://kabarlereng.example/tani/panen-kopi  (another reader)

A finding is written to `crash-*` in the folder that the run names: it becomes a folder of
`fixtures/`.
"""

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(include=["newsspider.extract"]):
    from newsspider.extract import Page
    from newsspider.sites import registry
    from tests.support import invariants

    registry.all_sites()  # else the first page pays for the import of all of them

from newsspider.store.pages.fixtures import Fixture, folders

SAVED: Final = Path(__file__).parents[2] / "fixtures"
NOW: Final = datetime(2026, 7, 24, 12, tzinfo=UTC)
URL: Final = "https://international.sindonews.com/read/652711/40/judul-berita-1642040640"
TYPES: Final = (None, "text/html; charset=utf-8", "text/html; charset=iso-8859-1", "image/jpeg")
WORDS: Final = (
    '<h1 class=\\"detail-title\\">', '<div class=\\"detail-desc\\" id=\\"detail-desc\\">', "<br>",
    '<div class=\\"detail-date-artikel\\">', "Kamis, 13 Januari 2022 - 10:52 WIB", "(min)",
    '<script type=\\"application/ld+json\\">', '{\\"@type\\":\\"NewsArticle\\",', "</script>",
    "Baca juga: ", "<a href=", "<strong>JAKARTA</strong> - ", "<table><tr><td>", "&#0;", "&shy;",
    "seperti dilansir Reuters, Selasa (11/1/2022).", "Foto/", "\\x00", "\\xed\\xa0\\xbd", "<!--",
)  # fmt: skip


def one_input(data: bytes, url: str = URL) -> None:
    """The first byte chooses the header; a second page may follow behind two NULs.

    `url` is the address of the page, and so chooses the reader.
    """
    header = TYPES[data[0] % len(TYPES)] if data else None
    first, _, second = data[1:].partition(b"\0\0")
    pages = [Page.from_bytes(url, first, NOW, header)]
    if second:
        pages.append(Page.from_bytes(f"{url}?showpage=all", second, NOW, header))
    invariants.read(*pages)


def heart(body: bytes) -> bytes:
    """The part of a saved page that is read, small enough to be changed often."""
    start = max(body.find(b"<h1"), 0)
    return body[start : start + 6_000]


def fuzz(folder: Path, url: str, limits: list[str]) -> None:
    """Run libFuzzer from our saved pages and words; does not return."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, case in enumerate(folders(SAVED)):
        body = Fixture.load(case).page().body
        (corpus / f"{number}").write_bytes(b"\x01" + heart(body))
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in WORDS), "utf-8")
    options = [*limits, f"-dict={words}", f"-artifact_prefix={folder}/", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], partial(one_input, url=url))
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz extract.")
    parser.add_argument("--seconds", type=int, default=600, help="stop after this time")
    parser.add_argument("--runs", type=int, default=-1, help="stop after so many pages")
    parser.add_argument("--url", default=URL, help="address of the pages: which reader is tried")
    given = parser.parse_args()
    limits = [f"-max_total_time={given.seconds}", f"-runs={given.runs}", "-max_len=20000"]
    limits += ["-timeout=10"]  # seconds: what takes so long is a finding too
    folder = Path(tempfile.mkdtemp(prefix="fuzz-pages-"))
    child = os.fork()  # libFuzzer ends its process without a word to Python
    if child == 0:
        fuzz(folder, given.url, limits)
    _, status = os.waitpid(child, 0)
    findings = sorted(folder.glob("crash-*")) + sorted(folder.glob("timeout-*"))
    print(f"{len(findings)} findings in {folder}")
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
