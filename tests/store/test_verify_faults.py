"""`verify` sees what was changed by hand or by a disk, tells each fault once, the cause first."""

import gzip
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from newsspider.store import Store
from newsspider.store.files.day_files import day_path
from newsspider.store.repair.verify import verify
from tests.store import old_folders
from tests.store.records import DAY, NOW, SITE, record

Lines = list[bytes]

FAULTS: Final[dict[str, tuple[Callable[[Lines], Lines], int, str]]] = {
    # how the lines are changed, which line is named, what is said of it
    "a word of the text, as long": (
        lambda lines: _with(lines, 2, lines[2].replace(b"bersama-sama", b"berdua-duaan")),
        2,
        "changed since it was stored",
    ),
    "the section, as long": (
        lambda lines: _with(lines, 1, lines[1].replace(b': "nasional"', b': "olahraga"')),
        1,
        "changed since it was stored",
    ),
    "the hash": (
        lambda lines: _with(
            lines, 0, lines[0].replace(b'"content_hash": "', b'"content_hash": "0')
        ),
        0,
        "1 bytes longer than it was stored",
    ),
    "two bytes more in a text": (
        lambda lines: _with(lines, 1, lines[1].replace(b"bersama-sama", b"bersama-sama..")),
        1,
        "2 bytes longer than it was stored",
    ),
    "a line end less": (lambda lines: [lines[0], lines[1][:-1] + lines[2], lines[3]], 1, "no JSON"),
    "two empty bytes before a line": (
        lambda lines: _with(lines, 1, b"  " + lines[1]),
        1,
        "2 bytes longer than it was stored",
    ),
    "garbage between two lines": (lambda lines: [*lines[:2], b"###\n", *lines[2:]], 2, "no JSON"),
    "a line gone": (lambda lines: [lines[0], *lines[2:]], 1, "is missing"),
    "a line twice": (lambda lines: [*lines[:2], lines[1], *lines[2:]], 2, "stands before too"),
    "the last line gone": (lambda lines: lines[:-1], -1, "1 lines are missing from offset"),
}


def _with(lines: Lines, place: int, line: bytes) -> Lines:
    assert lines[place] != line
    return [*lines[:place], line, *lines[place + 1 :]]


def fill(output: Path) -> Path:
    store = Store.open(output, SITE, NOW)
    body = "Warga memperbaiki jalan desa bersama-sama pada akhir pekan."
    for number in range(4):
        store.append(record(number, body=body), NOW)
    store.close()
    return day_path(output, SITE, DAY)


def fill_as_version_2(output: Path) -> Path:
    old_folders.restore(2, output)
    return day_path(output, SITE, "2026-05-03")


@pytest.mark.parametrize("made", [fill, fill_as_version_2])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_line_that_names_its_place(
    fault: str, made: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = made(tmp_path)
    assert not verify(tmp_path, SITE).findings
    change, place, says = FAULTS[fault]
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(change(lines)))
    found = verify(tmp_path, SITE).findings
    assert len(found) == 1, found
    assert says in found[0].what
    offset = None if place < 0 else sum(map(len, lines[:place]))
    assert found[0].offset == offset


def test_a_finished_day_that_is_not_here_is_told_with_what_is_expected(tmp_path: Path) -> None:
    path = fill(tmp_path)
    later = NOW + timedelta(days=1)
    store = Store.open(tmp_path, SITE, later)
    store.append(record(9), later)
    store.close()
    away = tmp_path / "away"
    away.mkdir()
    size = path.stat().st_size
    path.rename(away / path.name)
    [finding] = verify(tmp_path, SITE).findings
    assert finding.path == path
    assert finding.what.startswith(
        f"not here, plain or compressed: the state knows 4 lines in {size:,} bytes of it"
    )
    assert not verify(tmp_path, SITE, [away]).findings
    assert verify(tmp_path, SITE, [away]).lines == 5


def test_a_compressed_day_is_checked_as_any_other(tmp_path: Path) -> None:
    path = fill(tmp_path)
    later = NOW + timedelta(days=1)
    Store.open(tmp_path, SITE, later).close()
    data = path.read_bytes()
    path.unlink()
    packed = path.with_name(path.name + ".gz")
    packed.write_bytes(gzip.compress(data))
    assert not verify(tmp_path, SITE).findings
    packed.write_bytes(gzip.compress(data.replace(b"akhir pekan", b"awal  pekan", 1)))
    assert len(verify(tmp_path, SITE).findings) == 1
