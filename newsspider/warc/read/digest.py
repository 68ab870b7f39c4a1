"""Block digests of WARC records (WARC 1.1, section 5.8)."""

import base64
import hashlib
import re
from typing import Final

_STATED: Final = re.compile(r"\s*(sha1|sha256|md5)\s*:\s*(\S+)\s*", re.I)


def digest_agrees(stated: str, block: bytes) -> bool | None:
    """Tell whether a block has the digest that is stated, in base 32 or 16.

    None where it is of no usual kind.

    >>> digest_agrees("md5:acbd18db4cc2f85cedef654fccc4a4d8", b"foo")
    True
    """
    named = _STATED.fullmatch(stated)
    if named is None:
        return None
    digest = hashlib.new(named[1].lower(), block, usedforsecurity=False)
    base32 = base64.b32encode(digest.digest()).decode().lower()
    return named[2].lower() in (digest.hexdigest(), base32, base32.rstrip("="))
