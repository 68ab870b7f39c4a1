"""Other programs read an archive of ours: `make archive-check ARCHIVE=FOLDER`, or

    python -m tests.archive_check FOLDER .venv-pywb/bin

`gzip -t`, `warcio check` and `fastwarc check` over each file, our index beside that of pywb, each
capture as pywb serves it beside what the file holds, and a WACZ that validates. Prints a line for
each check, and ends with 1 where one fails.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Final

from newsspider.reading.content_coding import Undecodable, codings_of, decode
from newsspider.warc.cdxj import Indexed
from newsspider.warc.read.capture import Capture
from tests.pywb import PORT, pywb
from tests.warc.write.exchanges import captures, files, objections

_MOST: Final = 64 * 1024 * 1024
_SHOWN: Final = 5

Bodies = Mapping[tuple[str, datetime], set[bytes]]


def main() -> int:
    """Run all checks; exit code 1 when one fails."""
    parser = argparse.ArgumentParser(prog="python -m tests.archive_check", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("programs", type=Path, help="where wayback, wb-manager and wacz are")
    options = parser.parse_args()
    folder, programs = options.folder, options.programs.absolute()
    with tempfile.TemporaryDirectory() as work:
        checks = {
            "files left open": [path.name for path in folder.glob("*.open")],
            "files that a program objects to": [
                f"{path.name}: {said}" for path in files(folder) if (said := objections(path))
            ],
            "captures that pywb has otherwise": _through_pywb(folder, programs, Path(work)),
            "WACZ": _as_wacz(folder, programs, Path(work)),
        }
    print(f"{len(files(folder))} files, {len(captures(folder))} captures")
    for name, faults in checks.items():
        print(f"{name}: {len(faults)}", *faults[:_SHOWN], sep="\n  ")
    return int(any(checks.values()) or not files(folder))


def _through_pywb(folder: Path, programs: Path, work: Path) -> list[str]:
    """Return what differs between our index and pywb's, and between what the files hold and what
    pywb serves."""
    paths = [str(path.absolute()) for path in files(folder)]
    found, bodies = [], _bodies(folder)
    with pywb(programs, paths, work):
        theirs = (work / "collections/n/indexes/index.cdxj").read_text().splitlines()
        ours = [line for path in folder.glob("*.cdxj") for line in path.read_text().splitlines()]
        found += [f"index: {place}" for place in sorted(_places(ours) ^ _places(theirs))]
        found += [
            f"{line.date} {line.url}: {fault}"
            for line in map(Indexed.from_line, ours)
            if (fault := _unlike(line, bodies))
        ]
    return found


def _places(lines: list[str]) -> set[tuple[str, ...]]:
    """Return key, time, file and offset of each line: what a capture is found by."""
    found: set[tuple[str, ...]] = set()
    for line in lines:
        key, time, told = line.split(" ", 2)
        facts = json.loads(told)
        found.add((key, time, facts["filename"], facts["offset"]))
    return found


def _bodies(folder: Path) -> Bodies:
    """Return by address and date what answered, the body of its original for a revisit."""
    found: defaultdict[tuple[str, datetime], set[bytes]] = defaultdict(set)
    for each in captures(folder):
        if each.revisit is None:
            found[each.url, each.date].add(each.body)
    for each in captures(folder):
        for original in _original(each):
            found[each.url, each.date] |= found[original]
    return found


def _original(capture: Capture) -> Iterator[tuple[str, datetime]]:
    revisit = capture.revisit
    if revisit is not None and revisit.url and revisit.date:
        yield revisit.url, revisit.date


def _unlike(line: Indexed, bodies: Bodies) -> str | None:
    """Return what is wrong with what pywb serves for a line; None for a cut answer, too."""
    if line.truncated:
        return None
    connection = HTTPConnection("127.0.0.1", PORT, timeout=60)
    stamp = "".join(filter(str.isdigit, line.date))
    connection.request("GET", f"/n/{stamp}id_/{line.url}")
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if not body and line.status.startswith("3") and str(answer.status) == line.status:
        return None  # as the site answered; pywb sends no body with these
    is_error = answer.status >= 500 and str(answer.status) != line.status
    try:
        plain = decode(
            body, codings_of([(answer.getheader("Content-Encoding") or "").encode()]), _MOST
        )
    except Undecodable as error:
        return f"answered {answer.status}, {error}"
    if is_error or plain not in bodies[line.url, datetime.fromisoformat(line.date)]:
        return f"answered {answer.status} with {len(body)} bytes that the file does not hold"
    return None


def _as_wacz(folder: Path, programs: Path, work: Path) -> list[str]:
    """Return what creating and validating a WACZ says where it fails."""
    target = work / "archive.wacz"
    paths = [str(path.absolute()) for path in files(folder)]
    orders = (
        ("create", "--detect-pages", "-f", *paths, "-o", str(target)),
        ("validate", "-f", str(target)),
    )
    found = []
    for order in orders:
        done = subprocess.run(
            [str(programs / "wacz"), *order], cwd=work, capture_output=True, text=True, check=False
        )
        if done.returncode:
            found.append(f"wacz {order[0]}: {done.stdout[-500:]}{done.stderr[-500:]}")
    return found


if __name__ == "__main__":
    sys.exit(main())
