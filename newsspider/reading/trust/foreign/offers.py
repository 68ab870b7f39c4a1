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
    r"|semua|seluruh|lengkap|penuh)|(?:continue|keep) reading|read (?:on|the (?:full|rest|whole)))"
    r"\b"
)
_PRICE = re.compile(rf"\brp\W?\d|\b(?:{'|'.join(_UNITS)}|coins|credits)\b")
_MEMBERS: Final = (
    "langgan",
    "masuk",
    "daftar",
    "login",
    "log in",
    "sign in",
    "member",
    "subscri",
    "gratis",
)
"""What a line has one of that asks readers to become known."""
_READS = re.compile(r"\b(?:untuk|guna|agar|supaya|dan)\b.{0,30}\b(?:membaca|mengakses|membuka)\b")
_FOR_FEW = re.compile(
    r"\b(?:artikel|berita|konten|tulisan|laporan|liputan)\b.{0,20}\b(?:khusus|hanya|eksklusif)\b"
    r".{0,20}\b(?:pelanggan|(?:ber)?langganan|member)"
    r"|\b(?:batas|kuota|jatah)\b.{0,20}\b(?:artikel|baca\w*|berita)\b.{0,12}\bgratis\b"
    r"|\b(?:article|story|content)\b.{0,20}\b(?:members?|subscribers?)[ -]only\b"
)
_LONGEST: Final = 320  # characters
_GOING_ON = re.compile(
    r"\b(?:(?:me|ber)?lanjut\w*|(?:me)?nyambung\w*|(?:ber)?sambung\w*|(?:me)?terus(?:kan|nya)"
    r"|meneruskan|sisa(?:nya)?|(?:bagian|halaman|bab|paragraf|alinea) (?:berikut|selanjut|lain)\w*"
    r"|(?:se)?lengkap(?:nya)?|utuh(?:nya)?|seluruh(?:nya)?|sampai (?:habis|selesai|akhir|tuntas)"
    r"|continue\w*|the rest|keep reading|full)\b"
)
_READING = re.compile(
    r"\b(?:(?:mem|di|ter|pem)?baca\w*|artikel\w*|berita\w*|cerita\w*|tulisan\w*|naskah\w*"
    r"|laporan\w*|liputan\w*|teks\w*|bagian|halaman|read\w*|story|article)\b"
)


def offers_the_rest(line: str) -> bool:
    """Return whether a line sells the rest of a text, for a price or a number of anything, or keeps
    it for those who subscribe or log in.

    >>> offers_the_rest("Bagian selanjutnya dapat dibuka dengan 5 permata.")
    True
    >>> offers_the_rest("Berlangganan untuk membaca artikel ini selengkapnya.")
    True
    >>> offers_the_rest("Tiket dapat dibeli seharga Rp20.000 di gerbang timur.")
    False
    """
    if len(line) > _LONGEST:
        return False
    line = line.lower()
    if _is_for_members(line):
        return True
    if not any(map(line.__contains__, _OF_THE_REST)):
        return False
    if _DIGIT.search(line) is None and not any(map(line.__contains__, _UNITS)):
        return False
    if not _GETTING.search(line):
        return False
    if _PRICE.search(line):
        return _REST.search(line) is not None or _READ_ON.search(line) is not None
    return _NUMBER.search(line) is not None and _REST.search(line) is not None


def _is_for_members(line: str) -> bool:
    if not any(map(line.__contains__, _MEMBERS)):
        return False
    reads = _READS.search(line) is not None and _REST.search(line) is not None
    return reads or bool(_READ_ON.search(line) or _FOR_FEW.search(line))


def invites_to_go_on(line: str) -> bool:
    """Return whether a short line speaks of reading and of going on with it.

    So do news of books: the line must stand alone, behind a text, to say that more of it is hidden.

    >>> invites_to_go_on("Arahkan kamera ke kode ini, bacaan Anda bersambung di ponsel.")
    True
    >>> invites_to_go_on("Ikuti survei kami tentang layanan di stasiun.")
    False
    """
    if len(line) > _LONGEST:
        return False
    line = line.lower()
    if "iklan" in line or "advert" in line:  # the text goes on below it
        return False
    return _GOING_ON.search(line) is not None and _READING.search(line) is not None
