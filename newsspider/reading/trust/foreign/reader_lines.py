"""Lines among the paragraphs that speak to a page's readers or for its house, not of its matter."""

import re
from collections.abc import Sequence
from typing import Final

from newsspider.reading.text import having_any
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.topic import long_words, shared

_LONGEST: Final = 320  # characters
_MOST_OF_MATTER: Final = 1 / 3  # of a line's long words, that the rest of the text has too
_MOST_OF_A_NOTE: Final = 1 / 2  # which has few words
_MOST: Final = 1 / 3  # of the paragraphs; a text that does so throughout is written to its readers
_HINTS: Final = ("?", " anda", "artikel ini", " kami", " kamu", "pembaca", "redaksi", " yuk")
_YOU: Final = frozenset(("anda", "kalian", "kamu", "pendapatmu", "sobat", "yuk"))
_REQUESTS: Final = frozenset((
    "aktifkan", "amankan", "ayo", "baca", "bagikan", "belanja", "beriklan", "berikan", "bergabung",
    "bergabunglah", "berlangganan", "ceritakan", "cek", "dapatkan", "daftar", "daftarkan",
    "dengarkan", "follow", "gabung", "geser", "gunakan", "hadiri", "hubungi", "ikuti", "jadilah",
    "jangan", "jawab", "ketuk", "kirim", "kirimkan", "klik", "kunjungi", "langganan", "mari",
    "menangkan", "nantikan", "nikmati", "pasang", "pantau", "pilih", "pindai", "raih", "saksikan",
    "sampaikan", "segera", "selengkapnya", "silakan", "simak", "subscribe", "tekan", "temukan",
    "tonton", "tulis", "uji", "unduh",
))  # fmt: skip
"""How sentences begin that ask for something."""
_HOUSE: Final = frozenset(("kami", "redaksi"))
_OF_A_PAGE: Final = frozenset(
    ("artikel", "halaman", "khusus", "konten", "laman", "liputan", "tulisan")
)
_TRADE: Final = frozenset((
    "ai", "akun", "aplikasi", "aplikasinya", "app", "bacaan", "beriklan", "berdonasi", "berhadiah",
    "bincang", "buatan", "buku", "buletin", "channel", "daring", "diperbarui", "diperbaiki",
    "dihasilkan", "disponsori", "disunting", "diubah", "donasi", "e-paper", "edisi", "email",
    "epaper", "facebook", "formulir", "foto-foto", "grup", "hadiah", "hotline", "iklan",
    "instagram", "jajak", "jendela", "kanal", "keliru", "kekeliruan", "kerja", "kiriman", "kode",
    "kolom", "komunitas", "koran", "kuis", "laman", "langganan", "layanan", "link", "maaf",
    "majalah", "mesin", "newsletter", "nomor", "notifikasi", "otomatis", "pameran", "pandangan",
    "pembaca",
    "pendaftaran", "podcast", "polling", "promo", "qr", "radio", "rekening", "saluran", "siaran",
    "siniar", "situs", "spotify", "store", "surel", "survei", "tanggung", "tautan", "tayangan",
    "telegram", "threads", "tiket", "tiktok", "toko", "tv", "twitter", "video", "voucher",
    "webinar", "whatsapp", "youtube",
))  # fmt: skip
"""Words for what houses have, sell and do to a page."""
_NOTES: Final = (
    "aries:", "catatan redaksi", "catatan untuk pembaca", "content warning", "cuaca hari",
    "disclaimer", "harga emas hari", "jadwal buka", "jadwal imsak", "jadwal salat", "jadwal shalat",
    "jadwal sholat", "jadwal tayang", "kata bijak", "kata mutiara", "kata-kata hari",
    "keterangan foto", "konten sensitif", "koreksi:", "kredit foto", "kurs hari", "kutipan hari",
    "kutipan pekan", "laporan:", "motto", "mutiara", "naskah oleh", "nomor darurat", "pantun",
    "pemberitahuan:", "penafian", "pepatah", "perhatian:", "peribahasa", "peringatan konten",
    "peringatan:", "prakiraan cuaca", "ralat", "ramalan bintang", "ramalan zodiak", "tahukah",
    "tangkapan layar", "trigger warning",
)  # fmt: skip
"""How lines begin that stand on many pages of a day, or tell what was done to this one."""
_OPENINGS: Final = (
    _REQUESTS
    | _YOU
    | _HOUSE
    | _OF_A_PAGE
    | {"isi", "laporan", "naskah", "promo", "sebagian", "terjemahan"}
    | {note.split()[0].rstrip(":") for note in _NOTES}
)
_QUOTED = re.compile(r"[\"“][^\"“”]*(?:[\"”]|\Z)")
_WORD = re.compile(r"\w[\w-]*")
_OPENING = re.compile(r"(?:\A|[.!?:;]\s)\W*(\w+)")
_SAID_TO = re.compile(r"\b(?:dihimpun|dihubungi|diterima|kepada)(?: oleh)? (?:kami|redaksi)\b")
_ADVICE = re.compile(
    r"\b(?:kebijaksanaan|kebijakan|pengawasan|kenyamanan|pertimbangan)\b.{0,40}\bpembaca\b"
    r"|\bpembaca\b.{0,40}\b(?:bijak\w*|diharap\w*|diimbau|disarankan|dianjurkan|dimohon|diminta"
    r"|sensitif|peka|di bawah umur)\b|\b(?:bimbingan|pendampingan) orang tua\b"
)
"""What readers are advised to do before they read."""
_SAYING = re.compile(r"[\"“][^\"“”]++[\"”]\s*[—–(-]\W*\w[^.]{5,40}\Z")


def speaks_to_readers(paragraphs: Sequence[str], claims: Claims) -> bool:
    """Return whether few lines of a text ask its readers, or speak of the page, beside its matter.

    Such a line has two of three witnesses outside of quotation marks (it addresses readers, speaks
    for the house, names media or goods), and few of the long words of all the rest.

    >>> said = ["Panen kopi dimulai.", "Petani memetik buah merah.", "Koperasi membeli kopi."]
    >>> speaks_to_readers([*said, "Ingin liburan? Temukan tiket murah."], Claims("Panen Kopi"))
    True
    >>> speaks_to_readers([*said, "“Ingin kopi? Temukan di koperasi.”"], Claims("Panen Kopi"))
    False
    """
    short = [text for text in paragraphs if len(text) <= _LONGEST]
    opened = (text for text in short if _is_opened(text))
    found = {text for text in (*opened, *having_any(short, _HINTS)) if _is_suspect(text.lower())}
    if not found or len(found) > len(paragraphs) * _MOST:
        return False
    return any(_is_apart(text, paragraphs, claims) for text in found)


def _is_opened(text: str) -> bool:
    """Whether a line opens as a request or a note does, or is a quotation with its source."""
    if text[0] in '“"':
        return _SAYING.match(text) is not None
    return text.split(maxsplit=1)[0].lower().strip(",:") in _OPENINGS


def _is_suspect(text: str) -> bool:
    """Whether a line in small letters is a note or a saying, or has two of the witnesses."""
    if text.startswith(_NOTES) or _SAYING.match(text):
        return True
    text = _QUOTED.sub(" x ", text)
    words = frozenset(_WORD.findall(text))
    asks = not _YOU.isdisjoint(words) or "? " in text
    asks = asks or not _REQUESTS.isdisjoint(_OPENING.findall(text)) or bool(_ADVICE.search(text))
    house = not _HOUSE.isdisjoint(words) and (asks or not _SAID_TO.search(text))
    house = house or any(f"{word} ini" in text for word in _OF_A_PAGE & words)
    trade = not _TRADE.isdisjoint(words) or "hanya di" in text
    return asks + house + trade > 1


def is_note(text: str) -> bool:
    """Return whether a line begins as notes and sayings do that are not of an article's matter.

    >>> is_note("Pepatah pekan ini"), is_note("Pekan ini petani memanen kopi.")
    (True, False)
    """
    return text.lower().startswith(_NOTES)


def _is_apart(text: str, paragraphs: Sequence[str], claims: Claims) -> bool:
    """Whether a paragraph has few of the long words of headline, description and the others."""
    others = (other for other in paragraphs if other is not text)
    about = " ".join((*others, claims.headline, claims.description)).casefold()
    most = _MOST_OF_A_NOTE if is_note(text) else _MOST_OF_MATTER
    return shared(long_words(text), about) <= most
