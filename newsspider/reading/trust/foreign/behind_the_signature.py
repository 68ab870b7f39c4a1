"""What stands behind the initials that close a text: comments, letters, other stories."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from newsspider.reading.indonesian.editor_initials import without_sign_off
from newsspider.reading.trust import topic_match
from newsspider.reading.trust.claims import Claims

_END: Final = 40  # characters that initials and what they close may be
_LONG: Final = 40  # characters that no line shares by chance
_INITIALS = re.compile(r"(?:\A|[.!?…\"”’)]\s*)[(\[][a-z]{3}(?:/[a-z]{2,4})?[)\]]\W*\Z")


def is_signed(text: str) -> bool:
    """Return whether initials close a paragraph.

    >>> is_signed("Warga pulang. (abc)"), is_signed("Warga pulang.")
    (True, False)
    """
    return text.endswith((")", "]")) and _INITIALS.search(text[-_END:]) is not None


def signed_part(paragraphs: Sequence[str], claims: Claims) -> tuple[list[str], str] | None:
    """Return a text up to the initials in its midst, without them, and the initials.

    None where none stand there, or where it goes on with its matter behind them, or comes again.

    >>> said = ["Panen kopi dimulai.", "Petani memetik buah. (abc)", "Harga telur turun."]
    >>> signed_part(said, Claims("Panen Kopi"))
    (['Panen kopi dimulai.', 'Petani memetik buah.'], 'abc')
    >>> signed_part([*said[:2], "Kopi dijual ke koperasi."], Claims("Panen Kopi"))
    """
    number = next((n for n, text in enumerate(paragraphs[:-1]) if is_signed(text)), None)
    if number is None:
        return None
    last, initials = without_sign_off(paragraphs[number])
    own, behind = [*paragraphs[:number], last], paragraphs[number + 1 :]
    own = [text for text in own if text]
    if initials is None or not own or not topic_match.is_of(own, claims):
        return None
    if topic_match.is_likely_of(behind, claims) or any(map(_is_long_in(own), behind)):
        return None
    return own, initials


def _is_long_in(own: Sequence[str]) -> Callable[[str], bool]:
    """What tells whether a text has a long line too, its initials aside."""
    said = "\n".join(own)
    return lambda text: len(text) >= _LONG and text[:_LONG] in said
