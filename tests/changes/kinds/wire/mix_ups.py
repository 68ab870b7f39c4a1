"""Changes by servers and proxies that mix answers up, print their own parts, or lose bytes."""

import json
import re
from functools import partial

from markupsafe import escape

from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


def _text_span(subject: Subject) -> tuple[str, int, int] | None:
    """Return the page, and where a paragraph in the midst of its text begins and ends."""
    source, paragraphs = subject.page().decode(), subject.facts.paragraphs
    half = str(escape(paragraphs[len(paragraphs) // 2]))
    place = source.find(half)
    return None if len(paragraphs) < 3 or place < 0 else (source, place, place + len(half))


@kind("The answer's own headers are printed at the top of the page.")
def headers_in_the_page(subject: Subject) -> bytes:
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nX-Cache: MISS\r\nSet-Cookie:"
        f" sid={subject.name.code(12)}; path=/\r\n\r\n"
    )
    return head.encode() + subject.page()


@kind("Sizes of chunks are left every so many bytes, also within words.")
def sizes_of_chunks_within_words(subject: Subject) -> bytes:
    page, size = subject.page(), subject.rng.choice((1024, 1460, 2048))
    parts = [page[n : n + size] for n in range(0, len(page), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@kind("The end of the answer before stands in front of the page.")
def end_of_another_answer_first(subject: Subject) -> bytes:
    tail = (
        "{% for p in another().paragraphs[-2:] %}<p>{{ p }}</p>{% endfor %}</div><footer>"
        "{{ say('legal') }}</footer></body></html>"
    )
    return subject.draw(tail).encode() + subject.page()


@kind("A filter cuts every line of the source at a length.", Whereabouts.CUT)
def long_lines_cut(subject: Subject) -> bytes | None:
    source = subject.page().decode()
    lines = [line if "<meta" in line or "ld+json" in line else line[:400] for line in
             source.splitlines()]  # fmt: skip
    whole = all(str(escape(p)) in "\n".join(lines) for p in subject.facts.paragraphs)
    return None if whole else "\n".join(lines).encode()


@kind("Some hundred bytes within a paragraph are lost; the rest joins on.", Whereabouts.CUT)
def bytes_of_a_paragraph_lost(subject: Subject) -> bytes | None:
    found = _text_span(subject)
    if found is None or found[2] - found[1] < 160:
        return None
    source, start, end = found
    return (source[: start + 40] + source[end - 60 :]).encode()


@kind("Bytes are lost from the middle of one paragraph into the next.", Whereabouts.CUT)
def bytes_over_a_paragraph_lost(subject: Subject) -> bytes | None:
    found = _text_span(subject)
    if found is None or found[2] - found[1] < 120:
        return None
    source, start, end = found
    text = source[end:]
    gap = re.search(r"[\w,.\s]{80}", re.sub(r"<[^>]*>", lambda m: "<" * len(m[0]), text))
    if gap is None or gap.start() > 200:
        return None
    return (source[: start + 50] + text[gap.start() + 45 :]).encode()


@kind("The page is written by a script, from a string.", Whereabouts.BURIED)
def page_as_a_string(subject: Subject) -> bytes:
    coded = json.dumps(subject.page().decode()).replace("</", "<\\/")
    shell = (
        "<html><head><title>{{ headline }}</title></head><body><script>%s</script></body></html>"
    )
    return (subject.draw(shell) % f"document.write({coded})").encode()


@kind("A page saver notes address and day at the top, and leaves no script.")
def noted_by_a_page_saver(subject: Subject) -> bytes:
    subject.drop_all("script[src], script:not([type])")
    note = (
        "<!--\n Page saved with SingleFile\n url: {{ url }}\n saved date: Sat Nov 28 2026 11:40:02"
        " GMT+0700 (Western Indonesia Time)\n-->"
    )
    return subject.page().replace(b"<html", subject.draw(note).encode() + b"<html", 1)


@kind("An extension for dark pages leaves its attributes and styles.")
def darkened_by_an_extension(subject: Subject) -> bytes:
    for element in subject.body.iter("div", "p", "span", "h1"):
        element.set("data-darkreader-inline-color", "")
        element.set("style", f"{element.get('style') or ''};--darkreader-inline-color: #d6d3cd")
    style = subject.body.makeelement("style", {"class": "darkreader"})
    style.text = "html{background:#181a1b!important}::placeholder{color:#b2aba1}"
    subject.root[0].append(style)
    return subject.page()


@kind("Letters of the old typewriter set: quotes and dashes became signs of control.")
def signs_of_control(subject: Subject) -> bytes | None:
    table: dict[str, int | str | None] = {
        "“": "\x93",
        "”": "\x94",
        "’": "\x92",
        "–": "\x96",
        "—": "\x97",
        "…": "\x85",
    }
    source = subject.page().decode()
    changed = source.translate(str.maketrans(table))
    return None if changed == source else changed.encode()
