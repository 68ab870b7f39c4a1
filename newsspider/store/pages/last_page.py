"""Which page a run was reading when it ended without a word: killed, or stuck in C code."""

import os
from contextlib import suppress
from pathlib import Path

from newsspider.store.files.state_files import beside_state


class ReadingMark:
    """A small file with the address of the page that is being read, gone when all went well.

    It is not synced: a kill leaves it, a power cut may not, and a disk that fails costs only it.
    """

    def __init__(self, output: Path, site: str) -> None:
        self._path = beside_state(output, site, "reading")
        self._descriptor = -1

    def note(self, url: str) -> None:
        """Note the page that is read from now on."""
        line = url.encode()
        with suppress(OSError):
            if self._descriptor < 0:
                flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
                self._descriptor = os.open(self._path, flags, 0o666)
            os.pwrite(self._descriptor, line, 0)
            os.ftruncate(self._descriptor, len(line))

    def end(self) -> None:
        """Note that nothing is being read any more."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            self._path.unlink(missing_ok=True)


def left_over(output: Path, site: str) -> str | None:
    """Return the page at which the last run ended, once; None when it ended well."""
    path = beside_state(output, site, "reading")
    try:
        url = path.read_text(encoding="utf-8", errors="replace")
        path.unlink()
    except OSError:
        return None
    return url or None
