"""Which records of a WARC file are read: told by their headers, before what they hold is."""

import re
from collections.abc import Collection
from functools import reduce
from operator import or_

from fastwarc.warc import WarcRecord, WarcRecordType

_OF_ANY_HOST = re.compile(r"<?https?://", re.I)
_ANSWERS = WarcRecordType.response | WarcRecordType.revisit | WarcRecordType.resource
_BY_NAME = {
    "continuation": WarcRecordType.continuation,
    "conversion": WarcRecordType.conversion,
    "metadata": WarcRecordType.metadata,
    "request": WarcRecordType.request,
    "resource": WarcRecordType.resource,
    "response": WarcRecordType.response,
    "revisit": WarcRecordType.revisit,
    "warcinfo": WarcRecordType.warcinfo,
}
_KNOWN = reduce(or_, _BY_NAME.values())


def is_known(kind: WarcRecordType) -> bool:
    """Tell whether the standard knows this type of record."""
    return bool(kind & _KNOWN)


def type_of(record: WarcRecord) -> WarcRecordType:
    """Return the type of a record; fastwarc knows it by one spelling of its field alone, while
    names of fields have no case (WARC 1.1, section 4)."""
    kind = record.record_type
    if is_known(kind):
        return kind
    return _BY_NAME.get((record.headers.get("WARC-Type") or "").strip().lower(), kind)


class Choice:
    """Chooses the answers of some domains, what belongs to them, and what is odd: a record of no
    known type, or an answer of no address, whose header has changed."""

    def __init__(self, hosts: Collection[str] | None) -> None:
        self.records_seen = 0
        self._is_of_hosts = (_OF_ANY_HOST if hosts is None else _under(hosts)).match
        self._last: str | None = None

    def __call__(self, record: WarcRecord) -> bool:
        """Tell whether a record is to be read; to be asked in the order of the file."""
        self.records_seen += 1
        kind = record.record_type
        if kind & _ANSWERS:
            return self._is_answer(record)
        if kind == WarcRecordType.metadata and self._last is not None:
            return self._last in record.headers.get_multiple("WARC-Concurrent-To")
        if is_known(kind):
            return False
        named = type_of(record)
        return self._is_answer(record) if named & _ANSWERS else not is_known(named)

    def _is_answer(self, record: WarcRecord) -> bool:
        headers = record.headers
        url = headers.get("WARC-Target-URI")
        if url is not None and self._is_of_hosts(url):
            self._last = headers.get("WARC-Record-ID")
            return True
        self._last = None
        if url is None or _OF_ANY_HOST.match(url):
            return url is None
        return (headers.get("Content-Type") or "").startswith("application/http")


def _under(hosts: Collection[str]) -> re.Pattern[str]:
    """Return what the addresses of these domains, and of those under them, begin with.

    >>> pattern = _under(["kabar.example"])
    >>> [bool(pattern.match(f"https://{name}kabar.example/")) for name in ("", "www.", "x-")]
    [True, True, False]
    """
    names = "|".join(re.escape(host) for host in hosts) or "(?!)"
    return re.compile(
        rf"<?https?://(?:[^/?#@]*@)?(?:[^/?#@:]+\.)?(?:{names})\.?(?::\d*)?(?:[/?#>]|$)", re.I
    )
