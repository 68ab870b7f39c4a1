"""The words that lead to the name of a medium: "seperti dikutip dari kantor berita Rusia, "."""

import re
from typing import Final

from newsspider.reading.indonesian.media import COUNTRIES

_VERB = (
    r"(?:di(?:lansir|kutip|lapork?an|beritakan|wartakan|nukil|sadur|siarkan|tulis|ungkap(?:kan)?"
    r"|himpun|rangkum|terbitkan|publikasikan|muat)|me(?:lansir|ngutip|nukil|nyadur|rujuk|ngacu)"
    r"|lapor(?:an)?|tulis|kutip(?:an)?|lansir|sebut|menurut|kepada|berdasarkan|sumber\s?:"
    r"|wawancara)"
)
STEMS: Final = (
    "lansir", "kutip", "lapor", "berita", "warta", "nukil", "sadur", "siar", "tulis", "ungkap",
    "himpun", "rangkum", "terbit", "publikasi", "muat", "rujuk", "acu", "sebut", "menurut",
    "kepada", "berdasarkan", "sumber", "wawancara", "nulis", "ngutip", "nyadur",
)  # fmt: skip
"""What every verb here is made of: a paragraph without any follows nobody."""
STEMS_OF_ANY: Final = ("lansir", "wartakan", "beritakan")
_MEDIUM = (
    r"(?:kantor\s+berita|surat\s+kabar|harian|koran|majalah|tabloid|stasiun\s+(?:televisi|tv|radio)"
    r"|jaringan\s+(?:televisi|berita)|situs\s+berita|portal\s+berita|media(?!\s+sosial))"
)
FILLER = (
    rf"(?:{_MEDIUM}|data|sindo\s?news(?:\.com)?|koran\s+sindo|dari|oleh|pada|di|ke|dengan|bersama"
    r"|laporan|artikel|jurnal|situs(?:\s+web)?|laman|portal|website|web|saluran|resmi|pemerintah|negara|milik|lokal|setempat|asing|asal|internasional"
    r"|nasional|ternama|terkemuka|terbitan|wartawan|jurnalis|reporter|koresponden|sejumlah|berbagai"
    r"|edisi|eksklusif|khusus|online|daring|yang|berbasis|berbahasa|olahraga|bisnis"
    r"|otomotif|teknologi|kesehatan"
    rf"|{'|'.join(sorted(COUNTRIES))})"
)
LEADS = re.compile(rf"\b(?i:{_VERB})(?:,?\s+(?i:{FILLER}))*,?\s+[\"“'‘]?\Z")
# "media" and "laporan harian" alone name no medium: what follows them is anyone's.
_NAMED_MEDIUM = (
    r"(?:kantor\s+berita|surat\s+kabar|(?<!laporan\s)harian|koran|majalah|tabloid"
    r"|stasiun\s+(?:televisi|tv|radio)|jaringan\s+televisi|(?:situs|portal)\s+berita)"
)
MEDIUM_HINTS: Final = (
    "kantor", "surat", "harian", "koran", "majalah", "tabloid", "stasiun", "jaringan", "situs",
    "portal",
)  # fmt: skip
LEADS_TO_MEDIUM = re.compile(
    rf"\b(?i:{_VERB})(?:\s+(?i:{FILLER}))*?\s+(?i:{_NAMED_MEDIUM})(?:,?\s+(?i:{FILLER}))*,?\s+"
    r"[\"“'‘]?\Z"
)
# Verbs that are said of media alone; a name between one of them and a day is a medium's.
LEADS_TO_ANY = re.compile(
    rf"\b(?i:(?:di|me)lansir|diwartakan|diberitakan)(?:\s+(?i:dari|oleh|{_MEDIUM}|lokal|setempat"
    rf"|{'|'.join(sorted(COUNTRIES))}))*\s+[\"“'‘]?\Z"
)
