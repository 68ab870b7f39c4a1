"""The folder of a batch: outputs that appear whole under their names, and what made them."""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path
from typing import Any, Final

import msgspec

from newsspider.errors import BadArgument, from_os
from newsspider.store.files.disk import Disk
from newsspider.store.files.processes import lives

_STAMP: Final = "extractor.json"
_MANIFEST: Final = "manifest"


class OutFolder:
    """`NAME.jsonl.gz` for each input, `manifest/NAME.json` with a line about it, and
    `extractor.json`, which says by what all of them were made.

    Any number of processes, on any machines that share the folder, may write into it: what they
    write of one input is the same, and stands there whole or not at all.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self, made_by: dict[str, Any]) -> None:
        """Make the folder, and see that what is in it was made alike.

        Raises `BadArgument` where another extractor, or another choice of hosts, made it, and a
        `Refusal` where it cannot be written.
        """
        stamp = self.folder / _STAMP
        try:
            (self.folder / _MANIFEST).mkdir(parents=True, exist_ok=True)
            self._remove_abandoned()
            if not stamp.exists():
                self._put_if_absent(stamp, msgspec.json.encode(made_by) + b"\n")
            found = stamp.read_bytes()
        except OSError as error:
            raise from_os(error, f"creating {self.folder}") from error
        if found != msgspec.json.encode(made_by) + b"\n":
            raise BadArgument(
                f"--out {self.folder}: made by {found.decode('utf-8', 'replace').strip()}; this is"
                f" {msgspec.json.encode(made_by).decode()}: name another folder"
            )

    def output(self, name: str) -> Path:
        """Return where the records of an input stand when they are all there."""
        return self.folder / f"{name}.jsonl.gz"

    def line(self, name: str) -> Path:
        """Return where the line of the manifest about an input stands, before its records do."""
        return self.folder / _MANIFEST / f"{name}.json"

    def is_done(self, name: str) -> bool:
        """Tell whether an input was read."""
        return self.output(name).exists() and self.line(name).exists()

    @contextmanager
    def placing(self, path: Path) -> Iterator[BufferedRandom]:
        """Give a draft that takes the name `path` when the block has ended well."""
        draft = path.with_name(f".{path.name}.part-{platform.node()}-{os.getpid()}")
        try:
            with draft.open("w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
            Disk().sync_folder(path.parent)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise

    def _put_if_absent(self, path: Path, data: bytes) -> None:
        draft = path.with_name(f".{path.name}.part-{platform.node()}-{os.getpid()}")
        draft.write_bytes(data)
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()

    def _remove_abandoned(self) -> None:
        """Remove the drafts that killed processes of this machine have left."""
        own = f".part-{platform.node()}-"
        for folder in (self.folder, self.folder / _MANIFEST):
            for path in folder.glob(f".*{own}*"):
                number = path.name.rpartition("-")[2]
                if number.isdecimal() and not lives(int(number)):
                    path.unlink(missing_ok=True)
