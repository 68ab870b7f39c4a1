"""Notices that stand in place of an article: what they say, by kind."""

import re
from collections.abc import Sequence
from typing import Final

from newsspider.reading.text import having_any

_KINDS: Final = {
    "block_page": r"""
        captcha | bukan\ robot | not\ a\ robot | you\ are\ human | unusual\ traffic
        | lalu\ lintas\ (?:tidak\ )?(?:biasa|wajar) | security\ of\ your\ connection
        | terlalu\ banyak\ permintaan | rate\ limited | too\ many\ requests | incident\ id | ray\ id
        """,
    "paywall": r"""
        khusus\ (?:untuk\ |bagi\ )?(?:para\ )?(?:pelanggan|anggota|member)
        | pelanggan\ premium | konten\ premium | members?\ only
        | (?:berlangganan|langganan|subscribe|sign\ in|log\ ?in|masuk|daftar)\b.{0,60}
          \b(?:untuk|to|dulu)\b.{0,40}\b(?:membaca|melanjutkan|continue|read|unlock|membuka|artikel)
        | artikel\ gratis | free\ articles? | unlock\ this | kata\ sandi
        """,
    "server_error": r"""
        (?:fatal\ error|warning|notice|uncaught|stack\ trace|exception)\b.{0,200}
          (?:\.php|line\ \d+|\bat\ \w+\.)
        | upstream | something\ went\ wrong | terjadi\ kesalahan | gagal\ memuat | pemeliharaan
        | perbaikan\ sistem | maintenance | we'll\ be\ back | peningkatan\ layanan
        """,
    "notice": r"""
        javascript | enable\ scripts? | peramban | browser | sedang\ (?:me)?muat | mohon\ tunggu
        | harap\ tunggu | please\ wait | loading\b | \bkuki\b | cookies?\b | mitra\ kami
        | our\ partners
        | tidak\ tersedia\ di | not\ available\ in\ your | dari\ negara\ anda | pemblokir\ iklan
        | ad\ ?block | di\ aplikasi | aplikasi\ kami | in\ (?:the|our)\ app | survei\ singkat
        | survey
        | lorem\ ipsum | dolor\ sit\ amet | contoh\ paragraf | telah\ ditarik | has\ been\ removed
        | dihapus\ atas\ permintaan | cukup\ umur | 18\ tahun | of\ age | tidak\ dapat\ diputar
        | tidak\ mendukung\ format | \{\{ | \[\[ | %%\w+%% | \$\{\w | <%=
        """,
}
_PATTERNS: Final = {
    reason: re.compile(said, re.DOTALL | re.VERBOSE) for reason, said in _KINDS.items()
}
"""Of texts in small letters, which are searched much faster than case is folded."""
_WALL_WORDS: Final = (
    "artikel gratis", "daftar", "free article", "kata sandi", "khusus", "langgan", "log in",
    "login", "masuk", "member only", "members only", "premium", "sign in", "subscribe", "unlock",
)  # fmt: skip
"""What every notice of a paywall has one of: most lines need no closer look."""
_MOST_CHARS: Final = 2_000
_LONGEST: Final = 120  # words of a notice


def notice(paragraphs: Sequence[str]) -> str | None:
    """Return the reason of `REASONS` that a short text gives for being no article's, or None."""
    text = " ".join(paragraphs).lower()
    if not _is_short(text):
        return None
    return next((code for code, pattern in _PATTERNS.items() if pattern.search(text)), None)


def is_of_paywall(lines: Sequence[str]) -> bool:
    """Return whether any of some lines is the notice of a paywall.

    >>> is_of_paywall(["Panen raya dimulai.", "Konten premium."])
    True
    """
    return any(map(_is_of_paywall, having_any(lines, _WALL_WORDS)))


def _is_of_paywall(line: str) -> bool:
    if not _is_short(line):
        return False
    line = line.lower()
    return bool(_PATTERNS["paywall"].search(line)) and not _PATTERNS["block_page"].search(line)


def _is_short(text: str) -> bool:
    return len(text) <= _MOST_CHARS and len(text.split()) <= _LONGEST
