"""What a local output has to do with the shared place: which commit it stands on, and what of it
no commit has yet."""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Self

import msgspec

from newsspider.errors import StateInvalid, from_os
from newsspider.shared.commit import Commit, size_of
from newsspider.store.files.day_files import day_files
from newsspider.store.files.disk import Disk
from newsspider.store.files.events import events_path
from newsspider.store.files.state_files import (
    beside_state,
    database_path,
    elsewhere_path,
    state_folder,
)
from newsspider.store.files.times import utc
from newsspider.store.state.database_file import side_files


class Base(msgspec.Struct, frozen=True, kw_only=True):
    """The commit that a local output stands on; kept as `state/SITE.shared.json`.

    `pending` is the content of a commit that was sent and may have been made, `is_half` says that
    the output was being made to be that commit, `rewritten` that files are no longer those sent.
    """

    chain: str
    number: int
    content: str
    days: dict[str, int] = {}
    events: int = 0
    pending: str = ""
    is_half: bool = False
    rewritten: bool = False

    @classmethod
    def on(cls, commit: Commit, *, is_half: bool = False) -> Self:
        """Return the base that a commit is."""
        return cls(
            chain=commit.chain,
            number=commit.number,
            content=commit.content,
            days=commit.sizes,
            events=size_of(commit.events),
            is_half=is_half,
        )


class Start(Enum):
    """What is to become of a local output at the start of a run."""

    KEEP = "keep"
    REPLACE = "replace"
    SET_ASIDE = "set aside"


class LocalCopy:
    """The output of a site in a local folder."""

    def __init__(self, output: Path, site: str, disk: Disk | None = None) -> None:
        self.output = output
        self.site = site
        self.disk = disk or Disk()
        self.state = database_path(output, site)
        self._base = beside_state(output, site, "shared.json")
        self._elsewhere = elsewhere_path(output, site)

    def base(self) -> Base | None:
        """Return what the output stands on, None where it was never shared.

        Raises `StateInvalid` for a file that cannot be read.
        """
        try:
            return msgspec.json.decode(self._base.read_bytes(), type=Base)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise from_os(error, f"reading {self._base}") from error
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise StateInvalid(
                f"state invalid: {self._base}: {error}; move the folder away: the next run takes"
                " everything from the shared place"
            ) from error

    def stand_on(self, base: Base) -> None:
        """Note what the output stands on from now on."""
        try:
            self._base.parent.mkdir(parents=True, exist_ok=True)
            self.disk.put(self._base, msgspec.json.encode(base))
        except OSError as error:
            raise from_os(error, f"writing {self._base}") from error

    def start(self, newest: Commit) -> Start:
        """Return what is to become of the output, so that nothing in it is lost.

        Raises `StateInvalid` for an output of another origin than the commits.
        """
        base = self.base()
        if base is None:
            if not self.is_there or newest.state is None:
                return Start.KEEP if self.is_there else Start.REPLACE
            raise StateInvalid(
                f"state invalid: {self.output} has a {self.site} of its own, and the shared place"
                " another; name a new OUTPUT_DIR, or another SHARED to begin there with this one"
            )
        if base.chain != newest.chain or base.number > newest.number:
            raise StateInvalid(
                f"state invalid: {self.output} stands on commit {base.number} of {self.site}, which"
                " the shared place does not know; name a new OUTPUT_DIR, or the SHARED of before"
            )
        if base.is_half:
            return Start.REPLACE
        if newest.content in (base.content, base.pending):
            return Start.KEEP
        return Start.SET_ASIDE if self.is_ahead(base) else Start.REPLACE

    def note_elsewhere(self, *, is_crawled: bool) -> None:
        """Note whether a machine has the lease, beside a copy to read."""
        try:
            self._elsewhere.touch() if is_crawled else self._elsewhere.unlink(missing_ok=True)
        except OSError as error:
            raise from_os(error, f"writing {self._elsewhere}") from error

    @property
    def is_there(self) -> bool:
        """Whether anything of the site is stored here."""
        return self.state.exists() or (
            self.output.is_dir() and bool(day_files(self.output, self.site))
        )

    def is_ahead(self, base: Base) -> bool:
        """Return whether files hold more than the commit that they stand on."""
        grown = (
            file.path.stat().st_size > base.days.get(file.day, 0)
            for file in day_files(self.output, self.site)
            if not file.compressed
        )
        events = events_path(self.output, self.site)
        return any(grown) or (events.exists() and events.stat().st_size > base.events)

    def set_aside(self, now: datetime) -> Path:
        """Move the output of the site into a folder of its own, an output like any other."""
        stamp = utc(now).replace(":", "").replace("-", "")
        target = self.output / "set-aside" / f"{self.site}-{stamp}"
        try:
            state_folder(target).mkdir(parents=True)
            for path in self._files():
                path.rename(target / path.relative_to(self.output))
            self.disk.sync_folder(self.output)
        except OSError as error:
            raise from_os(error, f"moving the output of {self.site} to {target}") from error
        return target

    def _files(self) -> Iterator[Path]:
        """Yield what is there of the site, the note of its base last."""
        events = events_path(self.output, self.site)
        lines = [file.path for file in day_files(self.output, self.site)]
        for path in (*lines, events, *side_files(self.state), self.state, self._base):
            if path.exists():
                yield path


def note_rewritten(output: Path, site: str) -> None:
    """Note that the files of a site were made anew, so that the next commit sends them whole."""
    copy = LocalCopy(output, site)
    base = copy.base()
    if base is not None:
        copy.stand_on(msgspec.structs.replace(base, rewritten=True))
