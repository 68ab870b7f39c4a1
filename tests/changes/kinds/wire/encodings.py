"""Encodings applied twice, left in or mislabelled, and pages begun or mended in the middle."""

import re
from functools import partial

from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


def _middle(subject: Subject) -> tuple[str, int] | None:
    """Return the page and the end of a sentence in the midst of its text."""
    source = subject.page().decode()
    paragraphs = subject.facts.paragraphs
    if len(paragraphs) < 3:
        return None
    half = paragraphs[len(paragraphs) // 2]
    place = source.find(half)
    end = re.search(r"[a-z]{3}\. ", half)
    return None if place < 0 or end is None else (source, place + end.end())


@kind("Bytes of UTF-8 were taken for Latin letters and encoded again.")
def utf8_encoded_twice(subject: Subject) -> bytes | None:
    page = subject.page()
    twice = page.decode("latin-1").encode()
    return None if twice == page else twice


@kind("A page saved as mail: equal signs are encoded and lines are broken with one.")
def quoted_printable_left(subject: Subject) -> bytes:
    encoded = subject.page().decode().replace("=", "=3D")
    return re.sub(r"(.{75})(?=.)", r"\1=\n", encoded).encode()


@kind("A server's old setting puts a stroke before each quote.")
def strokes_before_quotes(subject: Subject) -> bytes:
    return re.sub(r"([\"'])", r"\\\1", subject.page().decode()).encode()


@kind("Lines end as on old Macs.")
def old_line_ends(subject: Subject) -> bytes:
    return subject.page().replace(b"\n", b"\r")


@kind("A mail gateway wraps the page's lines at a width, between words.")
def lines_wrapped(subject: Subject) -> bytes:
    return re.sub(
        r"([^\n]{60}[^\s<>\"']*) (?=[^<>\n]*<)", r"\1\r\n", subject.page().decode()
    ).encode()


@kind("The page is UTF-8 under a label of Latin letters.")
def labelled_as_latin(subject: Subject) -> bytes | None:
    page = re.sub(rb"charset=[\"']?utf-8", b'charset="iso-8859-1', subject.page(), flags=re.I)
    return None if page.isascii() or page == subject.page() else page


@kind("Quotes and signs were escaped twice: their entities can be read.")
def entities_escaped_twice(subject: Subject) -> bytes | None:
    found = [p for p in subject.facts.paragraphs if '"' in p or "“" in p]
    source = subject.page().decode()
    for paragraph in found:
        new = re.sub(r"[\"“”]", "&amp;quot;", paragraph)
        source = source.replace(paragraph, new)
    return None if source.encode() == subject.page() else source.encode()


@kind("A tool drops the blanks beside the tags within sentences.")
def blanks_beside_tags_lost(subject: Subject) -> bytes | None:
    source = subject.page().decode()
    new = re.sub(r"(</(?:a|b|strong|em|i|span)>) | (<(?:a|b|strong|em|i|span)\b)", r"\1\2", source)
    return None if new == source else new.encode()


@kind("The page is XML: a declaration, closed empty elements, sections of characters.")
def xhtml(subject: Subject) -> bytes:
    source = re.sub(
        r"<(br|img|meta|link|hr|input)\b([^>]*?)/?>", r"<\1\2 />", subject.page().decode()
    )
    source = re.sub(r"(<script[^>]*>)(?=.)", r"\1//<![CDATA[" + "\n", source)
    source = source.replace("</script>", "\n//]]></script>")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{source}'.encode()


@kind("A page broke off behind a sentence; a cache closed and signed it.", Whereabouts.CUT)
def cut_at_a_sentence_and_signed(subject: Subject) -> bytes | None:
    if (found := _middle(subject)) is None:
        return None
    source, end = found
    return f"{source[:end].rstrip()}</div></div></body></html>\n<!-- Cached by W3 -->".encode()


@kind("The page breaks off in its text and begins anew, whole.")
def begun_anew_in_the_text(subject: Subject) -> bytes | None:
    if (found := _middle(subject)) is None:
        return None
    source, end = found
    return (source[:end] + source).encode()


@kind("A block of the page is blanks, within its text.", Whereabouts.CUT)
def block_of_blanks(subject: Subject) -> bytes | None:
    if (found := _middle(subject)) is None:
        return None
    source, end = found
    length = subject.rng.randint(60, 120)
    return (source[: end - length] + " " * length + source[end:]).encode()


@kind("Sentences that a relay held too long are missing.", Whereabouts.CUT)
def rest_of_a_paragraph_lost(subject: Subject) -> bytes | None:
    if (found := _middle(subject)) is None:
        return None
    source, end = found
    half = subject.facts.paragraphs[len(subject.facts.paragraphs) // 2]
    stop = source.find(half) + len(half)
    return (source[:end].rstrip() + source[stop:]).encode() if stop > end else None


@kind("Bytes of an old code page under a label of UTF-8.")
def windows_1252(subject: Subject) -> bytes:
    return subject.page().decode().encode("cp1252", "xmlcharrefreplace")


@kind("Zero bytes are scattered over the page.")
def zero_bytes(subject: Subject) -> bytes:
    return subject.page().replace(b"<div", b"\0<div").replace(b"</p>", b"</p>\0")
