"""Files of lines as they lie in an archive: plain, or compressed by one of the usual programs."""

import bz2
import gzip
import lzma
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, Final

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_OPENERS: Final[Mapping[str, Callable[..., Any]]] = {
    ".gz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
    ".zst": zstd.open,
}

__all__ = ["DAMAGED", "SUFFIXES", "open_bytes", "zstd"]

SUFFIXES: Final = tuple(_OPENERS)

DAMAGED: Final = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error, zstd.ZstdError)
"""What reading a damaged file raises, beside the plain `OSError` of bzip2."""


def open_bytes(path: Path) -> IO[bytes]:
    """Open a file for reading, decompressed as the end of its name says. Raises `OSError`."""
    opener = _OPENERS.get(path.suffix)
    opened: IO[bytes] = path.open("rb") if opener is None else opener(path)
    return opened
