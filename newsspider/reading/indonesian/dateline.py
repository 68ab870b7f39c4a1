"""The place that opens a news text: `JAKARTA - `, `KUALA LUMPUR, Kabar.com – `."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from newsspider.reading.article.site_markup import Publisher
from newsspider.reading.html.paragraphs import Paragraph
from newsspider.reading.indonesian.places import PLACES
from newsspider.reading.text import clean

_WORD = r"[^\W\d_][^\W\d_.'’`]*(?:(?:-(?!-)|[.'’`])+[^\W\d_]+)*\.?"
_NAME = rf"{_WORD}(?:\s{{1,3}}{_WORD}){{0,3}}"
_DASH = r"(?:\s*(?:-{1,2}|–|—|―)\s+|\s+(?:-{1,2}|–|—|―)\s*)"
_MOST_BEFORE: Final = 3  # paragraphs before a dateline: a lead, a note, subheads
_LONGEST_LEAD: Final = 500  # characters; what is longer is the text itself
_LONGEST_OPENING: Final = 120  # characters
_SET_OFF = re.compile(r"\s[-–—―]|[-–—―]\s")
_DASHES: Final = ("-", "–", "—", "―")
_SPACED_DASH = re.compile(r"\s[-–—]\s")
_WORDS = re.compile(r"\w")
_AFTER_STRONG = re.compile(r"\s*(?:-{1,2}|–|—|―)\s*")
# What stands in capitals before a dash and is no place.
_NO_PLACE: Final = frozenset((
    "BREAKING NEWS", "EKSKLUSIF", "FOTO", "GALERI", "HASIL", "IHSG", "INFO", "INFOGRAFIS",
    "JADWAL", "KABAR BAIK", "KPK", "LIVE", "LIVE REPORT", "OPINI", "POLLING", "PREDIKSI",
    "RESENSI", "SURVEI", "TIPS", "UPDATE", "VIDEO", "VIRAL", "TNI", "POLRI", "DPR", "MK", "MA",
    "AC MILAN", "PSG", "PSSI", "FIFA", "NASA", "WHO", "PBB", "BMKG", "COVID-19", "UMKM", "BUMN",
))  # fmt: skip


class _Opening(NamedTuple):
    """A paragraph as it stands in the source, and what opens it in bold."""

    raw: str
    bold: str


class _Forms(NamedTuple):
    """The forms of a dateline with the names of one house."""

    named: re.Pattern[str]
    """A house, with which most paragraphs do not open."""
    plain: re.Pattern[str]
    strong: re.Pattern[str]
    led: re.Pattern[str]
    """The house before the place: `TEMPO.CO, Jakarta - `."""
    led_in_bold: re.Pattern[str]
    tailed: re.Pattern[str]
    """The house behind place and province: `Mataram, Lombok (ANTARA News) - `."""
    alone: re.Pattern[str]


@lru_cache(maxsize=64)
def _forms(publisher: Publisher) -> _Forms:
    house = rf"(?:[\s,]*[(\[]?\s*(?:{publisher.own}|{publisher.sisters})\s*[)\]]?)"
    other = rf"(?!(?i:{publisher.own}))"
    region = (
        r"(?:D\.?C\.?|AS|JAWA (?:BARAT|TENGAH|TIMUR)|BALI|BANTEN|DIY|RIAU|NTB|NTT|PAPUA|ACEH|"
        r"(?:SULAWESI|SUMATERA|KALIMANTAN) \w+"
        rf"|{other}[A-Z]{{2,}}(?: {other}[A-Z]{{2,}})?)"
    )
    place = rf"(?P<place>{_NAME}(?:\s?/\s?{_NAME}|, {region})?)"
    leading = rf"\s*(?i:{publisher.own}|{publisher.sisters})\s*,\s*{place}"
    places = rf"(?P<place>{_NAME}(?:\s?[,/]\s?{_NAME}){{0,2}})"
    return _Forms(
        re.compile(rf"\s*(?i:{publisher.own}|{publisher.sisters})"),
        re.compile(rf"\s*{place}(?P<house>(?i:{house}))?(?P<dash>{_DASH})"),
        re.compile(rf"{place}(?P<house>(?i:{house}))?\s*[-–—]{{0,2}}"),
        re.compile(rf"{leading}[\s,]*(?:-{{1,2}}|–|—|―)\s*"),
        re.compile(rf"{leading}[\s,]*[-–—]{{0,2}}\s*"),
        re.compile(rf"\s*{places}(?:,?\s*\d{{1,2}}/\d{{1,2}})?(?i:{house}){_DASH}"),
        re.compile(rf"\s*(?i:{publisher.alone}){_DASH}"),
    )


def take_from(paragraphs: Sequence[Paragraph], publisher: Publisher) -> str | None:
    """Take the dateline off a text's opening, and return the place.

    It may stand behind a lead, a note of the editors or subheads. Then it must be the only one:
    several paragraphs that open so are a list.

    >>> from newsspider.reading.html.paragraphs import Span
    >>> text = [Paragraph([Span("Panen naik.")]), Paragraph([Span("REMBANG - Petani memanen.")])]
    >>> take_from(text, Publisher(own="kabar", alone="kabar")), text[1].text
    ('REMBANG', 'Petani memanen.')
    """
    forms = _forms(publisher)
    for number, paragraph in enumerate(paragraphs[: 1 + _MOST_BEFORE]):
        spans, opening = paragraph.spans, _opening_of(paragraph)
        opens = not number or (opening is not None and _place_in(opening, forms) is not None)
        if number and opens and any(_opens_with_place(p, forms) for p in paragraphs[number + 1 :]):
            return None
        place = _take(paragraph, opening, forms) if opening and opens else None
        is_long = sum([len(span.text) for span in spans]) > _LONGEST_LEAD
        if place or is_long or paragraph.spans is not spans:
            return place
    return None


def _opens_with_place(paragraph: Paragraph, forms: _Forms) -> bool:
    opening = _opening_of(paragraph)
    return opening is not None and _place_in(opening, forms) is not None


def _place_in(opening: _Opening, forms: _Forms) -> tuple[str, int] | None:
    return (
        _led_place(opening, forms) or _strong_place(opening, forms) or _plain_place(opening, forms)
    )


def _take(paragraph: Paragraph, opening: _Opening, forms: _Forms) -> str | None:
    """Take the dateline off a paragraph that opens a text, and return the place.

    A bold opening that holds keywords or a sentence is none, and stays. The name of the house where
    a place would stand ("Kabar.com - ") goes too, and leaves no place.
    """
    found = (
        _led_place(opening, forms)
        or _house_alone(opening, forms)
        or _strong_place(opening, forms)
        or _plain_place(opening, forms)
    )
    if found is None or _is_apposition(opening.raw[found[1] :]):
        return None
    place, end = found
    paragraph.spans = paragraph.behind(end).spans
    return place


def _opening_of(paragraph: Paragraph) -> _Opening | None:
    """How a paragraph opens; None for most, which have neither a dash near nor bold letters."""
    raw, bold = paragraph.raw, _bold_opening(paragraph)
    near = raw[:_LONGEST_OPENING]
    return _Opening(raw, bold) if bold or any(dash in near for dash in _DASHES) else None


def _is_apposition(rest: str) -> bool:
    """Whether what follows is set between two dashes: "LIVERPOOL - klub asal Inggris - menang."."""
    return rest[:1].islower() and _SPACED_DASH.search(rest, 0, _LONGEST_OPENING) is not None


def _led_place(opening: _Opening, forms: _Forms) -> tuple[str, int] | None:
    """A place behind the house's name; where both are bold, no dash need follow."""
    if forms.named.match(opening.raw) is None:
        return None
    found = forms.led.match(opening.raw, 0, _LONGEST_OPENING)
    if found is None:
        found = forms.led_in_bold.fullmatch(opening.bold[:_LONGEST_OPENING])
    return _checked(found["place"], found.end()) if found else None


def _plain_place(opening: _Opening, forms: _Forms) -> tuple[str, int] | None:
    """A place in capitals, or in any letters where the house's name follows it."""
    raw = opening.raw
    if _SET_OFF.search(raw, 0, _LONGEST_OPENING) is None:
        return None
    found = forms.plain.match(raw, 0, _LONGEST_OPENING)
    if found is None or not (found["house"] or found["place"].isupper()):
        found = forms.tailed.match(raw, 0, _LONGEST_OPENING)
    return _checked(found["place"], found.end()) if found else None


def _strong_place(opening: _Opening, forms: _Forms) -> tuple[str, int] | None:
    """A place set in bold; a known one needs no capitals, and the dash may lack its spaces."""
    raw, bold = opening
    found = forms.strong.fullmatch(bold.strip()) if bold else None
    if found is None:
        return None
    position = len(bold)
    dash = _AFTER_STRONG.match(raw, position)
    if dash is None and not bold.rstrip().endswith(("-", "–", "—")):
        return None
    place = found["place"]
    told = place.isupper() or found["house"] or place.split()[0].rstrip(",") in PLACES
    if not told and (dash is None or _WORDS.search(raw, dash.end())):
        return None  # no line of its own above the first `<p>`, but keywords: "Timnas Indonesia - "
    return _checked(place, dash.end() if dash else position)


def _bold_opening(paragraph: Paragraph) -> str:
    """What opens a paragraph in bold."""
    bold = ""
    for span in paragraph.spans:
        if not (span.strong or span.text.isspace()):
            break
        bold += span.text
    return bold


def _house_alone(opening: _Opening, forms: _Forms) -> tuple[None, int] | None:
    found = forms.alone.match(opening.raw, 0, 60)
    return (None, found.end()) if found else None


def _checked(place: str, end: int) -> tuple[str, int] | None:
    place = clean(place).rstrip(" ,-")
    letters = sum(map(str.isalpha, place))
    capitals = all(word[0].isupper() for word in place.split())
    if letters < 3 or not capitals or place.upper() in _NO_PLACE:
        return None
    return place, end
