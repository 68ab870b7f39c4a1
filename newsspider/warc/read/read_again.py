"""A capture that was read before, read again: alone, where its file is packed so that it can be."""

import io
from dataclasses import replace
from typing import BinaryIO

from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.forms.form_of import form_of


def without_content(capture: Capture) -> Capture:
    """Return a capture without its headers and body, which can be had again."""
    return replace(capture, body=b"", headers=(), listed=None)


def read_again(file: BinaryIO, capture: Capture) -> Capture:
    """Return a capture that was read before, with headers and body; the file stays where it is.

    Raises `OSError`, also where the file has changed meanwhile.
    """
    position = file.tell()
    try:
        part = form_of(file).part(file, capture.offset)
        sources = (io.BytesIO(part.content), file)
        for source in sources[0 if part.content else 1 :]:
            for each in read_captures(source):
                if isinstance(each, Capture) and _is_same(each, capture):
                    return each
    finally:
        file.seek(position)
    raise OSError("it has changed while it was read")


def _is_same(one: Capture, other: Capture) -> bool:
    return replace(without_content(one), offset=0) == replace(without_content(other), offset=0)
