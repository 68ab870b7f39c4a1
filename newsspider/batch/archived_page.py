"""A page of a WARC file that waits for others, for as long as the file may still have them."""

from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, Final

from newsspider.batch.inputs import Input
from newsspider.extract import Page
from newsspider.store.files.compressed import zstd
from newsspider.warc.read.capture import Capture
from newsspider.warc.read.forms.form_of import form_of
from newsspider.warc.read.read_again import read_again, without_content

_LEVEL: Final = 1  # of zstd: a fifth of the size, in a thirtieth of the time of reading the page

ReadAgain = Callable[[Capture], bytes]
"""Returns the body of a capture that was read before; raises `OSError`."""


def rereader(source: Input, file: BinaryIO) -> ReadAgain | None:
    """Return what reads bodies of an input again; None where that would mean to read all of it, or
    to fetch it again."""
    if source.is_remote or not form_of(file).reads_alone(file):
        return None
    return lambda capture: read_again(file, capture).body


class ArchivedPage:
    """A page, and the capture that has its body."""

    def __init__(self, page: Page, capture: Capture, reread: ReadAgain | None) -> None:
        self._page = page
        self._capture = capture
        self._reread = reread
        self._packed = b""
        self._is_here = True

    @property
    def url(self) -> str:
        """Return the address that was asked for."""
        return self._page.url

    def page(self) -> Page:
        """Return the page. Raises `OSError` where its file cannot be read again."""
        page = self._page
        if self._is_here:
            return page
        if self._reread is None:
            return replace(page, body=zstd.decompress(self._packed))
        body = self._reread(self._capture)
        return Page.from_bytes(page.url, body, page.fetched_at, page.content_type)

    def let_go(self) -> None:
        """Hold the page as small as can be: others may come much later, or never."""
        if not self._is_here:
            return
        if self._reread is None:
            self._packed = zstd.compress(self._page.body, _LEVEL)
        self._page, self._is_here = replace(self._page, body=b""), False
        self._capture = without_content(self._capture)
