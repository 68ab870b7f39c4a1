"""Kill whole exports again and again, then look at what stands under the final name.

python -m tests.export.kills --kills 60

Each export replaces the one before. After each kill the final name is free, or a whole export
stands there; an export that may end leaves nothing of those that were killed.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle
from pathlib import Path
from typing import Final

from newsspider.export.draft_folder import CHECKSUMS
from newsspider.export.known_formats import FORMATS
from newsspider.store import Store
from tests.store.records import NOW, SITE, record
from tests.support.project import PROJECT, environment

_ARTICLES: Final = 600


@dataclass
class Tally:
    """What a loop of kills came to."""

    kills: int = 0
    exports: int = 0
    half: int = 0
    left: int = 0
    codes: int = 0

    @property
    def clean(self) -> bool:
        """No half export, nothing left behind, and every export not killed ended with 0."""
        return not (self.half or self.left or self.codes)


def rain(kills: int, seed: int, formats: Sequence[str] = tuple(FORMATS)) -> Tally:
    """Kill that many exports, of each format in turn; let one of each format end."""
    dice = random.Random(seed)
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        output, target = Path(folder) / "output", Path(folder) / "exports" / "all"
        store = Store.open(output, SITE, NOW, batch=_ARTICLES)
        for number in range(_ARTICLES):
            store.append(record(number), NOW)
        store.close()
        for name in cycle(formats):
            if tally.kills >= kills:
                break
            _kill(_start(output, target, name), target, dice, tally)
            tally.half += not _is_whole(target)
        for name in formats:
            tally.exports += 1
            tally.codes += _start(output, target, name).wait() != 0
            tally.half += not _is_whole(target)
            tally.left += [path.name for path in target.parent.iterdir()] != [target.name]
    return tally


def _start(output: Path, target: Path, name: str) -> "subprocess.Popen[bytes]":
    scrapy = Path(sys.executable).with_name("scrapy")
    order = (f"--format={name}", f"--out={target}", "--overwrite", "-s", f"OUTPUT_DIR={output}")
    return subprocess.Popen(
        [scrapy, "export", *order],
        env=environment(),
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _kill(
    process: "subprocess.Popen[bytes]", target: Path, dice: random.Random, tally: Tally
) -> None:
    """Kill an export once it has begun to write; count one that was through before."""
    tally.exports += 1
    draft = target.with_name(f".{target.name}.partial-{process.pid}")
    while process.poll() is None and not draft.exists():
        time.sleep(0.002)
    with suppress(subprocess.TimeoutExpired):
        process.wait(dice.uniform(0, 0.6))
    if process.poll() is None:
        process.kill()
        tally.kills += 1
    tally.codes += process.wait() not in (0, -9)


def _is_whole(target: Path) -> bool:
    """Whether nothing stands under the name, or all that its checksums name, as they say."""
    if not target.exists():
        return True
    sums = (target / CHECKSUMS).read_text("utf-8").splitlines()
    named = {line[66:]: line[:64] for line in sums}
    found = {
        path.relative_to(target).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in target.rglob("*")
        if path.is_file() and path.name != CHECKSUMS
    }
    return bool(found) and found == named


def main() -> None:
    """Kill as often as asked, print the sums, exit with 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tally = rain(arguments.kills, arguments.seed)
    print(tally)
    sys.exit(not tally.clean)


if __name__ == "__main__":
    main()
