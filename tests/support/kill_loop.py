"""Kill whole crawls again and again, then look whether every article is there once.

python -m tests.support.kill_loop --kills 500
python -m tests.support.kill_loop --kills 100 --archive

With --archive all that the crawls exchange is kept (ARCHIVE), and after every kill each stored line
must have its capture.

Each site is crawled until it is complete, killed on the way as often as it goes; then comes the
next one. The store has a loop of its own, denser and without Scrapy: `python -m tests.store.kills`.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsspider.store.repair.verify import verify
from newsspider.store.state.database import State
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from simulator import truth
from simulator.running import Running, running
from simulator.world import World
from tests.support.commands import Program, start
from tests.support.crawling import arguments, records
from tests.warc.write.exchanges import files, objections

_LAST_DAY = date(2026, 7, 24)
_LEFT_OPEN = b"was left open by a run that was killed"
_LONGEST = 90.0  # seconds a crawl may take: more is a hang


@dataclass
class Tally:
    """What a loop of kills came to."""

    kills: int = 0
    crawls: int = 0
    sites: int = 0
    recoveries: int = 0
    articles: int = 0
    lost: int = 0
    doubled: int = 0
    findings: int = 0
    unlike: int = 0
    codes: int = 0
    mended: int = 0
    uncaptured: int = 0
    objections: int = 0

    @property
    def clean(self) -> bool:
        """Nothing lost, nothing doubled, lines and state agree, every run not killed exits 0; with
        an archive, what is stored is captured, and other programs object to nothing."""
        wrong = (self.lost, self.doubled, self.findings, self.unlike, self.codes)
        return not any((*wrong, self.uncaptured, self.objections))


def rain(kills: int, seed: int, articles: int = 400, *, archive: bool = False) -> Tally:
    """Kills that many crawls of as many sites as it takes; each site is then crawled to its end."""
    dice = random.Random(seed)
    tally = Tally()
    while tally.kills < kills:
        world = World(until=_LAST_DAY, articles=articles, days=4, seed=seed + tally.sites)
        with tempfile.TemporaryDirectory() as folder, running(world) as site:
            warc = Path(folder, "warc") if archive else None
            while _killed(site, Path(folder), dice, tally, warc) and tally.kills < kills:
                tally.uncaptured += len(uncaptured(Path(folder), warc))
            _finish(site, Path(folder), tally, warc)
            _compare(site, Path(folder), tally)
            if warc:
                tally.uncaptured += len(uncaptured(Path(folder), warc))
                tally.objections += sum(bool(objections(path)) for path in files(warc))
                tally.objections += len([*warc.glob("*.open")]) + (len(files(warc)) < 1)
        tally.sites += 1
    return tally


def uncaptured(output: Path, warc: Path | None) -> set[str]:
    """Return the addresses of stored lines that no archived answer was listed as."""
    if warc is None:
        return set()
    kept = [each for path in sorted(warc.glob("*.gz*")) for each in read_captures(path)]
    captured = {each.listed["url"] for each in kept if isinstance(each, Capture) and each.listed}
    return {json.loads(line)["url"] for line in _whole_lines(output)} - captured


def _whole_lines(output: Path) -> list[bytes]:
    """Return the lines that a killed run has written to their end."""
    return [
        line
        for path in output.glob("sindonews-????-??-??.jsonl")
        for line in path.read_bytes().splitlines(keepends=True)
        if line.endswith(b"\n")
    ]


def _crawl(site: Running, output: Path, log: Path, warc: Path | None) -> Program:
    days = ("-a", f"since={site.world.first_day}", "-a", f"until={site.world.until}")
    archive = ("-s", f"ARCHIVE={warc}") if warc else ()
    with log.open("wb") as stderr:
        return start(*arguments(site.address, output, *days, *archive), stderr=stderr.fileno())


def _killed(
    site: Running, output: Path, dice: random.Random, tally: Tally, warc: Path | None
) -> bool:
    """One crawl and its end; false when it was through before it could be killed."""
    site.forget()
    tally.crawls += 1
    log = output / "log"
    with _crawl(site, output, log, warc) as process:
        _bide(process, site, output, dice)
        if process.poll() is None:
            process.kill()
            tally.kills += 1
        tally.recoveries += b"Recovered: " in log.read_bytes()
        tally.mended += log.read_bytes().count(_LEFT_OPEN)
        code = process.wait()
    tally.codes += code not in (0, -9)
    return code != 0


def _bide(process: Program, site: Running, output: Path, dice: random.Random) -> None:
    """Wait for a moment to kill, drawn by the dice."""
    if dice.random() < 0.8:  # else: at any moment of its start, when nothing or half is made
        while process.poll() is None and not site.requests(brief=True).total:
            time.sleep(0.02)
    with suppress(subprocess.TimeoutExpired):
        process.wait(dice.uniform(0, 1.5))
    if dice.random() < 0.5:  # else: at any moment, and those between write and commit are rare
        _written(process, output)


def _written(process: Program, output: Path) -> None:
    """Returns in the instant in which lines were written: they are not committed yet."""
    before = _size(output)
    while process.poll() is None and _size(output) == before:
        time.sleep(0.0005)


def _size(output: Path) -> int:
    return sum(file.stat().st_size for file in output.glob("sindonews-????-??-??.jsonl"))


def _finish(site: Running, output: Path, tally: Tally, warc: Path | None) -> None:
    tally.crawls += 1
    log = output / "log"
    with _crawl(site, output, log, warc) as process:
        code = process.wait(_LONGEST)
    tally.recoveries += b"Recovered: " in log.read_bytes()
    tally.mended += log.read_bytes().count(_LEFT_OPEN)
    if code:
        tally.codes += 1
        sys.stderr.write(log.read_text()[-3000:])


def _compare(site: Running, output: Path, tally: Tally) -> None:
    """What stands in the files against what the site holds, and against the state."""
    held = truth.articles(site.world, site.world.evening)
    found = records(output)
    ids = [record["id"] for record in found]
    tally.articles += len(ids)
    tally.lost += len(held.keys() - set(ids))
    tally.doubled += len(ids) - len(set(ids))
    tally.findings += len(verify(output, "sindonews").findings)
    state = State.read(output / "state" / "sindonews.sqlite3")
    known = {row[0] for row in state.rows("SELECT id FROM articles")}
    state.close()
    tally.unlike += len(known ^ set(ids))


def main() -> int:
    """The long form; exit code 1 when anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.kill_loop", description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--archive", action="store_true", help="with ARCHIVE")
    options = parser.parse_args()
    began = time.monotonic()
    tally = rain(options.kills, options.seed, archive=options.archive)
    print(f"{tally} in {time.monotonic() - began:.0f} s")
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
