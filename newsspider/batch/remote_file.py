"""A WARC file in object storage or behind HTTP, read by ranges as obstore fetches them."""

import io
from typing import Any, BinaryIO, Final, cast
from urllib.parse import urlsplit, urlunsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import from_url

_AHEAD: Final = 8 * 1024 * 1024  # bytes of one request


def open_remote(url: str) -> BinaryIO:
    """Return the file at an address (`https://`, `s3://`, `gs://`, `az://`).

    The server must answer ranges; a failed request is tried again from where it broke off. Raises
    `OSError`, here and where it is read.
    """
    parts = urlsplit(url)
    folder, _, name = parts.path.rpartition("/")
    place = urlunsplit((parts.scheme, parts.netloc, folder, "", ""))
    options: Any = {"allow_http": True}
    try:
        store = from_url(place, client_options=options)
        reader = obstore.open_reader(store, name, buffer_size=_AHEAD)
    except (BaseError, OSError) as error:
        raise _failed(url, error) from error
    return cast("BinaryIO", io.BufferedReader(_Remote(url, reader), _AHEAD))


class _Remote(io.RawIOBase):
    """obstore's reader as a file of Python's."""

    def __init__(self, url: str, reader: Any) -> None:
        self._url, self._reader = url, reader

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        position: int = self._reader.seek(offset, whence)
        return position

    def tell(self) -> int:
        position: int = self._reader.tell()
        return position

    def readinto(self, buffer: Any) -> int:
        try:
            data = bytes(self._reader.read(len(buffer)))
        except (BaseError, OSError) as error:
            raise _failed(self._url, error) from error
        buffer[: len(data)] = data
        return len(data)


def _failed(url: str, error: Exception) -> OSError:
    """Return the error of a file system for one of obstore, without its dump of internals."""
    words = str(error).partition("\n")[0].rpartition(" - ")[2]
    return OSError(5, words.rstrip(": ")[:200], url)
