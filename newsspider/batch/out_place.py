"""Where the outputs of a batch stand, and what may be asked of it: a folder, or a bucket."""

from contextlib import AbstractContextManager
from io import BufferedRandom
from typing import Any, Final, Protocol

import msgspec

from newsspider.errors import BadArgument

STAMP: Final = "extractor.json"
"""What says by what all outputs of a place were made."""

MANIFEST: Final = "manifest"
"""The folder of the lines about the inputs."""


def output_name(name: str) -> str:
    """Return what the output of an input is called."""
    return f"{name}.jsonl.gz"


def line_name(name: str) -> str:
    """Return what the line of the manifest about an input is called."""
    return f"{MANIFEST}/{name}.json"


class OutPlace(Protocol):
    """`NAME.jsonl.gz` for each input, `manifest/NAME.json` with a line about it, and
    `extractor.json`, which says by what all of them were made.

    Any number of processes, on any machines, may write there: what they write of one input is the
    same, and stands there whole or not at all. It travels to other processes, and `str` says where
    it is.
    """

    def prepare(self, made_by: dict[str, Any]) -> None:
        """Make the place, and see that what is in it was made alike.

        Raises `BadArgument` where another extractor, or another choice of hosts, made it, and a
        `Refusal` where it cannot be written.
        """

    def is_done(self, name: str) -> bool:
        """Tell whether an input was read."""

    def where(self, name: str) -> str:
        """Return where the records of an input stand, for people."""

    def line(self, name: str) -> bytes:
        """Return the line of the manifest about an input that was read."""

    def put_line(self, name: str, line: bytes) -> None:
        """Write the line of the manifest about an input, before its records, which end it."""

    def writing(self, name: str) -> AbstractContextManager[BufferedRandom]:
        """Give a draft of the records of an input, which are there when the block has ended well.

        Raises `OSError` or a `Refusal` where they cannot be written.
        """


def check_stamp(found: bytes, made_by: dict[str, Any], place: str) -> None:
    """Raise `BadArgument` where what a place says of itself differs from what is asked of it."""
    if found != stamp(made_by):
        raise BadArgument(
            f"--out {place}: made by {found.decode('utf-8', 'replace').strip()}; this is"
            f" {msgspec.json.encode(made_by).decode()}: name another folder"
        )


def stamp(made_by: dict[str, Any]) -> bytes:
    """Return what a place says of itself."""
    return msgspec.json.encode(made_by) + b"\n"
