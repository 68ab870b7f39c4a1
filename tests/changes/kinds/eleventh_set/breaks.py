"""Answers that break off in the text and are closed again, each by another hand."""

import re
from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")
_CUT: Final = b'<i id="cut-here"></i>'
_PARAGRAPHS: Final = (
    "{% for p in t %}<p>{{ p }}{% if loop.last %}<i id='cut-here'></i>{% endif %}</p>{% endfor %}"
)
_WITHIN: Final = re.compile(r"[\"“](?:[^\s\"”]+ ){5}(?=[^\"”]{30})")


def _broken(subject: Subject, shown: list[str]) -> tuple[bytes, bytes]:
    """Return what stands before and behind the end of these paragraphs, which fill the text."""
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, t=shown))
    before, _, after = subject.page().partition(_CUT)
    return before, after


def _in_a_sentence(subject: Subject) -> list[str] | None:
    """Return the first paragraphs, the last of them cut; None where the text is too short."""
    lines = [line.unescape() for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[: subject.rng.randint(2, len(lines) - 1)]
    words = shown[-1].split()
    shown[-1] = " ".join(words[: max(1, len(words) * subject.rng.randint(3, 8) // 10)])
    return shown


@kind("A tool parsed a page that broke off, and wrote it anew with all of its elements closed.",
      Whereabouts.CUT)  # fmt: skip
def closed_by_a_parser(subject: Subject) -> bytes | None:
    shown = _in_a_sentence(subject)
    if shown is None:
        return None
    before, _ = _broken(subject, shown)
    return tree.source(tree.parse(before.decode())).encode()


@kind("A cache stores so many bytes of an answer, says so in a comment and closes the page.",
      Whereabouts.CUT)  # fmt: skip
def limit_noted_in_a_comment(subject: Subject) -> bytes | None:
    shown = _in_a_sentence(subject)
    if shown is None:
        return None
    before, _ = _broken(subject, shown)
    return before + f"<!-- truncated at {len(before)} bytes --></p></body></html>".encode()


@kind("The answer breaks off in an entity; the tags are closed behind it.", Whereabouts.CUT)
def cut_in_an_entity(subject: Subject) -> bytes | None:
    shown = _in_a_sentence(subject)
    if shown is None:
        return None
    before, _ = _broken(subject, shown)
    return before + b" &quo</p></div></div></body></html>"


@kind("A service behind the page fails in a sentence: its answer in JSON follows, then the rest.",
      Whereabouts.CUT)  # fmt: skip
def error_in_json_at_the_break(subject: Subject) -> bytes | None:
    shown = _in_a_sentence(subject)
    if shown is None:
        return None
    before, after = _broken(subject, shown)
    return before + b'{"error":"upstream timed out","code":504,"retry":true}' + after


@kind("A limit ends the text some words into a quotation; the page goes on below.",
      Whereabouts.CUT)  # fmt: skip
def cut_within_a_quotation(subject: Subject) -> bytes | None:
    lines = [line.unescape() for line in subject.lines(markup=False)]
    for number, line in enumerate(lines):
        found = _WITHIN.search(line)
        if number and found:
            shown = [*lines[:number], line[: found.end()].rstrip()]
            before, after = _broken(subject, shown)
            return before + after
    return None


@kind("The last paragraph breaks off in a sentence; lists and footer follow.", Whereabouts.CUT)
def cut_in_the_last_paragraph(subject: Subject) -> bytes | None:
    lines = [line.unescape() for line in subject.lines(markup=False)]
    words = lines[-1].split()
    if len(lines) < 3 or len(words) < 14:
        return None
    lines[-1] = " ".join(words[: len(words) * subject.rng.randint(3, 6) // 10])
    before, after = _broken(subject, lines)
    return before + after
