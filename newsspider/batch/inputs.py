"""What is to be read: files, patterns and addresses, each with the name of its output."""

import glob
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from newsspider.errors import BadArgument

_SUFFIX: Final = re.compile(r"(?:\.warc)?(?:\.gz|\.zst|\.lz4)?(?:\.open)?$", re.I)
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+]+)://", re.I)
_READ: Final = frozenset(("https", "http", "s3", "gs", "az", "file"))


@dataclass(frozen=True, slots=True)
class Input:
    """A WARC file: its path, absolute, or its address."""

    source: str

    @property
    def name(self) -> str:
        """Return what its output is named after.

        >>> Input("https://data.example/CC-NEWS-20260724-00001.warc.gz").name
        'CC-NEWS-20260724-00001'
        """
        return _SUFFIX.sub("", self.source.rsplit("/", 1)[-1].partition("?")[0])

    @property
    def is_remote(self) -> bool:
        """Return whether it is named by its address, not by a path."""
        return _is_address(self.source)

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Give the file, which can be sought. Raises `OSError`."""
        if not self.is_remote:
            with Path(self.source).open("rb") as file:
                yield file
            return
        from newsspider.batch.remote_file import open_remote  # an extra: `newsspider[shared]`

        yield open_remote(self.source)


def _is_address(source: str) -> bool:
    return bool(_SCHEME.match(source))


def inputs_named(names: Iterable[str]) -> list[Input]:
    """Return the inputs that paths, patterns (`*`, `**`) and addresses name, sorted by name.

    Raises `BadArgument` for a path or pattern that names none, and for two inputs whose outputs
    would have one name.
    """
    found = sorted({source for name in names for source in _sources(name)})
    inputs = sorted(map(Input, found), key=lambda each: (each.name, each.source))
    name, count = Counter(each.name for each in inputs).most_common(1)[0]
    if count > 1:
        raise BadArgument(f"--warc: {count} files would be written as {name}.jsonl.gz; rename them")
    return inputs


def _sources(name: str) -> Iterator[str]:
    if scheme := _SCHEME.match(name):
        if scheme[1].lower() not in _READ:
            raise BadArgument(f"--warc {name}: write https://…, s3://…, gs://… or az://…")
        yield name
        return
    path = Path(name)
    if path.is_dir():
        raise BadArgument(f"--warc {name}: a folder; write '{name.rstrip('/')}/*.warc.gz'")
    if path.exists():
        yield str(path.absolute())
        return
    found = map(Path, glob.glob(name, recursive=True))  # noqa: PTH207 - also of absolute paths
    files = [path for path in found if path.is_file()]
    if not files:
        raise BadArgument(f"--warc {name}: no such file")
    yield from (str(path.absolute()) for path in files)


def part_of(inputs: Sequence[Input], part: str) -> list[Input]:
    """Return every n-th of the inputs from the i-th on, for `part` "i/n", counted from 1.

    Raises `BadArgument` for what is no such part.

    >>> [part_of([Input("a"), Input("b"), Input("c")], f"{i}/2") for i in (1, 2)]
    [[Input(source='a'), Input(source='c')], [Input(source='b')]]
    """
    numbers = re.fullmatch(r"(\d{1,9})/(\d{1,9})", part)
    first, of = (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)
    if not 1 <= first <= of:
        raise BadArgument(f"--part {part}: write I/N, from 1/N to N/N")
    return list(inputs[first - 1 :: of])
