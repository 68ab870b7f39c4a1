"""The archive of a crawl: a folder of WARC files, of which one is written to."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from newsspider.errors import OutputFailed, Refusal, from_os
from newsspider.store.files.disk import Disk
from newsspider.warc.write.archive_file import ArchiveFile
from newsspider.warc.write.exchange import Exchange
from newsspider.warc.write.exchange_records import (
    Original,
    digest_of,
    index_line,
    info_record,
    records_of,
)
from newsspider.warc.write.mend import Mended, mend
from newsspider.warc.write.originals import Originals

MEGABYTE: Final = 1_000_000


class Archive:
    """Keeps the exchanges of a crawl of one site.

    What `add` has returned for outlives a kill, what `sync` has, a power cut. The first failure
    ends it: every later call raises that `Refusal`. `mended` is what the start completed, `names`
    are the files of this run.
    """

    def __init__(
        self,
        folder: Path,
        site: str,
        clock: Callable[[], datetime],
        facts: Mapping[str, str],
        roll_at: int,
        disk: Disk,
    ) -> None:
        self.mended: list[Mended] = []
        self.names: list[str] = []
        self._folder = folder
        self._site = site
        self._clock = clock
        self._facts = facts
        self._roll_at = roll_at
        self._disk = disk
        self._originals = Originals(folder, site)
        self._file: ArchiveFile | None = None
        self._info_id = ""
        self._failure: Refusal | None = None
        self._is_closed = False

    @classmethod
    def open(
        cls,
        folder: Path,
        site: str,
        clock: Callable[[], datetime],
        facts: Mapping[str, str],
        *,
        roll_at: int = 1000 * MEGABYTE,
        disk: Disk | None = None,
    ) -> Self:
        """Make the folder, complete what a killed run left, and return the archive.

        `facts` go into the `warcinfo` of each file, `roll_at` is the size in bytes at which the
        next file is begun. No file is made before there is something to keep. Raises a `Refusal`.
        """
        disk = disk or Disk()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, f"creating {folder}") from error
        archive = cls(folder, site, clock, facts, roll_at, disk)
        archive.mended = list(mend(folder, site, disk))
        return archive

    def add(self, exchange: Exchange) -> None:
        """Keep an exchange. Raises a `Refusal`; what was kept before stays."""
        self._usable()
        if self._is_closed:
            raise OutputFailed("output failed: the archive is closed; run again")
        try:
            self._add(exchange)
        except Refusal as refusal:
            self._failure = refusal
            raise

    def _add(self, exchange: Exchange) -> None:
        file = self._file_for(exchange)
        digest = digest_of(exchange.payload) if exchange.head else None
        original = self._original(exchange, digest, file)
        if original is not None:
            digest = original.digest
        members = records_of(exchange, digest, original, self._info_id)
        offset = file.append(members.first + members.rest)
        if original is None:
            self._originals.remember(exchange, digest, members.record_id)
        file.captures.append(
            index_line(
                exchange,
                digest,
                offset,
                len(members.first),
                file.name,
                is_revisit=original is not None,
            )
        )

    def sync(self) -> None:
        """Bring to the medium what was added. Raises a `Refusal`."""
        self._usable()
        try:
            if self._file is not None:
                self._file.sync()
        except Refusal as refusal:
            self._failure = refusal
            raise

    def close(self) -> None:
        """Complete the file at hand. Raises the `Refusal` that ended the archive, if one did."""
        file, self._file = self._file, None
        try:
            if file is not None and self._failure is None:
                file.complete()
            self._usable()
        except Refusal as refusal:
            self._failure = refusal
            raise
        finally:
            if file is not None:
                file.close()
        self._is_closed = True

    def _file_for(self, exchange: Exchange) -> ArchiveFile:
        """Return the file at hand, or the next one: begun with the first page of an article, so
        that its further pages are in the same file."""
        file = self._file
        if file is not None and (file.size < self._roll_at or exchange.listed is None):
            return file
        if file is not None:
            file.complete()
        self._file = file = ArchiveFile.create(self._folder, self._site, self._clock(), self._disk)
        self.names.append(file.name)
        info, self._info_id = info_record(file.name, self._clock(), self._facts)
        file.append(info)
        return file

    def _original(
        self, exchange: Exchange, digest: str | None, file: ArchiveFile
    ) -> Original | None:
        if exchange.status != 304:
            return self._originals.same_payload(exchange, digest)
        try:
            return self._originals.unmodified(exchange, file.path, file.captures)
        except (OSError, ValueError):  # an archive that was damaged; the answer itself is kept
            return None

    def _usable(self) -> None:
        if self._failure is not None:
            raise self._failure
