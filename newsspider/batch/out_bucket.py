"""The place of a batch in object storage: outputs that are created once, by whoever is first."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest, sha256
from io import BufferedRandom
from typing import Any, Final

from propcache.api import cached_property

from newsspider.batch.out_place import STAMP, check_stamp, line_name, output_name, stamp
from newsspider.errors import BadArgument
from newsspider.shared.object_store import ObjectStore

_OPTION: Final = "--out "


class OutBucket:
    """`s3://BUCKET/PREFIX`, `gs://…`, `az://…` or `file:///FOLDER`; see `OutPlace`.

    Every method may raise `SharedAway`, and `BadArgument` where the store refuses us.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def __str__(self) -> str:
        """Return where it is, for people."""
        return self._store.url

    def prepare(self, made_by: dict[str, Any]) -> None:
        """See that the store creates once, and that what is there was made alike.

        Raises `BadArgument` where it does not, or was not.
        """
        self._store.refuse_overwriting()
        self._store.create(STAMP, stamp(made_by))
        check_stamp(self._store.get(STAMP) or b"", made_by, self._store.url)

    def is_done(self, name: str) -> bool:
        """Tell whether an input was read."""
        return self._store.has(output_name(name)) and self._store.has(line_name(name))

    def where(self, name: str) -> str:
        """Return the address of the records of an input."""
        return f"{self._store.url.rstrip('/')}/{output_name(name)}"

    def line(self, name: str) -> bytes:
        """Return the line of the manifest about an input that was read."""
        return self._store.get(line_name(name)) or b""

    def put_line(self, name: str, line: bytes) -> None:
        """Write the line of the manifest about an input, before its records, which end it."""
        self._store.put(line_name(name), line)

    @contextmanager
    def writing(self, name: str) -> Iterator[BufferedRandom]:
        """Give a draft on the local disk, which is created in the bucket when the block has ended
        well. Raises `BadArgument` where other records of the input stand there already."""
        with tempfile.TemporaryFile() as draft:
            yield draft
            draft.seek(0)
            if not self._store.create_file(output_name(name), draft):
                self._check_same(name, draft)

    def _check_same(self, name: str, draft: BufferedRandom) -> None:
        """Let another process have been faster, if it made the same of the input."""
        theirs = sha256()
        for chunk in self._store.chunks(output_name(name)):
            theirs.update(chunk)
        draft.seek(0)
        if theirs.digest() != file_digest(draft, "sha256").digest():
            raise BadArgument(
                f"{self.where(name)}: holds other records, of an input that has changed since;"
                " remove that to read it again"
            )

    @cached_property
    def _store(self) -> ObjectStore:
        return ObjectStore.open(self.url, _OPTION)

    def __reduce__(self) -> tuple[type["OutBucket"], tuple[str]]:
        """Travel as the address: an open store cannot."""
        return OutBucket, (self.url,)
