"""Offers of the rest of a text: what unlocks it, and for how many coins, credits or rupiah."""

import re
from typing import Final

_VERBS: Final = (
    "bayar", "beli", "buka", "butuh", "dapatkan", "gunakan", "isi", "lanjut", "pakai", "perlu",
    "tebus", "top up", "topup", "tukar", "unlock",
)  # fmt: skip
"""What every offer has one of: most lines need no closer look."""
_NUMBER = re.compile(r"\b\d+ [a-z]{3,}")
_GETTING = re.compile(
    r"\b(?:(?:di|mem|ter)?buka\b(?: kunci)?|(?:di|mem)?beli|(?:di)?tukar(?:kan)?|menukar\w*"
    r"|(?:di)?pakai|gunakan|isi|top ?up|unlock|bayar|membayar|dibayar|tebus|ditebus|butuh|perlu"
    r"|dapatkan|lanjut(?:kan)?|melanjutkan)\b"
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
_PRICE = re.compile(
    r"\brp\W?\d|\b(?:koin|poin|kredit|token|voucher|saldo|tiket baca|permata"
    r"|berlian|gem|coins?|credits?)\b"
)
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
    if not any(map(line.__contains__, _VERBS)) or not _GETTING.search(line):
        return False
    if _PRICE.search(line):
        return _REST.search(line) is not None or _READ_ON.search(line) is not None
    return _NUMBER.search(line) is not None and _REST.search(line) is not None
