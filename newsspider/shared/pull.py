"""Makes a local output what a commit says, taking from the shared place only what is missing."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from newsspider.errors import SharedDamaged, from_os
from newsspider.shared.commit import Commit, FilePart, size_of
from newsspider.shared.local_copy import Base, LocalCopy
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.parts import fetch, is_there
from newsspider.store.files.day_files import day_files, day_path
from newsspider.store.files.events import events_path
from newsspider.store.files.state_files import beside_state
from newsspider.store.state.database_file import remove_database


def pull(store: ObjectStore, commit: Commit, copy: LocalCopy) -> None:
    """Make the output of the site be the commit, the state last; under the lock of the output.

    Ended in the middle, it is done over by the next run. Raises `SharedDamaged` where an object is
    not what the commit says, `SharedAway`, and the refusals of writing.
    """
    copy.stand_on(Base.on(commit, is_half=True))
    try:
        present = {file.day: file.path for file in day_files(copy.output, copy.site)}
        for day, parts in commit.days.items():
            plain = day_path(copy.output, copy.site, day)
            here = present.get(day, plain)
            if not _holds(here, parts):
                _write(store, copy, plain, parts)
                if here != plain:  # compressed, and of other bytes
                    here.unlink()
        if commit.events:
            _write(store, copy, events_path(copy.output, copy.site), commit.events)
        if commit.runs is not None:
            _write_runs(store, copy, commit.runs)
        if commit.state is not None:
            remove_database(copy.state)
            _write(store, copy, copy.state, (commit.state,))
    except OSError as error:
        raise from_os(error, f"taking {copy.site} from {store.url} to {copy.output}") from error
    copy.stand_on(Base.on(commit))


def _holds(path: Path, parts: tuple[FilePart, ...]) -> bool:
    if not path.exists() or (path.suffix == ".jsonl" and path.stat().st_size != size_of(parts)):
        return False
    return all(is_there(part, path) for part in parts)


def _write(store: ObjectStore, copy: LocalCopy, path: Path, parts: Iterable[FilePart]) -> None:
    """Write a file of the parts: readers and crashes see the old file or the new, never half."""
    draft = beside_state(copy.output, copy.site, "pull")
    with draft.open("wb") as file:
        for part in parts:
            for chunk in fetch(store, part):
                file.write(chunk)
        file.flush()
        copy.disk.sync(file.fileno())
    copy.disk.replace(draft, path)
    copy.disk.sync_folder(path.parent)


def _write_runs(store: ObjectStore, copy: LocalCopy, part: FilePart) -> None:
    """Write the manifests of the runs, those of other machines among them."""
    try:
        found = json.loads(b"".join(fetch(store, part)))
    except ValueError as error:
        raise SharedDamaged(f"{store.url}: {part.name} holds no manifests: {error}") from error
    folder = copy.output / "runs"
    folder.mkdir(parents=True, exist_ok=True)
    for run, facts in found.items():
        path = folder / f"{Path(run).name}.json"
        data = json.dumps(facts, indent=2).encode("ascii") + b"\n"
        with suppress(FileNotFoundError):
            if path.read_bytes() == data:
                continue
        copy.disk.put(path, data)
