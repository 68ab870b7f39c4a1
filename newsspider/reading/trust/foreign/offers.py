"""Offers of the rest of a text: what unlocks it, and for how many coins, credits or rupiah."""

import re
from typing import Final

_DIGIT = re.compile(r"\d")
_UNITS: Final = (
    "berlian", "coin", "credit", "gem", "koin", "kredit", "permata", "poin", "saldo", "tiket baca",
    "token", "voucher",
)  # fmt: skip
_OF_THE_REST: Final = (
    "artikel", "bab ", "baca", "bagian", "berita", "cerita", "halaman", "laporan", "lanjut",
    "liputan", "naskah", "seluruh", "sisa", "teks", "tulisan",
)  # fmt: skip
"""What every offer has one of, beside a digit or a unit: most lines need no closer look."""
_NUMBER = re.compile(r"\b\d{1,3} [a-z]{3,}")
_GETTING = re.compile(
    r"\b(?:(?:di|mem|ter)?buka\b(?: kunci)?|(?:di|mem)?beli|(?:di)?tukar(?:kan)?|menukar\w*"
    r"|(?:di)?pakai|gunakan|isi ulang|(?:di|meng)isi|top ?up|unlock|(?:di|mem)?bayar"
    r"|(?:di)?tebus|butuh|perlu|dapatkan|lanjut(?:kan)?|melanjutkan)\b"
)
_REST = re.compile(
    r"\b(?:(?:artikel|berita|cerita|tulisan|naskah|laporan|liputan|bab|halaman|teks) (?:ini|lengkap"
    r"|selengkapnya|selanjutnya|berikutnya|penuh|utuh)|(?:bagian|sisa|lanjutan|kelanjutan|seluruh)"
    r"\b.{0,20}\b(?:artikel|berita|cerita|tulisan|naskah|laporan|teks|selanjutnya|berikutnya))\b"
)
_READ_ON = re.compile(
    r"\b(?:(?:lanjut|melanjutkan|lanjutkan|terus|meneruskan) (?:mem)?baca|membaca (?:selengkapnya"
    r"|semua|seluruh|lengkap|penuh))\b"
)
_PRICE = re.compile(rf"\brp\W?\d|\b(?:{'|'.join(_UNITS)}|coins|credits)\b")
_LONGEST: Final = 320  # characters


def offers_the_rest(line: str) -> bool:
    """Return whether a line sells the rest of a text, for a price or a number of anything.

    >>> offers_the_rest("Bagian selanjutnya dapat dibuka dengan 5 permata.")
    True
    >>> offers_the_rest("Tiket dapat dibeli seharga Rp20.000 di gerbang timur.")
    False
    """
    if len(line) > _LONGEST:
        return False
    line = line.lower()
    if _DIGIT.search(line) is None and not any(map(line.__contains__, _UNITS)):
        return False
    if not any(map(line.__contains__, _OF_THE_REST)) or not _GETTING.search(line):
        return False
    if _PRICE.search(line):
        return _REST.search(line) is not None or _READ_ON.search(line) is not None
    return _NUMBER.search(line) is not None and _REST.search(line) is not None
