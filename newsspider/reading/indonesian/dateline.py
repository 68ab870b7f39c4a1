"""The place that opens a news text: `JAKARTA - `, `KUALA LUMPUR, SINDOnews.com – `."""

import re
from typing import Final

from newsspider.reading.indonesian.places import PLACES
from newsspider.reading.paragraphs import Paragraph
from newsspider.reading.text import clean

_WORD = r"[^\W\d_][^\W\d_.'’`]*(?:[-.'’`]+[^\W\d_]+)*\.?"
_NAME = rf"{_WORD}(?:\s{{1,3}}{_WORD}){{0,3}}"
_OWN = r"(?:koran\s+)?sindo(?:\s?news)?(?:\.com)?"
# The houses whose texts the site reprints, with their name where its own would stand.
_SISTERS = (
    r"inews(?:\.id)?|okezone(?:\.com)?|mnc\s?(?:portal|media)(?:\s+indonesia)?"
    r"|idx\s?channel(?:\.com)?"
)
_SITE = rf"(?:[\s,]*[(\[]?\s*(?:{_OWN}|{_SISTERS})\s*[)\]]?)"
_DASH = r"(?:\s*(?:-{1,2}|–|—|―)\s+|\s+(?:-{1,2}|–|—|―)\s*)"
_REGION = (
    r"(?:D\.?C\.?|AS|JAWA (?:BARAT|TENGAH|TIMUR)|BALI|BANTEN|DIY|RIAU|NTB|NTT|PAPUA|ACEH|"
    r"(?:SULAWESI|SUMATERA|KALIMANTAN) \w+"
    r"|(?!(?:KORAN )?SINDO)[A-Z]{2,}(?: (?!SINDO)[A-Z]{2,})?)"
)
_PLACE = rf"(?P<place>{_NAME}(?:\s?/\s?{_NAME}|, {_REGION})?)"
_PLAIN = re.compile(rf"\s*{_PLACE}(?P<site>(?i:{_SITE}))?(?P<dash>{_DASH})")
_SITE_ALONE = re.compile(rf"\s*(?i:(?:koran\s+)?sindo\s?news(?:\.com)?|koran\s+sindo){_DASH}")
_STRONG = re.compile(rf"{_PLACE}(?P<site>(?i:{_SITE}))?\s*[-–—]{{0,2}}")
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_AFTER_STRONG = re.compile(r"\s*(?:-{1,2}|–|—|―)\s*")
# What stands in capitals before a dash and is no place.
_NO_PLACE: Final = frozenset((
    "BREAKING NEWS", "EKSKLUSIF", "FOTO", "GALERI", "HASIL", "IHSG", "INFO", "INFOGRAFIS",
    "JADWAL", "KABAR BAIK", "KPK", "LIVE", "LIVE REPORT", "OPINI", "POLLING", "PREDIKSI",
    "RESENSI", "SURVEI", "TIPS", "UPDATE", "VIDEO", "VIRAL", "TNI", "POLRI", "DPR", "MK", "MA",
    "AC MILAN", "PSG", "PSSI", "FIFA", "NASA", "WHO", "PBB", "BMKG", "COVID-19", "UMKM", "BUMN",
))  # fmt: skip


def take(paragraph: Paragraph) -> str | None:
    """Takes the dateline off the text's first paragraph, and returns the place.

    A bold opening that holds keywords or a sentence is none, and stays. Before 2014 the site's name
    stood where the place stands now ("Sindonews.com - "): it goes too, and leaves no place.

    >>> from newsspider.reading.paragraphs import Span
    >>> opening = Paragraph([Span("SHANGHAI", strong=True), Span(" - China mendukung Rusia.")])
    >>> take(opening), opening.text
    ('SHANGHAI', 'China mendukung Rusia.')
    """
    raw = paragraph.raw
    found = _strong_place(paragraph) or _plain_place(raw) or _site_alone(raw)
    if found is None or _is_apposition(raw[found[1] :]):
        return None
    place, end = found
    paragraph.spans = paragraph.without([(0, end)]).spans
    return place


def _is_apposition(rest: str) -> bool:
    """Whether what follows is set between two dashes: "LIVERPOOL - klub asal Inggris - menang."."""
    return rest[:1].islower() and _SPACED_DASH.search(rest, 0, 120) is not None


def _plain_place(raw: str) -> tuple[str, int] | None:
    """A place in capitals, or in any letters where the site's name follows it."""
    found = _PLAIN.match(raw, 0, 120)
    if found is None or not (found["site"] or found["place"].isupper()):
        return None
    return _checked(found["place"], found.end())


def _strong_place(paragraph: Paragraph) -> tuple[str, int] | None:
    """A place set in bold; a known one needs no capitals, and the dash may lack its spaces."""
    bold, position = "", 0
    for span in paragraph.spans:
        if not span.strong and not span.text.isspace():
            break
        bold += span.text
        position += len(span.text)
    found = _STRONG.fullmatch(bold.strip())
    if found is None:
        return None
    dash = _AFTER_STRONG.match(paragraph.raw, position)
    if dash is None and not bold.rstrip().endswith(("-", "–", "—")):
        return None
    place = found["place"]
    told = found["site"] or place.isupper()
    if not told and place.split()[0].rstrip(",") not in PLACES:
        return None  # keywords or a name: "Timnas Indonesia - "
    return _checked(place, dash.end() if dash else position)


def _site_alone(raw: str) -> tuple[None, int] | None:
    found = _SITE_ALONE.match(raw, 0, 60)
    return (None, found.end()) if found else None


def _checked(place: str, end: int) -> tuple[str, int] | None:
    place = clean(place).rstrip(" ,-")
    letters = sum(map(str.isalpha, place))
    capitals = all(word[0].isupper() for word in place.split())
    if letters < 3 or not capitals or place.upper() in _NO_PLACE:
        return None
    return place, end
