"""Labels of date lines, and which of several dates they make the published one."""

import re
from enum import IntEnum

from newsspider.dates.vocabulary import YEAR_IN_TEXT, either


class Rank(IntEnum):
    """How near a labelled date is to being the date of publication; the lowest wins."""

    PUBLISHED = 0
    WRITTEN = 1
    UNLABELLED = 2
    UPDATED = 3
    OTHER = 4


_WORDS = {
    Rank.PUBLISHED: """tayang ditayangkan penayangan terbit diterbitkan penerbitan publikasi
        publikasikan dipublikasi dipublikasikan terpublikasi dipublish publish published
        datepublished dimuat disiarkan siar dirilis rilis release released pubdate
        daring online""",
    Rank.WRITTEN: """ditulis dibuat created datecreated diunggah unggah upload uploaded diupload
        diposting diposkan dipos posting posted post""",
    Rank.UPDATED: """diperbarui diperbaharui diperbarahui terbarui perbarui pembaruan pembaharuan
        perbaruan update updated diupdate terupdate di-update ter-update updating pemutakhiran
        dimutakhirkan diubah perubahan diperbaiki perbaikan penyuntingan termutakhir disunting
        suntingan diedit edited edit modified datemodified dikemaskini kemaskini dikemas
        dimodifikasi modifikasi revisi direvisi ralat diralat koreksi dikoreksi corrected""",
    Rank.OTHER: """diakses accessed retrieved dibaca dilihat dicetak printed foto photo dok
        dokumentasi sumber source copyright lahir kejadian berlaku koran cetak""",
}
_RANKS = {word: rank for rank, words in _WORDS.items() for word in words.split()}
# That a letter is ahead is asked first: at most places of a date line none is.
LABEL = re.compile(rf"(?<![a-z])(?=[a-z])(?P<label>{either(_RANKS)})")
_BESIDE = (
    "terakhir", "last", "first", "pertama", "kali", "tanggal", "tgl", "waktu", "jam", "pada", "on",
    "at", "di", "hari", "artikel", "berita", "date", "time", "oleh", "redaksi",
)  # fmt: skip
_FEW = either(_BESIDE)
_LAST_WORD = re.compile(r"[a-z]+\Z")
_LAST_WORDS = {found[0] for word in (*_RANKS, *_BESIDE) if (found := _LAST_WORD.search(word))}
_LONGEST_WORD = max(map(len, _LAST_WORDS))
_AT_END = re.compile(
    r"(?:\A|[^\w\s]|[0-9]|\bwi(?:b|ta|t)\b)\s*"
    rf"(?P<whole>(?:{_FEW}\s+){{0,3}}(?P<label>{either(_RANKS)})(?:\s+{_FEW}){{0,3}}[\s:.–-]*)\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"[ )]*\( ?(?P<label>{either(_RANKS)})[ .]*\)")


def rank_label(line: str, start: int, end: int) -> Rank:
    """Return the rank that the last label between `start` and `end` gives."""
    labels = LABEL.findall(line, start, end)
    return _RANKS[labels[-1]] if labels else Rank.UNLABELLED


def is_of_update(line: str) -> bool:
    """Return whether a date line says when a text was changed, and nothing else.

    >>> is_of_update("Diperbarui 18 Jun 2025, 14:05 WIB"), is_of_update("18 Jun 2025, 14:05 WIB")
    (True, False)
    """
    labels = list(LABEL.finditer(line.lower()))
    if not labels:
        return False
    if YEAR_IN_TEXT.search(line, 0, labels[0].start()):  # a date of its own stands in front
        return False
    return all(_RANKS[found["label"]] is Rank.UPDATED for found in labels)


def cut_at_label(line: str, start: int, end: int, own: Rank) -> int:
    """Return where in `start`:`end` a label speaks of another date than one ranked `own`.

    In `Tanggal tayang 11/1/2022 Jam tayang 10:52` the second label cuts nothing off.
    """
    for found in LABEL.finditer(line, start, end):
        other = _RANKS[found["label"]]
        if other != own and max(other, own) >= Rank.UPDATED:
            return found.start()
    return end


def rank_label_behind(line: str, end: int) -> Rank | None:
    """Return the rank of a label in brackets that follows its date: `… 10:52 WIB (diperbarui)`."""
    found = _BEHIND.match(line, end)
    return _RANKS[found["label"]] if found else None


def label_at_end(text: str) -> tuple[Rank, str]:
    """Return the label that a text ends in, for a date behind it, with its rank; else an empty one.

    A word of it that stands among other words ("News Update") is none.

    >>> label_at_end("Pembaruan terakhir:"), label_at_end("10:52 WIB | Tayang pada")
    ((<Rank.UPDATED: 3>, 'Pembaruan terakhir:'), (<Rank.PUBLISHED: 0>, 'Tayang pada'))
    >>> label_at_end("News Update")
    (<Rank.UNLABELLED: 2>, '')
    """
    end = text.rstrip(" \t\r\n\xa0:.–-")[-_LONGEST_WORD - 1 :].lower()
    last = _LAST_WORD.search(end)  # as a whole: names of people end in "di" and "on" too
    found = _AT_END.search(text) if last is not None and last[0] in _LAST_WORDS else None
    return (_RANKS[found["label"].lower()], found["whole"]) if found else (Rank.UNLABELLED, "")
