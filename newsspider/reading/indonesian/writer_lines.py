"""The writer of an opinion, in lines of their own above its text: name in bold, job, handle."""

import re
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph

_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,4}(?:, [A-Z][\w.]{1,8}){0,3}")
_HANDLE = re.compile(r"\(?@\w{2,30}\)?")
_JOB = re.compile(
    r"(?:dosen|guru besar|peneliti|pengamat|pemerhati|penulis|direktur|ketua|sekretaris|anggota"
    r"|kepala|wakil|pakar|praktisi|aktivis|alumn[ius]+|mahasiswa|wartawan|jurnalis|staf|rektor"
    r"|dekan|pegiat|budayawan|advokat|ekonom|sosiolog|pengasuh|pendiri|koordinator)\b[^.!?]*",
    re.IGNORECASE,
)
_LONGEST_JOB: Final = 140  # characters
_MOST: Final = 3  # lines below the name


def take_from(paragraphs: list[Paragraph]) -> str | None:
    """Take the lines that name a text's writer off its opening, and return the name.

    A bold name alone is a subhead: a job or a handle must follow.

    >>> from newsspider.reading.html.paragraphs import Span
    >>> text = [Paragraph([Span("Ratna Kusuma", strong=True)]), Paragraph([Span("@ratnak")])]
    >>> take_from(text), text
    ('Ratna Kusuma', [])
    """
    if not paragraphs or not _is_bold(paragraphs[0]):
        return None
    name = paragraphs[0].text.rstrip(",")
    if not _NAME.fullmatch(name):
        return None
    below = [paragraph.text for paragraph in paragraphs[1 : 1 + _MOST]]
    handle = next((n for n, line in enumerate(below) if _HANDLE.fullmatch(line)), None)
    if handle is None:
        handle = 0 if below and _is_job(below[0]) else None
    if handle is None or any(len(line) > _LONGEST_JOB for line in below[:handle]):
        return None
    del paragraphs[: handle + 2]
    return name


def _is_job(line: str) -> bool:
    return len(line) <= _LONGEST_JOB and _JOB.fullmatch(line) is not None


def _is_bold(paragraph: Paragraph) -> bool:
    is_said = False
    for span in paragraph.spans:
        if not span.text.isspace():
            if not span.strong:
                return False
            is_said = True
    return is_said
