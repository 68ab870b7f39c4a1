"""Whether a text is about what a headline or a description says: by the long words they share."""

import re
from functools import lru_cache
from typing import Final

_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d{2,}")
# Words of any text; of four letters or more, since shorter ones are not asked for.
_COMMON: Final = frozenset((
    "adalah", "agar", "akan", "akibat", "antara", "apakah", "atas", "atau", "bagi", "bahwa", "baru",
    "begini", "belum", "berita", "bisa", "buat", "cara", "dalam", "dapat", "dari", "dengan", "demi",
    "hari", "hingga", "ingin", "inilah", "jadi", "jika", "juga", "kali", "karena", "kata",
    "kembali",
    "kepada", "ketika", "lagi", "lain", "lalu", "lebih", "mana", "masih", "mulai", "namun", "oleh",
    "pada", "para", "paling", "saat", "saja", "salah", "sampai", "sangat", "satu", "sebagai",
    "sebelum", "sebut", "sebuah", "sejak", "seperti", "serta", "setelah", "sudah", "tahun", "tapi",
    "telah", "tentang", "terhadap", "tersebut", "tidak", "untuk", "usai", "yaitu", "yang",
    "about", "after", "been", "from", "have", "into", "says", "that", "their", "this", "were",
    "will", "with", "your", "indonesia", "foto", "video",
))  # fmt: skip
_PREFIX = re.compile(r"(?:meng|meny|mem|men|peng|peny|pem|pen|ber|ter|per|me|pe|di|ke|se)(?=\w{4})")
_SUFFIX = re.compile(r"(?:kan|nya|lah|kah|an|i)\Z")


@lru_cache(maxsize=64)
def long_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell what it is about, in lower case.

    >>> sorted(long_words("Presiden akan Tiba di Moskow"))
    ['moskow', 'presiden', 'tiba']
    """
    return frozenset(_WORD.findall(text.casefold())) - _COMMON


def has_common_words(text: str) -> bool:
    """Return whether a text has a word of any Indonesian text, as verses of other languages do not.

    >>> has_common_words("Sabar adalah kunci."), has_common_words("Allahumma inni as'aluka")
    (True, False)
    """
    return not _COMMON.isdisjoint(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8)  # a text is asked whether it has any, then whether it has some
def shared(words: frozenset[str], text: str) -> float:
    """Return the share of words that a text in lower case has, in any Indonesian form.

    >>> shared(frozenset(("berlatih", "pemain")), "para pemain dilatih di moskow")
    1.0
    """
    if not words:
        return 1.0
    return sum(word in text or _stem(word) in text for word in words) / len(words)


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """Return a word without its prefix and suffix, as far as four letters are left."""
    stem = _PREFIX.sub("", word, count=1)
    shorter = _SUFFIX.sub("", stem)
    return shorter if len(shorter) >= 4 else stem
