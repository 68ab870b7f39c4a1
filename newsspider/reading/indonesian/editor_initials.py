"""What closes a text: the editor's initials, `(min)`, in a box of their own or as plain text."""

import re
from typing import Final

from lxml import etree

from newsspider.reading.html.lines import line_of
from newsspider.reading.indonesian.media import MEDIA
from newsspider.reading.text import clean

_INITIALS = r"[a-z]{2,5}(?:\s?[/.,&-]\s?[a-z]{2,5}){0,2}"
_CLOSING = re.compile(
    rf"(?:\A|(?P<end>[.!?…\"”'’)\]])\s*)[(\[]\s*(?P<who>{_INITIALS})[.-]{{0,2}}\s*[)\]]\W?\Z"
)
# Capitals behind a last full stop, and initials without one: three letters, as the site's are.
_CAPITAL_CLOSING = re.compile(
    r"(?:\A|(?P<end>[.!?…][\"”'’]?)\s*)[(\[]\s*(?P<who>[A-Z][A-Za-z]{2})\s*[)\]]\Z"
)
_LOOSE_CLOSING = re.compile(r"(?P<end>[\w%])\s+[(\[]\s*(?P<who>[a-z]{3})\s*[)\]]\Z")
_LONGEST_INITIALS: Final = 24  # characters, with brackets
_AHEAD: Final = 2  # characters, the end of a sentence and a blank, ahead of a bracket
_LONGEST_LINE: Final = 160  # characters
_CAPITAL_NAMES = re.compile(
    r"(?!.*[A-Z]{3}\.\Z)[(*]*[A-Z][A-Z.'’]*(?:[\s,|/&()*–-]+(?:[A-Z][A-Z.'’]*|\Z))*\)?"
)
_STARS = re.compile(r"(?:\A|(?<=[.!?…\"”'’)])\s*)[(\[]\s*\*{1,3}\s*[)\]]\Z")
# An editor's full name, a line of its own behind the text: "(Angkasa Pratama)".
_NAME_ALONE = re.compile(r"[(\[]\s*(?P<who>[A-Z][a-z]+(?:\s[A-Z][a-z'’.]+){1,3})\s*[)\]]")
_DESK = re.compile(r"(?:\A|(?<=[.!?…\"”’'])\s*)\([A-Z]{1,2}-\d{1,2}\)\Z")  # "(H-2)": no person
_BOXES: Final = frozenset(("b", "div", "em", "i", "p", "section", "small", "span", "strong"))
_EDITOR_BOX = re.compile(rf"[(\[]\s*({_INITIALS})\s*[)\]]", re.IGNORECASE)
_BARE_EDITOR = re.compile(_INITIALS, re.IGNORECASE)
# Words, not people, that stand in brackets behind a last full stop.
_WORDS: Final = frozenset((
    "akhir", "bagian", "dll", "dok", "dst", "end", "foto", "habis", "ist", "kutip", "live", "red",
    "sic", "tamat", "usai", "video", "lanjut", "bab",
))  # fmt: skip
# What three letters in brackets are besides initials, where no full stop parts them from the text.
_SHORT_WORDS: Final = _WORDS | {
    "apk", "cm2", "dan", "dua", "esa", "gmt", "gol", "hal", "ini", "itu", "jam", "kva", "kwh",
    "mwh", "net", "nol", "per", "ppm", "seq", "tbk", "ton", "usd", "utc", "wib", "wit",
}  # fmt: skip
_ACRONYMS: Final = frozenset((
    "AFC", "AFP", "API", "ASN", "BEI", "BIN", "BNN", "BPK", "BPS", "BRI", "BNI", "CNN", "BBC",
    "DPD", "DPR", "ICW", "IDI", "IMF", "KPI", "KPK", "KPU", "LSI", "MPR", "MRT", "LRT", "MUI",
    "NII", "OJK", "OTT", "PAN", "PBB", "PDB", "PKB", "PKI", "PKS", "PLN", "PMI", "PNS", "PPP",
    "PSI", "PTM", "PPN", "QRA", "RUU", "SBY", "THR", "TKI", "TNI", "TPS", "UEA", "UGM", "UMR",
    "WHO", "WNA", "WNI", "WTO", "WFH", "Amp", "Bag", "Dok", "Ist", "Red", "Sic", "Tbk",
))  # fmt: skip


def without_sign_off(text: str) -> tuple[str, str | None]:
    """The last paragraph without the editor's initials, and the initials; None when none close it.

    The code of a desk goes too.

    >>> without_sign_off("Polisi masih menyelidiki. (min)")
    ('Polisi masih menyelidiki.', 'min')
    >>> without_sign_off("Polisi masih menyelidiki. (H-2)")
    ('Polisi masih menyelidiki.', None)
    >>> without_sign_off("Cerita berlanjut. (habis)")
    ('Cerita berlanjut. (habis)', None)
    >>> without_sign_off("(Angkasa Pratama)"), without_sign_off("(Antara News)")
    (('', 'Angkasa Pratama'), ('(Antara News)', None))
    """
    if ")" not in text[-2:] and "]" not in text[-2:]:
        return text, None
    for pattern in (_STARS, _DESK):
        mark = _in_last_brackets(pattern, text)
        text = text[: mark.start()] if mark else text
    name = _NAME_ALONE.fullmatch(text)
    if name is not None and name["who"] not in MEDIA:
        return "", name["who"]
    found = _in_last_brackets(_CLOSING, text) or _capital_closing(text) or _loose_closing(text)
    if found is None or found["who"] in _WORDS:
        return text, None
    end = found.end("end") if found["end"] else found.start()
    return text[:end].rstrip(), found["who"]


def is_sign_off(text: str) -> bool:
    """Return whether a line is nothing but the editor's initials.

    >>> is_sign_off("(min)"), is_sign_off("(foto)"), is_sign_off("Polisi menyelidiki. (min)")
    (True, False, False)
    """
    if len(text) > _LONGEST_INITIALS or not text.startswith(("(", "[")):
        return False
    rest, who = without_sign_off(text)
    return not rest and who is not None


def _in_last_brackets(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """What a pattern of something in brackets finds at the end of a cleaned text, if anything."""
    bracket = max(text.rfind("(", 0, -1), text.rfind("[", 0, -1))
    return None if bracket < 0 else pattern.search(text, max(0, bracket - _AHEAD))


def _capital_closing(text: str) -> re.Match[str] | None:
    """Initials in capitals behind the last full stop; institutions known by theirs are none."""
    found = _in_last_brackets(_CAPITAL_CLOSING, text)
    return None if found is None or found["who"] in _ACRONYMS else found


def _loose_closing(text: str) -> re.Match[str] | None:
    """Initials right behind a text without a last full stop.

    There three letters may be a word or short for the words before ("produk domestik bruto (pdb)").
    """
    found = _in_last_brackets(_LOOSE_CLOSING, text)
    if found is None or found["who"] in _SHORT_WORDS:
        return None
    before = re.findall(r"\w+", text[max(0, found.start() - 120) : found.end("end")])[-3:]
    return None if "".join(word[0] for word in before).lower() == found["who"] else found


def is_of_capital_names(text: str) -> bool:
    """Return whether a line is nothing but names in capitals, of writers or agencies.

    >>> is_of_capital_names("RINA WAHYUNI | SETO ADI (JAKARTA)"), is_of_capital_names("ANTARA")
    (True, True)
    >>> is_of_capital_names("HARGA BERAS NAIK."), is_of_capital_names("Rina Wahyuni")
    (False, False)
    """
    return len(text) <= _LONGEST_LINE and _CAPITAL_NAMES.fullmatch(text) is not None


def boxed_initials(container: etree._Element) -> str | None:
    """The initials in the last `.editor` of a text, without brackets; None without such a box.

    A `.reporter` holds a name, or the editor's initials in brackets.
    """
    found = None
    for box in container.iter():  # which with many tags to look for takes longer
        value = box.get("class")
        if not value or not ("editor" in value or "reporter" in value) or box.tag not in _BOXES:
            continue
        names = value.split()
        if "editor" in names:
            found = _initials(line_of(box)) or found
        elif "reporter" in names and (alone := _EDITOR_BOX.fullmatch(clean(line_of(box)))):
            found = alone[1]
    return found


def _initials(text: str) -> str | None:
    """The initials in an editor's box, without brackets.

    >>> _initials(" (min) ")
    'min'
    """
    text = clean(text)
    found = _EDITOR_BOX.search(text)
    if found:
        return found[1]
    return text if _BARE_EDITOR.fullmatch(text) else None
