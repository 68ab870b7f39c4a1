"""How the site prints a date, a cut headline and marked text: small rules of every layout."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
_MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}
_INLINE: Final = re.compile(r"\*\*(?P<bold>.+?)\*\*|\[(?P<label>[^\]]+)\]\((?P<url>[^)\s]+)\)")


def house_date(moment: datetime) -> str:
    """The site's date line.

    >>> house_date(datetime.fromisoformat("2026-07-24T14:00:00+07:00"))
    "Jum'at, 24 Juli 2026 - 14:00 WIB"
    """
    offset = moment.utcoffset() or timedelta(hours=7)
    zone = _ZONES[offset // timedelta(hours=1)]
    return (
        f"{_DAYS[moment.weekday()]}, {moment.day:02d} {_MONTHS[moment.month - 1]} {moment.year}"
        f" - {moment:%H:%M} {zone}"
    )


def cut(headline: str, words: int = 3) -> str:
    """The `alt` of a picture: the site cuts every headline after about three words.

    >>> cut("Harga Beras Turun di Pasar Induk")
    'Harga Beras Turun...'
    """
    parts = headline.split()
    return " ".join(parts[:words]) + "..." if len(parts) > words else headline


def runs(text: str) -> Iterator[tuple[str, str, str]]:
    """The pieces of marked text as (kind, text, address): what a template puts tags around.

    >>> list(runs("Kata **tebal** dan [tautan](/a)"))
    [('text', 'Kata ', ''), ('bold', 'tebal', ''), ('text', ' dan ', ''), ('link', 'tautan', '/a')]
    """
    position = 0
    for match in _INLINE.finditer(text):
        if match.start() > position:
            yield "text", text[position : match.start()], ""
        if match["bold"] is not None:
            yield "bold", match["bold"], ""
        else:
            yield "link", match["label"], match["url"]
        position = match.end()
    if position < len(text):
        yield "text", text[position:], ""


def plain(text: str) -> str:
    """Marked text as it reads.

    >>> plain("Kata **tebal** dan [tautan](/a)")
    'Kata tebal dan tautan'
    """
    return "".join(piece for _, piece, _ in runs(text))
