"""One WARC file in, one file of records out, and a line that says what became of it."""

import gzip
from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import file_digest
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from newsspider.batch.archived_articles import ArchivedArticles, Record, Refused
from newsspider.batch.archived_page import rereader
from newsspider.batch.extractor_version import extractor_version
from newsspider.batch.inputs import Input
from newsspider.batch.out_place import OutPlace, output_name
from newsspider.errors import BadArgument, Refusal, unreadable
from newsspider.store.files.jsonl import BadRecord, to_line
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage

_NAMED: Final = 20  # places of damage in a line of the manifest
_MOST_AHEAD: Final = 3_000_000  # bytes of pages that are read before they are extracted
_HEAD: Final = 4_000  # bytes that a capture takes without its body
_LEAST_AHEAD: Final = 1_000_000  # where the further pages of an article stand, as crawls ask
_LEVEL: Final = 3  # of gzip: in a third of the time of 6, a fifth bigger


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is wanted of every input.

    `hosts` are the domains whose pages are read; `modules` are imported first, which make sites
    known that are no part of the package. `extractor` is the version that the outputs are of.
    """

    hosts: tuple[str, ...]
    modules: tuple[str, ...] = ()
    extractor: str = field(default_factory=extractor_version)

    def prepare(self) -> None:
        """Make this process ready to read. Raises `BadArgument` where its extractor is another."""
        for module in self.modules:
            import_module(module)
        if self.extractor != extractor_version():
            raise BadArgument(
                f"this machine has extractor {extractor_version()}, not {self.extractor}: install"
                " the same version everywhere"
            )


class Outcome(msgspec.Struct, kw_only=True, frozen=True):
    """What became of an input: a line of the manifest, the same whoever read it.

    `refused` counts by reason what no record was made of, `damage` the places that could not be
    read, the first of which `damaged` names. `sha256` is that of the output.
    """

    input: str
    size: int
    output: str
    sha256: str
    extractor: str
    records: int
    counts: dict[str, int]
    refused: dict[str, int]
    damage: int
    damaged: list[str]


class Failed(msgspec.Struct, kw_only=True, frozen=True):
    """An input of which no output was made: exit code, and what a person is told."""

    input: str
    exit_code: int
    words: str


def extracted(
    file: BinaryIO, hosts: Collection[str], articles: ArchivedArticles
) -> Iterator[Record | Refused | Damage]:
    """Yield the records of a WARC file, what is refused, and what is damaged.

    Raises `OSError` where the file cannot be read.
    """
    for found in _ahead(read_captures(file, hosts), articles):
        if isinstance(found, Damage):
            yield found
        else:
            yield from articles.read(found)
    yield from articles.rest()


def _ahead(
    captures: Iterable[Capture | Damage], articles: ArchivedArticles
) -> Iterator[Capture | Damage]:
    """Yield captures of which some are read before the first is given, and told to `articles`.

    Unpacking and extracting in turns, each would find the processor's caches full of what the other
    needed.
    """
    held: deque[Capture | Damage] = deque()
    size = 0
    for found in captures:
        held.append(found)
        if isinstance(found, Capture):
            articles.expect(found)
        size += _size(found)
        if size > _MOST_AHEAD:
            while size > _LEAST_AHEAD:
                first = held.popleft()
                size -= _size(first)
                yield first
    yield from held


def _size(found: Capture | Damage) -> int:
    return _HEAD + (len(found.body) if isinstance(found, Capture) else 0)


def extract_file(order: Order, source: Input, out: OutPlace) -> Outcome | Failed:
    """Write the records of an input, unless they are there, and return what became of it."""
    try:
        if out.is_done(source.name):
            return _known(source, out)
        order.prepare()
        return _written(order, source, out)
    except Refusal as refusal:
        return Failed(input=source.source, exit_code=refusal.exit_code, words=str(refusal))
    except OSError as error:
        failed = unreadable(error, source.source)
        return Failed(input=source.source, exit_code=failed.exit_code, words=str(failed))


def read_here(order: Order, inputs: Iterable[Input], out: OutPlace) -> Iterator[Outcome | Failed]:
    """Yield what became of each input, read one after the other by this process."""
    for source in inputs:
        yield extract_file(order, source, out)


def _known(source: Input, out: OutPlace) -> Outcome:
    """Return what became of an input before. Raises `BadArgument` where it is another by now."""
    outcome = msgspec.json.decode(out.line(source.name), type=Outcome)
    if not source.is_remote and Path(source.source).stat().st_size != outcome.size:
        raise BadArgument(
            f"{source.source}: has changed since {out.where(source.name)} was made of it;"
            " remove that to read it again"
        )
    return outcome


def _written(order: Order, source: Input, out: OutPlace) -> Outcome:
    tally = _Tally()
    with out.writing(source.name) as draft, source.open() as file:
        articles = ArchivedArticles(rereader(source, file))
        with gzip.GzipFile("", "wb", _LEVEL, draft, mtime=0) as packed:
            for found in extracted(file, order.hosts, articles):
                packed.write(tally.line_of(found))
        draft.seek(0)
        outcome = Outcome(
            input=source.source.rsplit("/", 1)[-1],
            size=file.seek(0, 2),
            output=output_name(source.name),
            sha256=file_digest(draft, "sha256").hexdigest(),
            extractor=order.extractor,
            records=tally.records,
            counts=dict(articles.counts),
            refused=dict(tally.refused),
            damage=tally.damage,
            damaged=tally.damaged,
        )
        out.put_line(source.name, msgspec.json.encode(outcome) + b"\n")
    return outcome


class _Tally:
    """Counts what a file held, and names the first places of damage."""

    def __init__(self) -> None:
        self.records = self.damage = 0
        self.refused: Counter[str] = Counter()
        self.damaged: list[str] = []

    def line_of(self, found: Record | Refused | Damage) -> bytes:
        """Return the line of a record; nothing of what is none, which is counted."""
        if isinstance(found, dict):
            try:
                line = to_line(found)
            except BadRecord:
                self.refused["no_record"] += 1
                return b""
            self.records += 1
            return line
        if isinstance(found, Refused):
            self.refused[found.reason] += 1
        else:
            self.damage += 1
            self.damaged += [str(found)] if self.damage <= _NAMED else []
        return b""
