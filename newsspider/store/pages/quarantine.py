"""Pages that could not be read, kept as they came, so that a repaired extractor can be tried.

Each is `<sha256>.json`, in the shape of a fixture's `meta.json`, beside the gzipped bodies it
names. Names come from hashes only, whatever the address says. The oldest make room for new ones.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from newsspider.store.files.times import utc
from newsspider.store.pages.fixtures import Saved

MOST_FILES: Final = 200
MOST_BYTES: Final = 50 << 20
_UNKEPT_HEADERS: Final = {"set-cookie", "set-cookie2"}


@dataclass(frozen=True, slots=True)
class _Entry:
    meta: Path
    bodies: frozenset[Path]
    size: int


class Quarantine:
    """The folder `quarantine` of an output. It never stops a crawl: what cannot be kept is not."""

    def __init__(
        self, output: Path, *, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
    ) -> None:
        self.folder = output / "quarantine"
        self._most_files = most_files
        self._most_bytes = most_bytes
        self._entries: list[_Entry] | None = None

    def keep(
        self,
        pages: Sequence[Saved],
        reason: str,
        fetched_at: datetime,
        missed: Sequence[str] = (),
    ) -> Path | None:
        """Keep an article's pages, the first one first; the file to extract them from again.

        `reason` is the code why it was no article, `missed` the fields or selectors that found
        nothing. None when the disk did not take it.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            described = [self._body(page) for page in pages]
            meta = described[0] | {
                "fetched_at": utc(fetched_at),
                "more": described[1:],
                "proves": f"could not be read: {reason}",
                "reason": reason,
                "missed": list(missed),
            }
            path = self.folder / f"{described[0]['sha256']}.json"
            path.write_text(json.dumps(meta, indent=2) + "\n", encoding="ascii")
            self._make_room(path)
        except OSError:
            return None
        return path

    def _body(self, page: Saved) -> dict[str, Any]:
        digest = sha256(page.body).hexdigest()
        name = f"{digest}.html.gz"
        # No time in the file: the same page is the same bytes.
        (self.folder / name).write_bytes(gzip.compress(page.body, 6, mtime=0))
        headers = {
            key: value for key, value in page.headers.items() if key.lower() not in _UNKEPT_HEADERS
        }
        return {
            "url": page.url,
            "file": name,
            "status": page.status,
            "headers": headers,
            "sha256": digest,
        }

    def _make_room(self, newest: Path) -> None:
        if self._entries is None:
            self._entries = list(_entries(self.folder))
        else:
            self._entries = [entry for entry in self._entries if entry.meta != newest]
            self._entries += filter(None, [_entry(newest)])
        while len(self._entries) > 1 and self._too_much():
            oldest = self._entries.pop(0)
            oldest.meta.unlink(missing_ok=True)
            shared = frozenset().union(*(entry.bodies for entry in self._entries))
            for body in oldest.bodies - shared:
                body.unlink(missing_ok=True)

    def _too_much(self) -> bool:
        entries = self._entries or []
        files = sum(len(entry.bodies) for entry in entries)
        return files > self._most_files or sum(entry.size for entry in entries) > self._most_bytes


def _entries(folder: Path) -> Iterator[_Entry]:
    """Yield what the folder holds, the oldest first."""
    found = [(path.stat().st_mtime_ns, path) for path in folder.glob("*.json")]
    for _, path in sorted(found):
        entry = _entry(path)
        if entry:
            yield entry


def _entry(path: Path) -> _Entry | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        meta = json.loads(path.read_bytes())
        names = [meta["file"], *(more["file"] for more in meta["more"])]
        bodies = frozenset(path.with_name(Path(name).name) for name in names)
        size = sum(body.stat().st_size for body in bodies)
        return _Entry(path, bodies, size + path.stat().st_size)
    return None


def prune(output: Path, before: datetime) -> int:
    """Remove what was put aside earlier, pages and torn lines; return how many files.

    What cannot be removed stays, as for everything in quarantine.
    """
    removed = 0
    with suppress(OSError):
        for path in (output / "quarantine").iterdir():
            if path.is_file() and path.stat().st_mtime < before.timestamp():
                path.unlink(missing_ok=True)
                removed += 1
    return removed
