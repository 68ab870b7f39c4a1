"""The records of a WARC file, each whole, and what of the file is none.

fastwarc reads; a record is handed out only when what follows it was reached, since both a cut
record and one with changed bytes come without a word. Where reading fails, the file is looked at
member by member from the last record on, and reading goes on behind the damage.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from newsspider.warc.read.damage import Damage
from newsspider.warc.read.digest import digest_agrees
from newsspider.warc.read.forms.form import Form
from newsspider.warc.read.forms.form_of import form_of
from newsspider.warc.read.record_choice import type_of

Wanted = Callable[[WarcRecord], bool]
"""Tells by the header of a record whether it is to be read; asked once for each, in order."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record: where it begins in the file, its type, its header, its block and its length as
    the header states it."""

    offset: int
    type: WarcRecordType
    headers: HeaderMap
    block: bytes = field(repr=False)
    length: int


def read_records(file: BinaryIO, wanted: Wanted) -> Iterator[Record | Damage]:
    """Yield the records that are wanted, and each place where there is none to be read.

    Raises `OSError` where the file itself cannot be read, and nothing else, whatever is in it.
    """
    form, size = form_of(file), file.seek(0, 2)
    start: int | None = 0
    while start is not None and start < size:
        stretch = _Stretch(file, start, wanted, form)
        yield from stretch.records()
        start = yield from _closely(file, form, stretch, size)


class _Stream:
    """A file from an offset on, as fastwarc wants it: without `seek` and `tell` it panics."""

    def __init__(self, file: BinaryIO, start: int) -> None:
        file.seek(start)
        self.read = file.read
        self.seek = file.seek
        self.tell = file.tell

    def close(self) -> None:
        """Leave the file open, which is read again."""


class _Stretch:
    """What fastwarc can read from an offset on."""

    def __init__(self, file: BinaryIO, start: int, wanted: Wanted, form: Form) -> None:
        self._file, self._wanted, self._form = file, wanted, form
        self.start = start
        self.last: int | None = None
        """Offset of the last record whose header was seen."""
        self.held: Record | None = None
        """The last record that was read: none that follows it tells that it is whole."""
        self.error: str | None = None

    def records(self) -> Iterator[Record | Damage]:
        """Yield what was read, up to the last record or to the first whose length may be untrue."""
        try:
            for record in self._read(_Stream(self._file, self.start)):
                yield from self.take()
                if isinstance(record, Record):
                    self.held = record
                elif self._form.guards_lengths:
                    yield record
                else:
                    self.error = record.words
                    return
        except OSError as error:
            if error.errno is not None:  # the file's own failure, not what is in it
                raise
            self.error = str(error)

    def within(self, content: bytes, offset: int) -> Iterator[Record | Damage]:
        """Yield the records of a member, which is whole."""
        try:
            for record in self._read(BytesIO(content)):
                yield replace(record, offset=offset)
        except OSError as error:
            yield Damage("broken", offset, str(error))

    def take(self) -> Iterator[Record]:
        """Yield the record that is held, once."""
        held, self.held = self.held, None
        if held is not None:
            yield held

    def _read(self, stream: BinaryIO | _Stream) -> Iterator[Record | Damage]:
        for record in ArchiveIterator(stream, parse_http=False, func_filter=self._is_wanted):
            offset, length = record.stream_pos, record.content_length
            block = record.reader.read(length)  # told how much, it copies less
            stated = None if self._form.guards_bytes else record.headers.get("WARC-Block-Digest")
            if stated is not None and digest_agrees(stated, block) is False:
                yield Damage("broken", offset, "its digest is another")
            else:
                yield Record(offset, type_of(record), record.headers, block, length)

    def _is_wanted(self, record: WarcRecord) -> bool:
        self.last = record.stream_pos
        return self._wanted(record)


def _closely(
    file: BinaryIO, form: Form, stretch: _Stretch, size: int
) -> Generator[Record | Damage, None, int | None]:
    """Yield what a stretch left open, up to the first flaw; return where reading goes on."""
    last = stretch.last
    # Of records that share a member fastwarc tells no offset: all such members were read already.
    is_shared = last is not None and not form.begins(file, last)
    at = stretch.start if last is None or is_shared else last
    if stretch.held is not None and stretch.held.offset != last and not is_shared:
        yield from stretch.take()  # another record followed it
    while at < size:
        part = form.part(file, at)
        if part.flaw is not None:
            start = part.end or form.next_start(file, at + 1)
            yield part.flaw if start is None else part.flaw.amid()
            return start
        assert part.end is not None
        if not part.content:
            stretch.error = None  # it was about these blanks
        elif at == last and not is_shared:
            yield from stretch.take()
        elif not is_shared:
            found = [*stretch.within(part.content, at)]
            yield from found
            if any(isinstance(each, Damage) for each in found):
                return part.end
        at = part.end
    yield from _at_the_end(stretch, at if last is None else last)
    return None


def _at_the_end(stretch: _Stretch, offset: int) -> Iterator[Record | Damage]:
    """Yield what is left of a stretch behind which no flaw was found."""
    for held in stretch.take():
        is_cut = len(held.block) < held.length
        yield Damage("cut", offset, "the record has no end") if is_cut else held
    if stretch.error is not None:
        yield Damage("broken", offset, stretch.error)
