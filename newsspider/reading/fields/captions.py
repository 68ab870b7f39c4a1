"""The line under a picture: what it shows, apart from whom it is from."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from newsspider.reading.html.lines import line_of, parts_words
from newsspider.reading.text import clean

_LONGEST_CAPTION: Final = 400  # characters
_FOTO = re.compile(r"[(\[]?\s*\b(?:foto|photo)\s*(?:ilustrasi\s*)?[/:]\s*", re.IGNORECASE)
_PHOTOS: Final = ("foto", "photo")
_BRACKET: Final = 2  # characters, with a blank, ahead of the word
_AHEAD: Final = 12  # characters that a bracket and an agency have ahead of it, at most
_AGENCY = re.compile(r"(?:[A-Z][\w-]*[\s/]*){1,4}")  # "Foto/ANTARA FOTO/…", "Foto/AFP PHOTO/…"
_AGENCY_AHEAD = re.compile(r"[(\[]?\s*\b(?:ANTARA|AFP|AP|EPA|XINHUA)\s\Z")  # "ANTARA FOTO/Aditya"
_DOK = re.compile(
    r"(?:\A|(?<=\s))[(\[]?\s*(?:\b[Dd]ok|DOK)\b\s*[./:]\s*(?=\S)|[(\[]\s*(?:[Dd]ok|DOK)\b"
)
# Without a bracket or a stop ahead, "istimewa" is the last word of a sentence: "terasa istimewa."
_IST = re.compile(
    r"(?:(?:\A|(?<=\s))[(\[]\s*|\A|(?<=[.!?:;/|–—-]\s))(?i:ist|istimewa)\b[\s.)\]]*\Z"
    r"|(?<=\s)(?:Ist|IST|ISTIMEWA)\b[\s.)\]]*\Z"
)
_HOUSE = re.compile(  # "(Rina/Kabar.com)", "ANTARA/Rina" behind the last sentence
    r"\s*(?:\((?P<boxed>[^()\d]{3,60}/[^()\d]{2,60})\)\W*"
    r"|(?<=[.!?)])\s(?P<bare>[A-Z]{2,}(?: [A-Z]+)?/[^\d.]{2,60}))\Z"
)
# A picture's source closes a caption of one phrase; a sentence of the text ends with a stop first.
_CLOSING_CREDIT = re.compile(
    r"(?:\((?:ANTARA|AFP|AP|EPA|REUTERS|XINHUA) (?:FOTO|PHOTO)\s?/[^()]{2,60}\)"
    r"|[^.!?\s]\s*\((?i:sumber|source|kredit|credit)\s*[:/]\s*[^()]{2,60}\)"
    r"|\((?i:shutterstock|pixabay|unsplash|freepik|istock|pexels|getty\s?images)[^()]{0,40}\)"
    r"|©\s?(?:19|20)\d\d\s[^.!?]{2,40}(?:\.[a-z]{2,3}){0,2})\W*\Z"
)
_CREDITED: Final = (
    "©", "foto", "photo", "sumber", "source", "kredit", "credit", "shutterstock", "pixabay",
    "unsplash", "freepik", "istock", "pexels", "getty",
)  # fmt: skip
"""What a credit that closes a caption has any of, in lower case."""
_ILLUSTRATION = re.compile(r"[(\[]?\s*\bilustrasi\s*/\s*\Z", re.IGNORECASE)


def caption_and_credit(line: str) -> tuple[str | None, str | None]:
    """A caption line in two: what the picture shows, and whom it is from, without "Foto/".

    >>> caption_and_credit("Panen padi di Karawang, Senin. Foto/Antara/Budi")
    ('Panen padi di Karawang, Senin.', 'Antara/Budi')
    >>> caption_and_credit("Pelabuhan Patimban (Dok. Pelindo)")
    ('Pelabuhan Patimban', 'Dok. Pelindo')
    >>> caption_and_credit("Panen padi. Foto/ANTARA FOTO/Budi")
    ('Panen padi.', 'ANTARA FOTO/Budi')
    >>> caption_and_credit("Panen padi. (ANTARA FOTO/Budi)")
    ('Panen padi.', 'ANTARA FOTO/Budi')
    >>> caption_and_credit("Warga melihat foto: potret lama kota itu.")
    ('Warga melihat foto: potret lama kota itu.', None)
    >>> caption_and_credit("Foto/Ist")
    (None, 'Ist')
    >>> caption_and_credit("Panen padi. (Budi/Kabar.com)")
    ('Panen padi.', 'Budi/Kabar.com')
    >>> caption_and_credit("Panen padi. ANTARA/Budi")
    ('Panen padi.', 'ANTARA/Budi')
    """
    caption, credit = _marked(clean(line))
    house = _HOUSE.search(caption) if caption and "/" in caption and credit is None else None
    if caption is None or house is None:
        return caption, credit
    return _bare(caption[: house.start()]), (house["boxed"] or house["bare"]).strip()


def _marked(line: str) -> tuple[str | None, str | None]:
    """A caption line in two, where a word says that a credit begins."""
    folded = line.lower()
    is_ist = folded.rstrip(" .)]").endswith(("ist", "istimewa"))
    if not (is_ist or "foto" in folded or "photo" in folded or "dok" in folded):  # as most lines
        return line or None, None
    photos = [p for p in _photos(line, folded) if not _is_said(line, p)]
    if photos:
        found = _credit_marker(line, photos)
        is_behind_agency = "/" in found[0] and line[: found.start()][-1:].isupper()
        ahead = max(0, found.start() - _AHEAD)
        agency = _AGENCY_AHEAD.search(line, ahead, found.start() + 1) if is_behind_agency else None
        if agency:
            return _bare(line[: agency.start()]), _bare_credit(line[agency.start() :], agency[0])
        return _bare(line[: found.start()]), _bare_credit(line[found.end() :], found[0])
    other = _DOK.search(line) if "dok" in folded else None
    if other is None and is_ist:
        other = _IST.search(line)
    if other:
        return _bare(line[: other.start()]), _bare_credit(line[other.start() :], other[0])
    return line or None, None


def _photos(line: str, folded: str) -> Iterator[re.Match[str]]:
    """Yield every "Foto/" of a line, looked for where the word stands: a search tries each letter.

    `folded` is the line in small letters, a few of which are longer than their capitals.
    """
    end, longer = 0, len(folded) - len(line)
    while starts := [start for word in _PHOTOS if (start := folded.find(word, end)) >= 0]:
        found = _FOTO.search(line, max(end, min(starts) - longer - _BRACKET))
        if found is None:
            return
        yield found
        end = found.end()


def _is_said(line: str, marker: re.Match[str]) -> bool:
    """Whether "foto:" is a word of the sentence: "melihat foto: potret Bung Karno"."""
    before = line[: marker.start()].rstrip()
    word = marker[0].strip()
    return (
        word[:1].islower() and word.endswith(":") and (before[-1:].isalnum() or before[-1:] == ",")
    )


def _credit_marker(line: str, photos: list[re.Match[str]]) -> re.Match[str]:
    """The "Foto/" before the credit: the last one, but agencies have names with "FOTO/" in them."""
    found = photos.pop()
    while photos and _AGENCY.fullmatch(line, photos[-1].end(), found.start()):
        found = photos.pop()
    return found


def is_caption(line: str) -> bool:
    """Whether a cleaned line right under a picture is its caption: it gives a credit.

    >>> is_caption("Panen padi di Karawang. (Foto: Antara)"), is_caption("Panen padi dimulai.")
    (True, False)
    >>> is_caption("Panggung di tepi danau (Sumber: Instagram/tepidanau)")
    True
    >>> is_caption("Pasar pagi. Istimewa"), is_caption("Malam itu terasa istimewa.")
    (True, False)
    >>> is_caption("Ilustrasi kopi (Shutterstock)"), is_caption("Kebun kopi ©2021 Kabar.com")
    (True, True)
    """
    if len(line) <= _LONGEST_CAPTION and _marked(line)[1] is not None:
        return True
    if len(line) > 2 * _LONGEST_CAPTION or not ("(" in line or "©" in line):
        return False
    folded = line.lower()
    named = any(map(folded.__contains__, _CREDITED))
    return named and _CLOSING_CREDIT.search(line) is not None


def line_under(image: etree._Element) -> str:
    """The caption in the line under a bare `<img>` of running text, or an empty text."""
    said, node = image.tail or "", image.getnext()
    while node is not None and not (node.tag == "br" and said.strip()):
        between = " " if parts_words(node) else ""
        said += f"{between}{line_of(node)}{between}{node.tail or ''}"
        node = node.getnext()
    return said if is_caption(clean(said)) else ""


def _bare(caption: str) -> str | None:
    """The caption without the bracket or dash that introduced the credit."""
    bare = _ILLUSTRATION.sub("", caption) if caption.rstrip().endswith("/") else caption
    return bare.rstrip(" ([|/–—-").strip() or None


def _bare_credit(credit: str, marker: str) -> str | None:
    credit = credit.strip(" ([")
    opened = "(" in marker or "[" in marker
    if opened or credit.count(")") > credit.count("("):
        credit = credit.rstrip(" .").removesuffix(")").removesuffix("]")
    return credit.strip() or None
