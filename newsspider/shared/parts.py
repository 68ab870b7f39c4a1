"""Bytes of a file as immutable objects, and back: packed with zstd, checked by sha256."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final

from newsspider.errors import SharedDamaged, from_os
from newsspider.shared.commit import FilePart
from newsspider.shared.object_store import ObjectStore
from newsspider.store.files.compressed import DAMAGED, open_bytes, zstd

_CHUNK: Final = 1 << 20


def read_range(path: Path, start: int, end: int) -> Iterator[bytes]:
    """Yield the bytes of a file, plain or compressed, from `start` to `end`, or to where it ends.

    Raises the refusals of reading.
    """
    try:
        with open_bytes(path) as file:
            file.seek(start)
            while start < end and (chunk := file.read(min(_CHUNK, end - start))):
                start += len(chunk)
                yield chunk
    except DAMAGED as error:
        raise SharedDamaged(f"output damaged: {path}: {error}; restore the file") from error
    except OSError as error:
        raise from_os(error, f"reading {path}") from error


def send(
    store: ObjectStore, name: str, chunks: Iterable[bytes], start: int, draft: Path
) -> FilePart:
    """Make an object of the bytes; `draft` is where it is packed first, and gone afterwards."""
    digest, size = sha256(), 0
    try:
        with zstd.open(draft, "wb") as packed:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                packed.write(chunk)
        store.put_file(name, draft)
    except OSError as error:
        raise from_os(error, f"writing {draft}") from error
    finally:
        draft.unlink(missing_ok=True)
    return FilePart(name, start, size, digest.hexdigest())


def fetch(store: ObjectStore, part: FilePart) -> Iterator[bytes]:
    """Yield the bytes of a part. Raises `SharedDamaged` at the end where they are not those."""
    digest, size = sha256(), 0
    unpack = _Unpacking()
    try:
        for chunk in store.chunks(part.name):
            data = unpack.feed(chunk)
            digest.update(data)
            size += len(data)
            yield data
    except DAMAGED as error:
        raise _damaged(store, part, str(error)) from error
    if (size, digest.hexdigest()) != (part.size, part.sha256):
        raise _damaged(store, part, f"{size:,} of {part.size:,} bytes, or others")


def is_there(part: FilePart, path: Path) -> bool:
    """Return whether the file holds the bytes of the part at its place."""
    digest, size = sha256(), 0
    for chunk in read_range(path, part.start, part.end):
        digest.update(chunk)
        size += len(chunk)
    return (size, digest.hexdigest()) == (part.size, part.sha256)


class _Unpacking:
    def __init__(self) -> None:
        self._frame = zstd.ZstdDecompressor()

    def feed(self, data: bytes) -> bytes:
        found = b""
        while data:
            if self._frame.eof:
                data, self._frame = self._frame.unused_data or data, zstd.ZstdDecompressor()
            found += self._frame.decompress(data)
            data = self._frame.unused_data if self._frame.eof else b""
        return found


def _damaged(store: ObjectStore, part: FilePart, why: str) -> SharedDamaged:
    return SharedDamaged(
        f"{store.url}: {part.name} is missing or damaged ({why}); restore it, or go back to the"
        " commit before it (docs/howto/several-machines.md)"
    )
