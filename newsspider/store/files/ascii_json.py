"""JSON in ASCII, byte for byte as `json.dumps` writes it, at a quarter of the cost.

Lines and digests on the disk are of that form, so no later version may write another.
"""

import codecs
from json.encoder import encode_basestring_ascii
from typing import Any, Final

import msgspec

_ESCAPE: Final = "newsspider.ascii_json"
_IN_ORDER: Final = msgspec.json.Encoder()
_SORTED: Final = msgspec.json.Encoder(order="sorted")


def ascii_json(value: Any, *, sort_keys: bool = False) -> bytes:
    r"""Return a value in JSON, with a space after each comma and colon.

    Raises `UnicodeEncodeError` for a lone surrogate, `TypeError` for what is no value of JSON, and
    `OverflowError` for a whole number of more than 64 bits. Not a number becomes null.

    >>> ascii_json({"judul": "“Panen”", "kata": [1, None]})
    b'{"judul": "\\u201cPanen\\u201d", "kata": [1, null]}'
    """
    encoder = _SORTED if sort_keys else _IN_ORDER
    data = encoder.encode(value)
    if not isinstance(value, str):
        data = msgspec.json.format(data, indent=0)
    if not data.isascii():
        data = data.decode().encode("ascii", _ESCAPE)
    return data.replace(b"\x7f", rb"\u007f")  # the only ASCII that msgspec leaves as it is


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """Return the escape sequences of characters that are not ASCII, and where to go on."""
    assert isinstance(error, UnicodeEncodeError)
    found = error.object[error.start : error.end]
    return encode_basestring_ascii(found)[1:-1], error.end


codecs.register_error(_ESCAPE, _escaped)
