"""Writes an export: rows in a format, with its dataset card, data dictionary and checksums."""

import re
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from pathlib import Path

from newsspider import __version__
from newsspider.errors import from_os
from newsspider.export.card import dataset_card
from newsspider.export.card.data_dictionary import write_data_dictionary
from newsspider.export.card.dataset_card import Card
from newsspider.export.card.dataset_facts import DatasetTally, site_facts
from newsspider.export.checksums import write_checksums
from newsspider.export.columns import columns
from newsspider.export.draft_folder import draft_folder
from newsspider.export.export_source import ExportSource, Options
from newsspider.export.known_formats import Format
from newsspider.export.selection import Selection
from newsspider.export.stored_rows import Row, StoredRows
from newsspider.store.state.database import State
from newsspider.store.state.http import RobotsCopy

Track = Callable[[Iterable[Row], int], Iterable[Row]]
"""Yields the rows it is given, and how many there will be, while it shows how far they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """What to export, from where, and to where.

    `states` are the paths of the states, by site; `found` the ids that a search found, by site.
    """

    output: Path
    states: Mapping[str, Path]
    form: Format
    selection: Selection
    target: Path
    options: Options = field(default_factory=Options)
    overwrite: bool = False
    elsewhere: Path | None = None
    found: Mapping[str, Iterable[str]] | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What came of it: rows, files, bytes, and lines left out by day of crawling."""

    rows: int
    files: int
    size: int
    missing: Counter[str]


def export(order: ExportOrder, now: datetime, track: Track) -> Exported:
    """Write the export into its folder, whole or not at all.

    Raises a `Refusal`: a library that is missing, an output that cannot be read, a folder that
    cannot be written.
    """
    order.form.refuse_foreign(order.options)
    write = order.form.writer()
    with ExitStack() as stack:
        states = {
            site: stack.enter_context(closing(State.read(path)))
            for site, path in order.states.items()
        }
        parts = [_stored_rows(order, state, site) for site, state in states.items()]
        draft = stack.enter_context(draft_folder(order.target, overwrite=order.overwrite))
        rows = stack.enter_context(closing(_rows(parts)))
        tally = DatasetTally()
        count = sum(part.count() for part in parts)
        source = ExportSource(
            columns(lists=order.selection.lists),
            count,
            tally.counted(track(rows, count)),
            lambda: chain.from_iterable(part.revisions() for part in parts),
            order.options,
        )
        try:
            write(source, draft)
            files = _write_about(order, source, parts, tally, draft, now)
        except OSError as error:
            raise from_os(error, f"writing {order.target}") from error
        size = sum(path.stat().st_size for path in draft.rglob("*") if path.is_file())
        missing = sum((part.missing for part in parts), Counter[str]())
        return Exported(tally.rows, files, size, missing)


def _rows(parts: list[StoredRows]) -> Generator[Row]:
    for part in parts:
        yield from part


def _stored_rows(order: ExportOrder, state: State, site: str) -> StoredRows:
    return StoredRows.open(
        state,
        order.output,
        site,
        order.selection,
        found=None if order.found is None else order.found[site],
        elsewhere=order.elsewhere,
    )


def _write_about(
    order: ExportOrder,
    source: ExportSource,
    parts: list[StoredRows],
    tally: DatasetTally,
    draft: Path,
    now: datetime,
) -> int:
    """Write what stands beside the rows; return how many files there are but for the checksums."""
    selection = order.selection
    facts = [site_facts(part, selection, now.date()) for part in parts]
    card = Card(__version__, now, order.form.title, selection, tally, facts, notes=order.form.notes)
    _append(draft / dataset_card.NAME, card.text())
    write_data_dictionary(source.columns, draft)
    for site in facts:
        _write_robots(site.robots, draft / "robots")
    return write_checksums(draft)


def _write_robots(copies: Mapping[str, RobotsCopy], folder: Path) -> None:
    """Write each robots.txt that says something: `robots-<host>.txt`, `_` for the colon."""
    for host, copy in copies.items():
        if copy.body:
            folder.mkdir(exist_ok=True)
            name = re.sub("[^a-z0-9.-]", "_", host)
            (folder / f"robots-{name}.txt").write_bytes(copy.body)


def _append(path: Path, text: str) -> None:
    """Write the text behind what the format may have put at the head of the file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(text)
