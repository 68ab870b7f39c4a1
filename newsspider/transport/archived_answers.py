"""What a replay answers with, from the WARC files of REPLAY_ARCHIVE."""

import logging
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from newsspider.errors import BadArgument
from newsspider.store.pages.fixtures import FixtureInvalid
from newsspider.transport.saved_answers import SavedAnswer, without_wire
from newsspider.warc.read.by_address import CapturesByAddress

logger = logging.getLogger(__name__)

_TOLD: Final = 20  # places of damage that are named one by one


class ArchivedAnswers:
    """The captures of WARC files, by address. `damaged` counts the places that cannot be read."""

    def __init__(self, captures: CapturesByAddress) -> None:
        self._captures = captures
        self.damaged = len(captures.damage)

    @classmethod
    def load(cls, pattern: str, hosts: Collection[str] | None) -> Self:
        """Return the captures of the files that a pattern (`w/*.warc.gz`) names, and log what of
        them cannot be read.

        `hosts` are the domains that are asked for. Raises `BadArgument` where there is no file, one
        that cannot be opened, or no capture of these domains.
        """
        whole = Path(pattern).absolute()
        paths = sorted(Path(whole.anchor).glob(str(whole.relative_to(whole.anchor))))
        if not paths:
            raise BadArgument(f"REPLAY_ARCHIVE={pattern}: no such file")
        try:
            found = CapturesByAddress.load(paths, hosts)
        except OSError as error:
            reason = error.strerror or str(error)
            raise BadArgument(f"REPLAY_ARCHIVE: {error.filename or pattern}: {reason}") from error
        for path, damage in found.damage[:_TOLD]:
            logger.warning("Archive damaged: %s: %s", path, damage)
        if not found.size and not found.damage:
            named = f" of {', '.join(hosts)}" if hosts else ""
            raise BadArgument(f"REPLAY_ARCHIVE={pattern}: no capture{named} is in there")
        return cls(found)

    @property
    def newest(self) -> datetime | None:
        """Return the date of the last capture."""
        return self._captures.newest

    def get(self, url: str) -> SavedAnswer | None:
        """Return what an address answered, or None. Raises `FixtureInvalid` for a file that has
        changed since it was loaded."""
        try:
            found = self._captures.get(url)
        except OSError as problem:
            raise FixtureInvalid(str(problem)) from problem
        if found is None:
            return None
        # A body that could not be decoded is refused by its coding, as it was in the crawl.
        headers = found.headers if found.undecodable else without_wire(found.headers)
        is_cut = found.truncated is not None
        return SavedAnswer(found.date, found.status, headers, found.body, is_cut)
