"""The folder of a batch: outputs that appear whole under their names, and what made them."""

import os
import platform
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from io import BufferedRandom
from pathlib import Path
from typing import Any

from newsspider.batch.out_place import MANIFEST, STAMP, check_stamp, line_name, output_name, stamp
from newsspider.errors import from_os
from newsspider.store.files.disk import Disk
from newsspider.store.files.living_processes import lives


class OutFolder:
    """A folder, of one machine or one that many share; see `OutPlace`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __str__(self) -> str:
        """Return where it is, for people."""
        return str(self.folder)

    def prepare(self, made_by: dict[str, Any]) -> None:
        """Make the folder, and see that what is in it was made alike.

        Raises `BadArgument` where it was not, and a `Refusal` where it cannot be written.
        """
        path = self.folder / STAMP
        try:
            (self.folder / MANIFEST).mkdir(parents=True, exist_ok=True)
            self._remove_abandoned()
            if not path.exists():
                self._put_if_absent(path, stamp(made_by))
            found = path.read_bytes()
        except OSError as error:
            raise from_os(error, f"creating {self.folder}") from error
        check_stamp(found, made_by, str(self.folder))

    def output(self, name: str) -> Path:
        """Return where the records of an input stand when they are all there."""
        return self.folder / output_name(name)

    def is_done(self, name: str) -> bool:
        """Tell whether an input was read."""
        return self.output(name).exists() and self._line(name).exists()

    def where(self, name: str) -> str:
        """Return the path of the records of an input."""
        return str(self.output(name))

    def line(self, name: str) -> bytes:
        """Return the line of the manifest about an input that was read."""
        return self._line(name).read_bytes()

    def put_line(self, name: str, line: bytes) -> None:
        """Write the line of the manifest about an input, before its records, which end it."""
        with self._placing(self._line(name)) as draft:
            draft.write(line)

    def writing(self, name: str) -> AbstractContextManager[BufferedRandom]:
        """Give a draft that takes the name of the output when the block has ended well."""
        return self._placing(self.output(name))

    def _line(self, name: str) -> Path:
        return self.folder / line_name(name)

    @contextmanager
    def _placing(self, path: Path) -> Iterator[BufferedRandom]:
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
        for folder in (self.folder, self.folder / MANIFEST):
            for path in folder.glob(f".*{own}*"):
                number = path.name.rpartition("-")[2]
                if number.isdecimal() and not lives(int(number)):
                    path.unlink(missing_ok=True)
