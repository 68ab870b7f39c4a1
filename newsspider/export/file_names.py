"""Names of files that any system takes, Windows too."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final

_PLAIN: Final = re.compile(r"[a-z0-9]+(?::[a-z0-9]+)*")
_OTHER: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 80


def article_path(row: Mapping[str, Any], ending: str) -> str:
    """Return `2022-01/kabar-pena-1703875.txt`: the month of publication, and a name that no
    other revision has."""
    revision = f"-r{row['revision']}" if row["revision"] > 1 else ""
    return f"{row['day_published'][:7]}/{safe_name(row['id'])}{revision}.{ending}"


def safe_name(identity: str) -> str:
    """Return a name for `identity`, another for every other: letters, digits and hyphens.

    What would not come out as it is gets a digest, so that no two become one; no name is one that
    Windows keeps for itself, since those have no hyphen.

    >>> safe_name("kabar:pena:1703875")
    'kabar-pena-1703875'
    >>> safe_name("web:https://contoh.id/A?b=1"), safe_name("con")
    ('web-https-contoh-id-a-b-1-2c5a6bca8360', 'con-64f7f592f584')
    """
    name = _OTHER.sub("-", identity.lower()).strip("-")[:_LONGEST].strip("-")
    if _PLAIN.fullmatch(identity) and "-" in name and len(identity) <= _LONGEST:
        return name
    digest = blake2b(identity.encode(), digest_size=6).hexdigest()
    return f"{name or 'x'}-{digest}"
