"""What whole WARC files cost to read: `python -m benchmarks.batch`, one core, CPU seconds.

The same pages of the simulated site are read by the extractor alone, from memory, and by the batch,
from a WARC file to a file of records; a hundred pages by one, then by the other, several times, of
which the best counts: so both see the same machine, however busy it is. The ratio is the figure: at
least 0.85 is the aim. A second file has a hundred hosts, one of which is ours: at least
100 MB a second (of the packed file) is the aim, with the articles on it read. `--peer PYTHON` runs
fastwarc and trafilatura over the first file, in an environment that has both.
"""

import argparse
import json
import subprocess
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.extract import unseen
from newsspider.batch.extract_file import Order, Outcome, extract_file
from newsspider.batch.inputs import Input
from newsspider.batch.out_folder import OutFolder
from newsspider.extract import Page, extract
from newsspider.items import to_record
from newsspider.warc.read.captures import read_captures
from tests.support.warc_files import answer, packed, record

_SLICE: Final = 100  # pages
_HOSTS: Final = 100
_MORE: Final = 13_000  # bytes that do not pack: with them a page has the 27 KB of one of CC-NEWS
_ORDER: Final = Order(hosts=("sindonews.com",))
_PEER: Final = """
import json, sys, time, trafilatura
from fastwarc.warc import ArchiveIterator, WarcRecordType
with open(sys.argv[1], "rb") as file:
    trafilatura.extract("<html><body><p>Halo.</p></body></html>")
    start, pages = time.process_time(), 0
    for record in ArchiveIterator(file, record_types=WarcRecordType.response, auto_decode="all"):
        found = trafilatura.bare_extraction(
            record.reader.read(), url=record.headers["WARC-Target-URI"], with_metadata=True
        )
        pages += bool(found)
print(json.dumps({"pages": pages, "seconds": time.process_time() - start}))
"""


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _read(pages: list[Page]) -> None:
    """Read the pages as the batch does, without files."""
    for page in pages:
        to_record(extract(Page.from_bytes(page.url, page.body, page.fetched_at)))


def _batch(path: Path) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        out = OutFolder(Path(folder))
        out.prepare({"extractor": _ORDER.extractor})
        outcome = extract_file(_ORDER, Input(str(path)), out)
    assert isinstance(outcome, Outcome)
    return outcome


def against_the_extractor(pages: list[Page], folder: Path, rounds: int) -> dict[str, float]:
    """Return pages a second of the extractor alone and of the batch, the best of the rounds."""
    slices = [pages[start : start + _SLICE] for start in range(0, len(pages), _SLICE)]
    times = [_of_a_slice(each, folder / "ours.warc.gz", rounds) for each in slices]
    alone, batch = (sum(column) for column in zip(*times, strict=True))
    return {
        "pages": len(pages),
        "mean_kb": round(sum(len(page.body) for page in pages) / len(pages) / 1000),
        "extractor_pages_per_second": round(len(pages) / alone),
        "batch_pages_per_second": round(len(pages) / batch),
        "batch_to_extractor": round(alone / batch, 2),
    }


def _of_a_slice(pages: list[Page], path: Path, rounds: int) -> tuple[float, float]:
    """Return the least seconds of the extractor alone and of the batch."""
    path.write_bytes(packed(record(page.url, answer(page.body)) for page in pages))
    assert _batch(path).records == len(pages)
    times = [
        (_seconds(lambda: _read(pages)), _seconds(lambda: _batch(path))) for _ in range(rounds)
    ]
    alone, batch = (min(column) for column in zip(*times, strict=True))
    return alone, batch


def with_few_hits(pages: list[Page], folder: Path, rounds: int) -> dict[str, float]:
    """Return megabytes a second of a file of many hosts: searched alone, and read."""
    path, dice = folder / "many-hosts.warc.gz", Random(1)
    with path.open("wb") as file:
        for number, page in enumerate(pages):
            host = number % _HOSTS
            url = page.url if not host else f"https://www.warta{host}.example/{number}"
            body = page.body + b"<script>" + b64encode(dice.randbytes(_MORE)) + b"</script>"
            file.write(packed([record(url, answer(body))]))
    size = path.stat().st_size / 1e6
    searched = min(_seconds(lambda: _search(path)) for _ in range(rounds))
    read = min(_seconds(lambda: _batch(path)) for _ in range(rounds))
    return {
        "many_hosts_mb": round(size, 1),
        "searched_mb_per_second": round(size / searched),
        "read_mb_per_second": round(size / read),
    }


def _search(path: Path) -> None:
    assert not list(read_captures(path, ["kabar.example"]))


def of_the_peer(python: str, path: Path, ours: float) -> dict[str, float]:
    """Return pages a second of fastwarc and trafilatura, and how many times as many we read."""
    done = subprocess.run(
        [python, "-c", _PEER, path], stdout=subprocess.PIPE, text=True, check=True
    )
    found = json.loads(done.stdout)
    theirs = found["pages"] / found["seconds"]
    return {"peer_pages_per_second": round(theirs), "batch_to_peer": round(ours / theirs, 1)}


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", metavar="PYTHON", help="of an environment with both libraries")
    given = parser.parse_args()
    pages = unseen(given.pages)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = against_the_extractor(pages, folder, given.rounds)
        figures |= with_few_hits(pages, folder, given.rounds)
        if given.peer:
            ours = figures["batch_pages_per_second"]
            path = folder / "for-the-peer.warc.gz"
            path.write_bytes(packed(record(page.url, answer(page.body)) for page in pages))
            figures |= of_the_peer(given.peer, path, ours)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
