"""Lines that programs print among the paragraphs: messages, and places that stayed unfilled."""

import re
from collections.abc import Sequence
from typing import Final

from newsspider.reading.html.paragraphs import Paragraph

_LONGEST: Final = 1_000  # characters, with what led to a fault
_OPENS = re.compile(
    r"""\0\s*(?:[\[{<$%#(&] | 50[0234]\ | a(?:n\ |rray|t\ |cc|pache|ct|ttr) | bad\b
    | c(?:atch|onn|ould|all\ ) | d(?:ata|b\ |epr|esc|jan|oes) | err | f(?:atal|ile) | gagal
    | i(?:llu|mp|nd|nt|nval) | java\.
    | keye | konten | liq | lost | mys | n(?:ame|an|gin|om|one|oti|ull) | oper | panic: | pars
    | php\ | rang
    | refe | runt | s(?:erv|ql|tac|tri|ymf|ynt|yst) | t(?:abl|empl|erja|hro|oo\ |race|ype)
    | un(?:ca|de|ha|kn) | value | w(?:arn|e['’]r|hoo) | you\ | [\w./\\-]+\.[a-z]{2,5}:\d)""",
    re.VERBOSE,
)
"""How such lines begin, in small letters behind NUL: the others need no closer look."""
_START: Final = 40  # characters, with white space
_PLACE: Final = (
    r"(?:\{\{[^{}]{0,200}\}\}|\{%[^{%]{0,200}%\}|<%[^<%]{0,200}%>|[$#]\{[^{}]{0,200}\}|%%\w+%%"
    r"|\[\[[^\[\]]{0,200}\]\]|\{\w+(?:[.:]\w+)+\}|<(?:esi:|!--\#)[^<>]{0,200}>|\[object\ \w+\])"
)
"""What a template leaves where nothing was filled in."""
_MESSAGE = re.compile(
    rf"""(?:
      (?:{_PLACE}\W*)+
    | (?:&(?:amp;)?\#?\w{{2,8}};\s*)+
    | \W*(?:undefined|null|nan|none|invalid\ date|array|\(null\))\W*
    | \[?an\ error\ occurred\ while\ (?:processing|including|rendering|loading)\b.{{0,120}}
    | \[/[a-z][\w-]*\] | \[[a-z]+(?:[_-][a-z]+)+/?\]
    | (?:php\ )?(?:warning|notice|deprecated|strict\ standards|(?:(?:catchable|recoverable)\ )?fatal
        \ error|parse\ error)\s*:.*(?:\bon\ line\ \d+|\.php\b|\buncaught\b|\bundefined\b).*
    | uncaught\ .*?(?:error|exception)\b.* | stack\ trace:.* | traceback\ \(most\ recent.*
    | \#\d+\ (?:/|\{{main|\[internal|\w+->).* | thrown\ in\ .*\ on\ line\ \d+\W*
    | at\ [\w$.<>]+\(.*?:\d+\).* | file\ [\"“].+?[\"”],\ line\ \d+.*
    | (?:call\ to\ )(?:undefined|a\ member)\b.*
    | server\ error\ in\ .{{1,40}}\ application.* | runtime\ error\W*
    | (?:description:\ )?an\ (?:unhandled\ exception|application\ error)\b.*
    | unhandled\ exception.*
    | (?:[a-z]\w*:\ )?[\w./\\-]*\w\.[a-z]{2, 5}:\d+(?::\d+)?:\ .* | panic:\ .*
    | (?:[a-z]\w*:\ )?[\w./\\-]*\w\.[a-z]{{2,5}}:\d+(?::\d+)?:\ .* | panic:\ .*
    | whoops\W+(?:looks\ like\ )?something\ went\ wrong.*
    | we[’']re\ sorry,\ but\ something\ went\ wrong.*
    | (?:illuminate|symfony)\\.* | [\w.:]*(?:error|exception|doesnotexist)\ ?(?:\(|:|at\ /).*
    | (?:liquid|template)\ error\b.* | sqlstate\[.* | you\ have\ an\ error\ in\ your\ sql\b.*
    | error\ establishing\ a\ database\ connection.* | mysql(?:i)?\b.*\b(?:error|gone\ away)\b.*
    | (?:database|db|sql|mysql)\ (?:connection\ )?error\b\W.* | error(?:\ \d+)?:\ \W*\w.*
    | (?:could\ not\ connect|lost\ connection)\ to\ (?:mysql|database|(?:the\ )?server).*
    | connection\ (?:failed|refused|timed\ out)\W.* | access\ denied\ for\ user\b.*
    | table\ .{{1,60}}\ doesn[’']t\ exist.* | unknown\ (?:column|database)\ .{{1,60}}
    | too\ many\ connections\W*
    | (?:5\d\d\ |internal\ |bad\ |service\ )(?:internal\ |bad\ |service\ )?(?:server\ error|gateway
        |gateway\ time-?out|(?:temporarily\ )?unavailable)\W*
    | nginx(?:/[\d.]+)?\W* | apache/[\d.]+.*\bport\ \d+\W*
    | (?:terjadi\ kesalahan|gagal)\ (?:(?:saat|ketika|pada\ saat)\ )?(?:memuat|mengambil|menampilkan
        |memproses)\ (?:konten|data|widget|modul|halaman|isi|bagian|artikel|berita|komponen)
        \b.{{0,60}}
    | konten\ (?:ini\ )?(?:tidak\ dapat|gagal)\ (?:dimuat|ditampilkan)\b.{{0,60}}
    )""",
    re.VERBOSE | re.DOTALL,
)
"""Of a line in small letters."""
_ADDED = re.compile(
    r"\[an error occurred while processing|<(?:esi:|!--#)|\[/?(?!object )[a-z]|&", re.IGNORECASE
)
"""How lines begin in whose place a server or a plug-in was to add a box: the text lacks nothing."""
_WITHIN = re.compile(
    rf"""{_PLACE} | \[an\ error\ occurred\ while\ processing | \{{\s*["']\w+["']\s*:
    | <\?(?:xml|php)\b | <!doctype\b | <h1>\s*\d{{3}}\b""",
    re.VERBOSE,
)


def without_program_lines(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], bool]:
    """Return the paragraphs but those a program printed, and whether text may be missing there.

    All stay where there are no others, to be told what they are.
    """
    starts = "\0".join([paragraph.spans[0].text[:_START] for paragraph in paragraphs])
    if not _OPENS.search("\0" + starts.lower()):
        return paragraphs, False
    printed = [paragraph for paragraph in paragraphs if is_program_line(paragraph.text)]
    if len(printed) == len(paragraphs):
        return paragraphs, False
    lacking = any(_ADDED.match(paragraph.text) is None for paragraph in printed)
    return [paragraph for paragraph in paragraphs if paragraph not in printed], lacking


def is_program_line(text: str) -> bool:
    """Return whether a line is nothing but what a program says of itself or has not filled in.

    >>> is_program_line("[an error occurred while processing this directive]")
    True
    >>> is_program_line("Warning: Undefined variable $isi in /srv/berita.php on line 12")
    True
    >>> is_program_line("Error itu terjadi pada pukul 7 pagi, kata teknisi.")
    False
    """
    if len(text) > _LONGEST:
        return False
    return _MESSAGE.fullmatch(text.lower()) is not None


def has_program_text(paragraphs: Sequence[str]) -> bool:
    """Return whether a program's message or an unfilled place stands within a paragraph.

    >>> has_program_text(["Harga cabai {{ harga }} sekilo di pasar itu."])
    True
    """
    said = "\n".join(paragraphs)
    may_have = "{" in said or "<" in said or "[" in said
    return may_have and _WITHIN.search(said.lower()) is not None
