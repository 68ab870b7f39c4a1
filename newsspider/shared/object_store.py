"""The one door to the place that machines share: objects in S3, GCS, Azure or a folder.

Everything rests on one primitive, `create`: of any number of machines that make an object of the
same name, exactly one succeeds.
"""

import os
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, Final, Self
from urllib.parse import urlsplit

from newsspider.errors import BadArgument, MissingExtra, Refusal, SharedAway, from_os
from newsspider.redaction import redacted_text

try:
    import obstore
    from obstore import exceptions
    from obstore.store import LocalStore, from_url
except ImportError:  # an extra: `pip install newsspider[shared]`
    obstore = None  # type: ignore[assignment]

SCHEMES: Final = ("s3", "s3a", "gs", "az", "azure", "abfs", "abfss", "file")
_TIMEOUT: Final = timedelta(seconds=10)  # to connect, and between two pieces of an answer
_LONGEST: Final = timedelta(hours=1)  # for one object, of a slow line
_RETRIES: Final = 2  # by the library; what still fails is tried again by whoever asked


class ObjectStore:
    """Objects by name below one address. Every method may raise `SharedAway`, and `BadArgument`
    where the place refuses our credentials or is not there."""

    def __init__(self, store: Any, url: str, option: str = "SHARED=") -> None:
        self._store = store
        self._option = option
        self.url = redacted_text(url)

    @classmethod
    def open(cls, url: str, option: str = "SHARED=") -> Self:
        """Return the door to `s3://bucket/prefix`, `gs://…`, `az://…` or `file:///folder`.

        Credentials and endpoints come from the environment (`AWS_…`, `GOOGLE_…`, `AZURE_…`), as
        object_store reads it. Raises `BadArgument`, which names the `option` that the address is
        of, without the library or for another address.
        """
        if obstore is None:
            raise MissingExtra(option.rstrip(" ="), "obstore", "shared")
        parts = urlsplit(url)
        if parts.scheme not in SCHEMES:
            raise BadArgument(
                f"{option}{redacted_text(url)}: write s3://BUCKET/PREFIX, gs://…, az://… or"
                " file:///FOLDER"
            )
        try:
            if parts.scheme == "file":
                if parts.netloc or not parts.path.strip("/"):
                    raise BadArgument(f"{option}{url}: three slashes and a folder: file:///FOLDER")
                return cls(LocalStore.from_url(url, mkdir=True), url, option)
            retry: Any = {"max_retries": _RETRIES, "retry_timeout": _TIMEOUT}
            return cls(from_url(url, client_options=_client(), retry_config=retry), url, option)
        except exceptions.BaseError as error:
            raise BadArgument(f"{option}{redacted_text(url)}: {_first_line(error)}") from error

    def create(self, name: str, data: bytes) -> bool:
        """Make an object unless there is one of that name; return whether it was made.

        False may also mean that an earlier try, which seemed to fail, had made it.
        """
        return self._created(name, data)

    def create_file(self, name: str, file: BinaryIO) -> bool:
        """Make an object of an open file, as `create` does."""
        return self._created(name, file, use_multipart=False)  # which knows no create-if-absent

    def _created(self, name: str, data: bytes | BinaryIO, **how: Any) -> bool:
        with self._refusals(f"creating {name}"):
            try:
                obstore.put(self._store, name, data, mode="create", **how)
            except exceptions.AlreadyExistsError:
                return False
            except exceptions.NotSupportedError as error:
                raise BadArgument(
                    f"{self._option}{self.url}: the store knows no create-if-absent; name another"
                ) from error
        return True

    def put(self, name: str, data: bytes) -> None:
        """Make an object, or make it anew."""
        with self._refusals(f"writing {name}"):
            obstore.put(self._store, name, data)

    def has(self, name: str) -> bool:
        """Tell whether there is an object of that name."""
        with self._refusals(f"looking for {name}"):
            try:
                obstore.head(self._store, name)
            except FileNotFoundError:
                return False
        return True

    def put_file(self, name: str, path: Path) -> None:
        """Make an object of a file; for names that nobody else uses."""
        with self._refusals(f"writing {name}"):
            obstore.put(self._store, name, path)

    def get(self, name: str) -> bytes | None:
        """Return a small object, or None where there is none."""
        with self._refusals(f"reading {name}"):
            try:
                return bytes(obstore.get(self._store, name).bytes())
            except FileNotFoundError:
                return None

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield an object piece by piece; nothing where there is none."""
        with self._refusals(f"reading {name}"):
            try:
                found = obstore.get(self._store, name).stream()
            except FileNotFoundError:
                return
            for chunk in found:
                yield bytes(chunk)

    def names(self, folder: str) -> list[str]:
        """Return the names of the objects in a folder, sorted."""
        with self._refusals(f"listing {folder}"):
            listed = obstore.list(self._store, prefix=folder)
            return sorted(str(meta["path"]) for chunk in listed for meta in chunk)

    def folders(self) -> list[str]:
        """Return the names of the folders at the top, sorted."""
        with self._refusals("listing the sites"):
            found = obstore.list_with_delimiter(self._store)
            return sorted(map(str, found["common_prefixes"]))

    def delete(self, names: Sequence[str]) -> None:
        """Remove objects, one after the other; one that is gone already is no fault."""
        with self._refusals("removing garbage"):
            for name in names:
                try:
                    obstore.delete(self._store, name)
                except FileNotFoundError:
                    continue

    def refuse_overwriting(self) -> None:
        """Raise `BadArgument` where `create` overwrites: some look-alikes of S3 take the header
        (`If-None-Match`) and ignore it, and every machine would hold the lease."""
        name = f"probe/{uuid.uuid4().hex}"
        try:
            if not self.create(name, b"1") or self.create(name, b"2"):
                raise BadArgument(
                    f"{self._option}{self.url}: the store ignores create-if-absent (If-None-Match),"
                    " so two machines could do the same work at once; name another store"
                )
        finally:
            with suppress(Refusal):
                self.delete([name])

    @contextmanager
    def _refusals(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (exceptions.PermissionDeniedError, exceptions.UnauthenticatedError) as error:
            raise BadArgument(f"{self._option}{self.url}: {doing}: {_first_line(error)}") from error
        except exceptions.BaseError as error:
            raise SharedAway(
                f"{self.url} does not answer: {doing}: {_first_line(error)}; try again later"
            ) from error
        except FileNotFoundError as error:
            raise BadArgument(
                f"{self._option}{self.url}: no such place: {_first_line(error)}"
            ) from error
        except OSError as error:
            raise from_os(error, f"{doing} in {self.url}") from error


def _client() -> Any:
    """Return the options of the HTTP client. Given any, the library no longer asks the environment
    whether plain HTTP is allowed (an S3 on one's own network)."""
    allowed = os.environ.get("AWS_ALLOW_HTTP", "").lower() in ("1", "true")
    patience = {"connect_timeout": _TIMEOUT, "read_timeout": _TIMEOUT, "timeout": _LONGEST}
    return patience | {"allow_http": allowed}


def _first_line(error: Exception) -> str:
    """Return what an error of obstore says, without its dump of internals."""
    return str(error).partition("\n")[0][:200]
