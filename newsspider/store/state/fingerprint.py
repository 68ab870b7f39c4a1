"""Whether the site has changed an article since it was stored.

Lists beside the text and view counts change with every request and say nothing of the article,
so only what its author states is compared, field by field. A field that one of the two fetches
does not state (an archive run reads fewer pages than a live one) is no change.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, Final

from newsspider.store.files.ascii_json import ascii_json

STATED: Final = (
    "headline",
    "description",
    "date_published",
    "authors",
    "editor",
    "dateline",
    "keywords",
    "article_body",
    "image",
)
_WIDTH: Final = 6
_UNSTATED: Final = bytes(_WIDTH)

Digest = Callable[[Any], bytes]


def lasting(value: Any) -> bytes:
    """Return six bytes for a value, the same at any time and on any machine."""
    return blake2b(_json(value), digest_size=_WIDTH).digest()


def passing(value: Any) -> bytes:
    """Return six bytes for a value, the same in this process alone, at a tenth of the cost."""
    text = value if isinstance(value, str) else repr(value)
    return hash(text).to_bytes(8, "big", signed=True)[-_WIDTH:]


def fingerprint(record: Mapping[str, Any], digest: Digest = lasting) -> bytes:
    """Return six bytes for each stated field; zeros where the record states nothing."""
    stated = map(record.get, STATED)
    return b"".join([digest(value) if value else _UNSTATED for value in stated])


def changed_fields(
    stored: bytes, record: Mapping[str, Any], digest: Digest = lasting
) -> tuple[str, ...]:
    """Return the fields whose stated value differs from the stored fingerprint's.

    `digest` is what that was made with. A body that could not be fetched whole never replaces a
    whole one.

    >>> was = fingerprint({"headline": "Harga naik", "editor": "min", "article_body": "Isi."})
    >>> changed_fields(was, {"headline": "Harga turun", "editor": None, "article_body": "Isi."})
    ('headline',)
    >>> cut = {"article_body": "I", "warnings": ["body_incomplete"]}
    >>> changed_fields(was, cut)
    ()
    """
    incomplete = "body_incomplete" in record.get("warnings", ())
    now = fingerprint(record, digest)
    return tuple(
        field
        for place, field in enumerate(STATED)
        if not (incomplete and field == "article_body")
        and _UNSTATED != _slot(stored, place) != _slot(now, place) != _UNSTATED
    )


def _slot(stated: bytes, place: int) -> bytes:
    """Return the digest of a field; a fingerprint from before the field was added lacks it."""
    return stated[place * _WIDTH : (place + 1) * _WIDTH] or _UNSTATED


def _json(value: Any) -> bytes:
    """Return a value in the JSON that digests on the disk are of: by `json`, in ASCII."""
    try:
        return ascii_json(value, sort_keys=True)
    except (ValueError, OverflowError):  # what is not checked yet is compared too
        return json.dumps(value, sort_keys=True).encode("ascii")
