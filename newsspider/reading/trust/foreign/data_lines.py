"""Lines of data about an article: who wrote it, when, where it is filed, how often it was read."""

import re
from typing import Final

from newsspider.dates.vocabulary import YEAR_IN_TEXT

_LONGEST: Final = 240  # characters
_MOST_WORDS: Final = 28
_LONGEST_PIECE: Final = 8  # words
_STOPS: Final = (".", "!", "?", ",", ";", "”", '"', "…")
_MARKED = re.compile(r"[\d:|·•∙‖]")
_UNMARKED: Final = (
    "artikel",
    "belum",
    "berita",
    "comment",
    "di",
    "hal",
    "komentar",
    "nas",
    "no ",
    "posted",
    "ta",
    "ti",
    "tu",
)
"""How those data begin that have neither a number nor a mark: most other lines are told by that."""
_PIECES = re.compile(r"\s+[|·•∙‖/–—]\s+|\s*[|·•∙‖]\s*")
_DATE: Final = (
    r"(?:\b\d{1,2} (?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|ags|sep|okt|oct|nov|des|dec)\w*"
    r" (?:19|20)\d\d\b|\b\d{1,2}[/-]\d{1,2}[/-](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b)"
)
_DATUM = re.compile(
    rf"{_DATE}|\b\d{{1,2}}[:.]\d\d\b|\bhttps?://|\bwww\.|\b\w+\.(?:com|co\.id|id)\b"
)
_MADE: Final = (
    r"(?:di(?:tulis|posting|pos|poskan|terbitkan|publikasikan|muat|unggah|cetak"
    r"|arsipkan|sunting|perbarui|mutakhirkan|kirim|kategorikan|tandai|simpan|akses)"
    r"|terakhir|posted|published|written|filed|printed|updated|submitted|tagged|categori[sz]ed)"
)
_OPENS = re.compile(
    rf"\W*(?:(?:artikel|berita|tulisan|naskah|halaman|post|story|this \w+) (?:ini )?)?{_MADE}\b"
    r"(?:\s+\w+)?\s*(?::|\b(?:oleh|pada|di|dalam|dari|by|on|in|under|from|at)\b)"
    r"|\W*(?:oleh(?! karena| sebab)|by)\s.{2,60}\s(?:pada|on|di|in)\s"
    r"|\W*(?:alamat|url|permalink|tautan|sumber|source|link)\b[^:.]{0,24}:"
)
"""How a line begins that says how an article came about, or where it stands."""
_ALONE = re.compile(
    r"\W*(?:"
    r"(?:artikel|berita|tulisan|naskah|halaman) (?:ini )?(?:dicetak|disalin|diunduh|diarsipkan"
    r"|disimpan) dari .{2,60}"
    r"|(?:tags?|tagar|filed under)\s*:\s*.{2,120}|(?:kategori|categor(?:y|ies)|topik|rubrik)\s*:"
    r"[^,|]{2,40}[,|].{2,80}"
    r"|(?:komentar|comments?)\W{1,3}(?:telah |sudah |are )?(?:di)?(?:tutup|nonaktifkan|matikan"
    r"|closed|disabled|off)\b.{0,60}"
    r"|(?:belum|tidak|tak|tanpa|no) (?:ada )?(?:komentar|tanggapan|comments?|responses?)"
    r"(?: (?:untuk|pada|di|on|to) .{2,60})?"
    r"|\d[\d.,]*\W{0,2}(?:rb|ribu|k|jt|juta)?\W{0,2}(?:x|kali)?\W{0,2}(?:komentar|tanggapan|comments?"
    r"|views?|dilihat|dibaca|pembaca|tayangan|hits?)\b\W*(?:kali|x)?"
    r"|(?:dilihat|dibaca|views?|hits?|komentar|comments?)\W{1,3}\d[\d.,]*\W*(?:kali|x|rb|ribu|k)?"
    r"|(?:waktu |lama )?(?:baca|membaca)\W{1,3}\d{1,3}\W*(?:menit|min\w*)"
    r"|\d{1,3}\W*(?:menit|min\w*)\W{1,3}(?:baca|membaca|read)"
    r")\W*"
)
"""A piece that tells of an article by itself."""


_MOMENT = re.compile(
    rf"(?:\w{{4,6}},? )?{_DATE}(?:\W{{1,3}}(?:pukul )?\d{{1,2}}[:.]\d\d(?: (?:wib|wita|wit))?)?"
)
"""A piece that is a date alone."""


def is_data_line(text: str) -> bool:
    """Return whether a line says who wrote an article, when, where it is filed; no sentence does.

    >>> is_data_line("Ditulis oleh Ratna pada 3 Mei 2026 di Ekonomi | Komentar ditutup")
    True
    >>> is_data_line("Ditulis oleh Ratna pada 1998, buku itu kini dicetak ulang.")
    False
    """
    if len(text) > _LONGEST or text.endswith(_STOPS):
        return False
    text = text.lower()
    if _MARKED.search(text) is None and not text.startswith(_UNMARKED):
        return False
    if _ALONE.fullmatch(text):
        return True
    pieces = _PIECES.split(text)
    told = len(pieces) > 1 and any(map(_ALONE.fullmatch, pieces))
    if _OPENS.match(text) and len(text.split()) <= _MOST_WORDS:
        return told or _DATUM.search(text) is not None
    return told and all(len(piece.split()) <= _LONGEST_PIECE for piece in pieces)


def is_date_line(text: str) -> bool:
    """Return whether a line is a date, with short data beside it if marks part them.

    Above a text that is when it appeared; within one it may be a row of a schedule.

    >>> is_date_line("Selasa, 21 Juli 2026 - 20:05 WIB · 4 menit · Wahyu Santoso")
    True
    >>> is_date_line("Pada 21 Juli 2026 warga memanen kopi")
    False
    """
    if len(text) > _LONGEST or text.endswith(_STOPS) or YEAR_IN_TEXT.search(text) is None:
        return False
    pieces = _PIECES.split(text.lower())
    if not any(map(_MOMENT.fullmatch, pieces)):
        return False
    return all(len(piece.split()) <= _LONGEST_PIECE for piece in pieces)
