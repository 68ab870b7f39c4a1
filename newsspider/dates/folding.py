"""Folding: one spelling for what browsers, editors and broken exports spell in many ways."""

import html
import re
import unicodedata

from newsspider.dates.labels import LABEL
from newsspider.dates.vocabulary import MONTH

# Enough for a date line with labels, names and a headline around it. What is behind is not read.
LONGEST = 600
_WINDOW = 20_000  # raw characters looked at: a line may stand in a lot of white space

_APOSTROPHES = "'`´‘’‚‛ʹʻʼʽˈ′‵＇\u0092"
_DASHES = "‐‑‒–—―−﹘﹣－"
_PLAIN = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys("•·∙●▪‧・│¦｜⋅○◦»", "|")
    | {"_": " ", "[": "(", "]": ")", "\\": ""}
)
_EXCEL_ESCAPE = re.compile(r"_x[0-9A-Fa-f]{4}_")  # what a spreadsheet export makes of a control
_ESCAPE = re.compile(r"\\[nrt]")  # JSON that nobody decoded
_TAG = re.compile(r"<[^<>]{0,200}>")
_UNPRINTED = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_FRIDAY = re.compile(r"(?<![a-z])jum[^a-z0-9]{1,4}at(?![a-z])")  # also Jumâ€™at, Jum?at, Jum at
_SPELT_ZONE = re.compile(r"(?<![a-z])w([. ])i\1(b|t)(?:\1(a))?(?![a-z])")
# Where two boxes of a page meet without a space: `WITADewi`, `AnggrainiKamis`, `Tayang26`.
_SEAM = re.compile(r"[A-Z](?=[a-z])(?<=[a-z][a-z].|I[BT].|TA.)")
_GLUED = re.compile(r"[a-z]{4,}(?=[0-9])")

# Zones that foreign agencies print behind the clock (RFC 2822 section 4.3, and neighbours of ours).
# Only in capitals, and only behind a clock or its part of the day (`3.20 ptg MYT`): `Pdt.` is a
# title, `est` an abbreviation.
_AMBIGUOUS = 99  # two countries' name for two offsets; no clock time comes of it
_FOREIGN = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
    "JST": 9, "KST": 9, "SGT": 8, "MYT": 8, "HKT": 8, "CET": 1, "CEST": 2, "AEST": 10, "AEDT": 11,
    "ICT": 7, "PHT": 8, "EET": 2, "EEST": 3, "MSK": 3, "BST": _AMBIGUOUS, "IST": _AMBIGUOUS,
    "AST": _AMBIGUOUS,
}  # fmt: skip
_FOREIGN_ZONE = re.compile(rf"(?<=[0-9GgIiMm.]) ?\b({'|'.join(_FOREIGN)})\b(?!\. ?[A-Z])")
_HIJRI = re.compile(
    rf"(?<![a-z0-9:.])[0-9]{{1,2}} ?(?!{MONTH})"
    r"(?:(?:[a-z'.-]{1,14}[ ,]{1,2}){1,3}(?:tahun )?|([/-])[0-9]{1,2}\1)"
    r"1[34][0-9]{2}(?![0-9])(?: ?(?:hijri[a-z]*|h)(?![a-z])\.?)?"
)
_JAVANESE = re.compile(
    r"(?<![a-z0-9:.])[0-9]{1,2} (?:suro|sura|sapar|(?:bakda )?ma?ulud|jumadil ?awal|jumadil ?akhir"
    r"|jumadilakir|rejeb|ruwah|pasa|poso|sawal|sela|selo|dulkangidah|besar)"
    r"(?: [a-z]{2,8})?(?: tahun)? 1[89][0-9]{2}(?![0-9])"
    r"(?: (?:j|jawa|saka|alip|ehe|jimawal|je|dal|be|wawu|jimakir)(?![a-z]))?"
)


def _foreign_offset(found: re.Match[str]) -> str:
    return f" GMT{_FOREIGN[found[1]]:+d}"


def _parted_label(found: re.Match[str]) -> str:
    return f"{found[0]} " if LABEL.fullmatch(found[0]) else found[0]


def fold(text: str) -> str:
    """Return `text` in lower case, single spaces, plain punctuation, no Hijri or Javanese date.

    Square brackets become round, bullets become `|`, `Jum'at` in all its forms becomes `jumat`.

    >>> fold("JUM’AT\\u00a0 7&nbsp;Januari 2022 • [WIB]")
    'jumat 7 januari 2022 | (wib)'
    """
    short = " ".join(text[:_WINDOW].split())
    line = short[:LONGEST]
    if len(short) > LONGEST:
        line = line.rpartition(" ")[0] + " dst"  # half a number would be another number
    if "&" in line:
        line = html.unescape(line)
    line = unicodedata.normalize("NFKC", _CONTROLS.sub(" ", line))
    line = _ESCAPE.sub(" ", line)
    line = _TAG.sub(" | ", _EXCEL_ESCAPE.sub(" ", line))
    line = _UNPRINTED.sub("", line).translate(_PLAIN)
    line = _FOREIGN_ZONE.sub(_foreign_offset, _SEAM.sub(r" \g<0>", " ".join(line.split())))
    line = _FRIDAY.sub("jumat", _SPELT_ZONE.sub(r"wi\2\3", line.lower()))
    line = _GLUED.sub(_parted_label, line)
    return _JAVANESE.sub(" | ", _HIJRI.sub(" | ", line)).strip(" |\"',.;")
