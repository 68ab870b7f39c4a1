"""Exchanges as a crawl has them, and what other programs say of an archive of them."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from newsspider.store.files.disk import Disk
from newsspider.warc.cdxj import Indexed
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.write.archive import Archive
from newsspider.warc.write.exchange import Exchange

BEGAN = datetime(2026, 7, 24, 5, tzinfo=UTC)
PAGE = "<html><p>Warga menanam bakau di pesisir utara.</p></html>"
_seconds = count()


def exchange(path: str = "/read/1", body: str = PAGE, **more: Any) -> Exchange:
    """An article's page that was asked for a second after the last one."""
    entity = body.encode()
    fields = ("Content-Type: text/html", f'ETag: "{len(entity)}"', f"Content-Length: {len(entity)}")
    head = "\r\n".join(("HTTP/1.1 200 OK", *fields))
    facts: dict[str, Any] = {
        "url": f"https://www.kabar.example{path}",
        "date": BEGAN + timedelta(seconds=next(_seconds)),
        "request": f"GET {path} HTTP/1.1\r\nHost: www.kabar.example\r\n\r\n".encode(),
        "answer": f"{head}\r\n\r\n".encode() + entity,
        "ip_address": "192.0.2.7",
        "listed": {"url": f"https://www.kabar.example{path}"},
    }
    return Exchange(**facts | more)


def opened(folder: Path, site: str = "kabar", disk: Disk | None = None, **more: Any) -> Archive:
    """The archive of a site, as a run opens it."""
    facts = {"software": "newsspider/test", "format": "WARC File Format 1.1"}
    return Archive.open(folder, site, lambda: BEGAN, facts, disk=disk, **more)


def files(folder: Path) -> list[Path]:
    """The complete files."""
    return sorted(folder.glob("*.warc.gz"))


def captures(folder: Path) -> list[Capture]:
    """The captures of all complete files; a place that cannot be read fails."""
    found = [each for path in files(folder) for each in read_captures(path)]
    assert all(isinstance(each, Capture) for each in found), found
    return [each for each in found if isinstance(each, Capture)]


def indexed(folder: Path) -> list[Indexed]:
    """The lines of all indexes."""
    lines = [
        line for path in sorted(folder.glob("*.cdxj")) for line in path.read_text().splitlines()
    ]
    return [Indexed.from_line(line) for line in lines]


def objections(path: Path) -> str:
    """What `gzip -t`, `warcio check` and `fastwarc check` have against a file; nothing is well."""
    program = str(Path(sys.executable).parent)
    commands = (
        ["gzip", "-t"],
        [f"{program}/warcio", "check"],
        [f"{program}/fastwarc", "check", "-q"],
    )
    ended = [
        subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)
        for command in commands
    ]
    return "".join(end.stdout + end.stderr for end in ended if end.returncode)
