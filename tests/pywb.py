"""Crawls out of a real pywb, with faults laid over it: `make pywb`, or

    python -m tests.pywb .venv-pywb/bin

makes a WARC file of all fixtures of SINDOnews, has pywb index and serve it, and reads it by
`-a source=` in every way, while a fifth of the requests is answered by 403, 503, 429, a cut body or
a reset. Prints a line for each way, and ends with 1 where an article is missing or doubled,
requests overlapped, a run after the last asked for anything, or two ways differ.
"""

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from newsspider.store.pages.fixtures import Fixture, folders
from tests.support.archives import Archive, Captured, serving
from tests.support.crawling import records
from tests.support.faultserver import Behaviour, Hit, Wire, replies, resets, resets_midway
from tests.support.project import PROJECT, environment

PORT: Final = 18_480
WARC: Final = "fixtures.warc.gz"
RESTED: Final = ("revision", "duplicate_of", "similarity")
SPAN: Final = ("-a", "since=2016-08-01", "-a", "until=2026-07-31")
"""Which holds all articles but those of 2014 to 2016: for those there was no CC-NEWS."""


class Pywb(Archive):
    """An `Archive` whose index and replay are pywb's."""

    async def _answer(self, wire: Wire, hit: Hit) -> None:
        if hit.path == f"/{WARC}":
            await self._range(wire, hit)
            return
        if not hit.path.startswith("/n/"):
            await super()._answer(wire, hit)
            return
        status, kind, body = await asyncio.to_thread(_fetch, hit.path)
        await wire.reply(body, status, {"Content-Type": kind})


def _fetch(path: str) -> tuple[int, str, bytes]:
    try:
        with urlopen(Request(f"http://127.0.0.1:{PORT}{path}")) as response:
            return response.status, response.headers.get("Content-Type", ""), response.read()
    except HTTPError as error:
        return error.code, "text/html", error.read()


def faults(seed: int) -> Any:
    """A mood in which a fifth of the requests meets a fault."""
    rng = Random(seed)
    kinds: tuple[Behaviour, ...] = (
        replies(b"", 403),
        replies(b"", 503, {"Retry-After": "1"}),
        replies(b"", 429),
        resets,
        resets_midway,
    )
    return lambda hit: rng.choice(kinds) if rng.random() < 0.2 else None


@contextmanager
def pywb(programs: Path, files: Sequence[str], folder: Path) -> Iterator[None]:
    """A pywb that serves WARC files as one collection, `n`, while it is up."""
    manager = str(programs / "wb-manager")
    for order in (("init", "n"), ("add", "n", *files)):
        subprocess.run([manager, *order], cwd=folder, check=True, capture_output=True)
    serve = (str(programs / "wayback"), "-p", str(PORT), "-b", "127.0.0.1")
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(serve, cwd=folder, stdout=quiet, stderr=quiet)
    try:
        for _ in range(100):
            time.sleep(0.1)
            try:
                _fetch("/n/cdx?url=sindonews.com&limit=1")
                break
            except URLError:
                continue
        yield
    finally:
        server.terminate()
        server.wait()


def crawl(folder: Path, *options: str) -> int:
    """Crawls to the end; gives the exit code."""
    target = ("-s", f"OUTPUT_DIR={folder}", "-L", "ERROR", "-s", "ACCEPT_CHANGES=True")
    order = (sys.executable, "-m", "scrapy", "crawl", "sindonews", *target, *options)
    done = subprocess.run(order, cwd=PROJECT, env=environment(), check=False)
    return done.returncode


def lasting(folder: Path) -> dict[str, str]:
    """The records by id, without what the order of storing decides; raises for a doubled one."""
    found: dict[str, str] = {}
    for told in records(folder):
        if told["id"] in found:
            raise SystemExit(f"{folder.name}: doubled: {told['id']}")
        kept = {key: value for key, value in told.items() if key not in RESTED}
        found[told["id"]] = json.dumps(kept)
    return found


def main(programs: Path) -> int:
    """Read in every way, and compare."""
    fixtures = map(Fixture.load, folders(PROJECT / "fixtures" / "sindonews"))
    pages = [
        Captured(page.url, page.body, fixture.fetched_at, page.status)
        for fixture in fixtures
        for page in fixture.answers()
    ]
    archive = Pywb(pages)
    found: dict[str, dict[str, str]] = {}
    is_well = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        warc = folder / WARC
        warc.write_bytes(archive.file)
        with pywb(programs.absolute(), [str(warc)], folder), serving(archive) as where:
            root = where[1].partition("=")[2]
            index = ("-a", "source=cdx", "-s", f"CDX_URL={root}n/cdx")
            ways = {
                "ranges": (*index, *SPAN),
                "replay": (*index, *SPAN, "-s", "CDX_WARC_URL=", "-s", f"WAYBACK_URL={root}n/"),
                "CC-NEWS": ("-a", "source=ccnews", *SPAN, "-s", "ARCHIVE_PART_BYTES=300000"),
            }
            for nth, (way, options) in enumerate(ways.items()):
                archive.asked.clear()
                archive.mood = faults(nth)
                codes = [crawl(folder / way, *where, *options)]
                asked, archive.mood = archive.asked.total(), lambda hit: None
                while codes[-1] == 75 and len(codes) < 5:
                    codes.append(crawl(folder / way, *where, *options))
                archive.asked.clear()
                codes.append(crawl(folder / way, *where, *options))
                found[way] = lasting(folder / way)
                again = archive.asked.total()
                is_well = is_well and not again and archive.most_at_once == 1
                print(
                    f"{way}: exit {codes}, {len(found[way])} articles, {asked} requests,"
                    f" {archive.most_at_once} at once, {again} in a second run"
                )
    differing = {
        identity
        for one in found.values()
        for identity in {*found["ranges"], *one}
        if one.get(identity) != found["ranges"].get(identity)
    }
    print(f"differing between ways: {len(differing)}", *sorted(differing))
    return 0 if is_well and not differing else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
