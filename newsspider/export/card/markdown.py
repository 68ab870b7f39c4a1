"""Text of pages within Markdown: it stays text, whatever characters it has."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

_MEANT: Final = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_LINE_STARTS: Final = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|[-=+]|$)", re.MULTILINE)


def escaped(text: str) -> str:
    r"""Return text so that Markdown shows it as it is.

    >>> escaped("<b>1. *Naik*</b>")
    '\\<b\\>1. \\*Naik\\*\\</b\\>'
    >>> print(escaped("1. Beras"))
    1\. Beras
    """
    shown = _MEANT.sub(r"\\\1", text)
    return _LINE_STARTS.sub(_unmarked, shown)


def _unmarked(start: re.Match[str]) -> str:
    mark = start[2]
    return f"{start[1]}{mark[:-1]}\\{mark[-1]}"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; cells that are numbers get separators, text is escaped."""
    lines = [f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"]
    lines += [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escaped(" ".join(str(value).split()))
