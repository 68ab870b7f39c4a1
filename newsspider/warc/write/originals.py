"""Which earlier capture has the body of one that came again, or that a 304 stands for."""

import re
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fastwarc.warc import WarcRecord

from newsspider.warc.cdxj import Indexed, has_body, last_whole
from newsspider.warc.write.archive_file import INDEX, files_of
from newsspider.warc.write.exchange import Exchange
from newsspider.warc.write.exchange_records import Original, warc_date

_MOST: Final = 20_000  # digests: what comes again comes again soon; 10 MB

_ASKED: Final = (  # header of the answer, and of the request that was made of it
    re.compile(rb"^etag:[ \t]*(.*?)[ \t]*\r?$", re.I | re.M),
    re.compile(rb"^if-none-match:[ \t]*(.*?)[ \t]*\r?$", re.I | re.M),
    re.compile(rb"^last-modified:[ \t]*(.*?)[ \t]*\r?$", re.I | re.M),
    re.compile(rb"^if-modified-since:[ \t]*(.*?)[ \t]*\r?$", re.I | re.M),
)


class Originals:
    """Remembers the payloads of a run; finds what a 304 stands for in all of a site's files."""

    def __init__(self, folder: Path, site: str) -> None:
        self._folder = folder
        self._site = site
        self._by_digest: dict[str, Original] = {}

    def same_payload(self, exchange: Exchange, digest: str | None) -> Original | None:
        """Return the capture of this run with the same payload, or None and remember this one."""
        if digest is None or exchange.truncated or not exchange.payload:
            return None
        return self._by_digest.get(digest)

    def remember(self, exchange: Exchange, digest: str | None, record_id: str) -> None:
        """Take a capture as the original of those with the same payload."""
        if digest is None or exchange.truncated or not exchange.payload:
            return
        date = warc_date(exchange.date)
        self._by_digest[digest] = Original(exchange.url, date, digest, record_id)
        if len(self._by_digest) > _MOST:
            del self._by_digest[next(iter(self._by_digest))]

    def unmodified(
        self, exchange: Exchange, path: Path, lately: Iterable[Indexed]
    ) -> Original | None:
        """Return the capture that a 304 stands for; None where the archive does not have it.

        `lately` are the captures of the open file at `path`. It is the last one of the address, and
        has the validators that the request was made with. Raises `OSError`, `ValueError`.
        """
        for index in (None, *reversed(files_of(self._folder, self._site, INDEX))):
            if index is None:
                own = [each for each in lately if each.url == exchange.url and has_body(each)]
                found, file = (own[-1] if own else None), path
            else:
                found = last_whole(index, exchange.url)
                file = self._folder / found.filename if found else path
            if found is not None:
                return _original(found, file, exchange.request)
        return None


def _original(found: Indexed, file: Path, request: bytes) -> Original | None:
    with file.open("rb") as opened:
        opened.seek(found.offset)
        record = WarcRecord.from_bytes(zlib.decompress(opened.read(found.length), wbits=31))
    kept = Exchange(
        url=found.url, date=record.record_date, request=b"", answer=record.reader.read()
    )
    etag, if_none_match, last_modified, if_modified_since = _ASKED
    pairs = ((etag, if_none_match), (last_modified, if_modified_since))
    asked = [(answered.search(kept.head), made.search(request)) for answered, made in pairs]
    if any(made and (not answered or answered[1] != made[1]) for answered, made in asked):
        return None
    return Original(found.url, found.date, found.digest, record.record_id)
