"""The codes that `warnings` of a record may hold: all of them, so that none is emitted unnamed.

What collects warnings is typed with `WarningCode`, and `docs/warnings.md` explains each code.
"""

from typing import Literal, get_args

from newsspider.dates.types import DateWarning

WarningCode = (
    DateWarning
    | Literal[
        "address_conflict",
        "author_conflict",
        "body_from_data",
        "body_incomplete",
        "body_mixed",
        "body_unconfirmed",
        "canonical_conflict",
        "date_conflict",
        "date_lower_bound",
        "date_unconfirmed",
        "encoding_suspect",
        "headline_conflict",
        "headline_unconfirmed",
        "image_conflict",
        "json_ld_broken",
        "page_foreign",
        "text_repaired",
        "time_unknown",
        "tz_assumed",
    ]
)


def codes() -> frozenset[str]:
    """Return every code."""
    return frozenset(code for part in get_args(WarningCode) for code in get_args(part))
