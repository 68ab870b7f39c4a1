"""The words that lead to the name of a medium: "seperti dikutip dari kantor berita Rusia, "."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from newsspider.reading.article.site_markup import Publisher
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
# "media" and "laporan harian" alone name no medium: what follows them is anyone's.
_NAMED_MEDIUM = (
    r"(?:kantor\s+berita|surat\s+kabar|(?<!laporan\s)harian|koran|majalah|tabloid"
    r"|stasiun\s+(?:televisi|tv|radio)|jaringan\s+televisi|(?:situs|portal)\s+berita)"
)
_NO_MEDIUM = (
    r"instagram|twitter|facebook|youtube|tiktok|wikipedia|whatsapp|telegram|\.(?:go|ac)\.id"
)
MEDIUM_HINTS: Final = (
    "kantor", "surat", "harian", "koran", "majalah", "tabloid", "stasiun", "jaringan", "situs",
    "portal",
)  # fmt: skip
# Verbs that are said of media alone; a name between one of them and a day is a medium's.
LEADS_TO_ANY = re.compile(
    rf"\b(?i:(?:di|me)lansir|diwartakan|diberitakan)(?:\s+(?i:dari|oleh|{_MEDIUM}|lokal|setempat"
    rf"|{'|'.join(sorted(COUNTRIES))}))*\s+[\"“'‘]?\Z"
)


class Leads(NamedTuple):
    """What leads to a medium in the texts of one house, whose own name may stand between.

    `to_any` leads to a name of a list, `to_medium` to any name that is called a medium, `on` from
    one medium to the next; `no_medium` finds what is none, the house itself among it, and `house`
    matches its name.
    """

    to_any: re.Pattern[str]
    to_medium: re.Pattern[str]
    on: re.Pattern[str]
    no_medium: re.Pattern[str]
    house: re.Pattern[str]


@lru_cache(maxsize=64)
def leads_of(publisher: Publisher) -> Leads:
    """Return what leads to a medium in the texts of a house."""
    filler = (
        rf"(?:{_MEDIUM}|data|{publisher.alone}|dari|oleh|pada|di|ke|dengan|bersama"
        r"|laporan|artikel|jurnal|situs(?:\s+web)?|laman|portal|website|web|saluran|resmi"
        r"|pemerintah|negara|milik|lokal|setempat|asing|asal|internasional"
        r"|nasional|ternama|terkemuka|terbitan|wartawan|jurnalis|reporter|koresponden|sejumlah"
        r"|berbagai|edisi|eksklusif|khusus|online|daring|yang|berbasis|berbahasa|olahraga|bisnis"
        r"|otomotif|teknologi|kesehatan"
        rf"|{'|'.join(sorted(COUNTRIES))})"
    )
    fillers = rf"(?:,?\s+(?i:{filler}))*,?\s+[\"“'‘]?\Z"
    return Leads(
        re.compile(rf"\b(?i:{_VERB}){fillers}"),
        re.compile(rf"\b(?i:{_VERB})(?:\s+(?i:{filler}))*?\s+(?i:{_NAMED_MEDIUM}){fillers}"),
        re.compile(
            r"[\"”'’]?(?:,\s*|\s*/\s*|\s+(?:dan|serta|dari)\s+|,\s+dan\s+)"
            rf"(?:(?i:juga|{filler})\s+){{0,6}}"
        ),
        re.compile(rf"{publisher.own}|{_NO_MEDIUM}", re.IGNORECASE),
        re.compile(publisher.own, re.IGNORECASE),
    )
