"""Lines behind a text that tell where the rest stands: with a partner, in an app, on paper."""

import re
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph
from newsspider.reading.trust.foreign.service_lines import is_service_line

_LONGEST: Final = 320  # characters
_NEAR: Final = 3  # lines at the end of a text
_LONGEST_LABEL: Final = 60  # characters of a line that may stand behind such a one
_HINTS: Final = ("lengkap", "lanjut", "sisa", "utuh", "bersambung", "full", "rest of", "continue")
"""What every such line has one of."""
_SENTENCES = re.compile(r"(?<=[.!?…”\"])\s+")
_STORY: Final = r"(?:artikel|berita|tulisan|liputan|cerita|kisah|ulasan|kabar|reportase)"
_ASKED: Final = r"(?:(?:baca|simak|lihat)(?:lah)?|klik|kunjungi|buka|ikuti|temukan|membaca)"
_READ: Final = (
    rf"(?:{_ASKED}|(?:di|ter)(?:baca|simak|lihat|ikuti|akses|temukan|peroleh|muat|sedia)|tayang"
    r"|terbit|ada)"
)
_TO: Final = r"(?:di|pada|melalui|lewat|dalam)"
_ANYWHERE: Final = (
    rf"(?:disini|{_TO}\ (?!halaman\ (?:\d|berikut|selanjut)|(?:bawah|atas|berikut|sini:|video|foto"
    r"|info|grafis|galeri|youtube|podcast|instagram)\b)\w)"
)
_PLACE: Final = (
    rf"(?:disini|{_TO}\ (?:sini|laman|situs|website|web|portal|aplikasi|majalah|koran|edisi|tabloid"
    r"|harian|mitra|tautan|link|alamat|[\w-]+\.(?:\w+\.)*\w\w+))\b"
)
_TOLD = re.compile(
    rf"""\W*(?:
      (?:untuk\ )?(?:{_ASKED}\ )?(?:{_STORY}\ (?:ini\ )?)?(?:secara\ )?
        (?:(?:se)?lengkapnya|(?:ke)?lanjutannya|sisanya)\b
        (?:[^:.?!]{{0,40}}?\b{_READ})?[^:.?!]{{0,30}}?\b{_ANYWHERE}
    | {_ASKED}\ (?:{_STORY}\ )?selanjutnya\ {_ANYWHERE}
    | selanjutnya\ (?:dapat\ |bisa\ )?(?:di)?(?:baca|simak)\b[^:.?!]{{0,30}}?\b{_ANYWHERE}
    | [^:.?!]{{0,60}}?\b(?:versi\ (?:lengkap|utuh|penuh)(?:nya)?
        |{_STORY}\ (?:ini\ )?(?:secara\ |versi\ )?(?:(?:se)?lengkap|utuh|penuh)(?:nya)?
        |(?:sisa|(?:ke)?lanjutan)\ (?:dari\ )?{_STORY}(?:\ ini)?)\b
        [^:?!]{{0,60}}?(?:\b{_READ}\b[^:?!]{{0,30}}?)?\b{_PLACE}
    | (?:{_STORY}\ )?(?:ini\ )?(?:bersambung|berlanjut)\ (?:ke|di|pada)\ (?:hal\b|hlm|halaman|edisi
        |laman|situs|majalah|koran)
    | (?:(?:read|see|find|get|for)\ )?(?:the\ )?(?:full|whole|complete|rest\ of\ (?:the|this))
        \ (?:story|article|text|version|interview)\b.{{0,30}}\b(?:at|on|in|here)\b
    | (?:this\ (?:story|article)\ )?(?:continues|continue\ reading)\ (?:at|on)\b
    )""",
    re.VERBOSE,
)
"""Of a sentence in small letters; a colon behind the label opens another article's headline."""
_OTHERS = re.compile(
    r"\b(?:lainnya|terbaru|terkini|google\ news|whatsapp|telegram|channel|kanal|setiap\ hari"
    r"|informasi|menarik|seputar|berita-berita|artikel-artikel)\b"
)
"""What a line has that advertises all the articles of a house."""


def tells_where_the_rest_is(line: str) -> bool:
    """Return whether a line says that the text goes on in another place, and names that.

    >>> tells_where_the_rest_is("Selengkapnya dapat dibaca di laman mitra kami.")
    True
    >>> tells_where_the_rest_is("Baca selengkapnya: Petani Panen Kopi di Lereng Timur")
    False
    """
    if len(line) > _LONGEST:
        return False
    line = line.lower()
    if not any(map(line.__contains__, _HINTS)):
        return False
    return any(_TOLD.match(s) and not _OTHERS.search(s) for s in _SENTENCES.split(line))


def without_rest_elsewhere(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], bool]:
    """Return the paragraphs but a line at their end that tells where the rest is, and whether any.

    Behind it may stand lines that serve the page, and labels.
    """
    for number in range(len(paragraphs) - 1, max(0, len(paragraphs) - 1 - _NEAR), -1):
        text = paragraphs[number].text
        if tells_where_the_rest_is(text):
            return [*paragraphs[:number], *paragraphs[number + 1 :]], True
        if len(text) > _LONGEST_LABEL and not is_service_line(text):
            break
    return paragraphs, False
