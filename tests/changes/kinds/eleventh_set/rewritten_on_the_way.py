"""Pages that caches, guards and optimisers wrote anew, and letters that were put for others."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import quote

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")
_ALIKE: Final = str.maketrans("aeopcx", "аеорсх")  # Cyrillic for Latin ones
_LONG: Final = re.compile(r"\b(\w{4})(\w{4,})\b")


def _texts(subject: Subject, change: Callable[[str], str]) -> None:
    """Change every piece of the running text."""
    for element in subject.text.iter():
        if isinstance(element.tag, str):
            element.text = element.text and change(element.text)
        if element is not subject.text:
            element.tail = element.tail and change(element.tail)


@kind("A tool against copying puts joiners without width into long words.")
def joiners_within_words(subject: Subject) -> bytes:
    joiner = subject.rng.choice(("\u200d", "\u2060", "\u200c"))
    _texts(subject, partial(_LONG.sub, rf"\1{joiner}\2"))
    return subject.page()


@kind("A tool against copying puts letters of another alphabet for those that look alike.",
      Whereabouts.GONE, ("encoding_",))  # fmt: skip
def letters_of_another_alphabet(subject: Subject) -> bytes:
    _texts(subject, lambda text: text.translate(_ALIKE))
    return subject.page()


@kind("Ends of lines came from another system and were escaped.")
def returns_as_entities(subject: Subject) -> bytes:
    return subject.page().replace(b"\n", b"&#13;\n").replace(b"html>&#13;\n", b"html>\n", 1)


@kind("The edge did not make its includes: their elements and comments are left on the page.")
def includes_of_the_edge_left(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    if not found:
        return None
    for gap in found[:: subject.rng.randint(2, 3)]:
        html = "<esi:include src='/potongan/{{ code(5) }}' onerror='continue'></esi:include>"
        tree.insert_after(gap, subject.elements(html)[0])
    page = subject.page()
    return page.replace(b"<h1", b"<!--esi <esi:vars>$(HTTP_HOST)</esi:vars> --><h1", 1)


@kind("An optimiser at the server defers scripts and pictures and marks what it touched.")
def optimised_by_the_server(subject: Subject) -> bytes:
    for script in subject.root.iter("script"):
        if script.get("type") in (None, "text/javascript"):
            script.set("type", "text/psajs")
    for number, element in enumerate(subject.body.iter("p", "div", "img")):
        element.set("data-pagespeed-url-hash", str(1000 + number))
        if element.tag == "img":
            element.set("data-pagespeed-lazy-src", element.get("src") or "")
            element.set("src", "/pagespeed_static/1.gif")
    html = (
        "<noscript><meta http-equiv='refresh' content='0;url={{ url }}?PageSpeed=noscript'><style>"
        "table,div,span,font,p{display:none}</style><div style='display:block'>Klik <a href='"
        "{{ url }}'>di sini</a> bila halaman tidak berpindah dalam beberapa detik.</div></noscript>"
    )
    subject.body.insert(0, subject.elements(html)[0])
    return subject.page()


@kind("A guard of mail leads every link over its own server and says so on top.")
def links_led_over_a_guard(subject: Subject) -> bytes:
    for link in subject.root.iter("a"):
        if link.get("href"):
            target = quote(link.get("href") or "", safe="")
            link.set("href", f"https://penjaga.example/?url={target}&data={subject.name.code(9)}")
    html = (
        "<div style='background:#ff9'>Tautan di halaman ini telah diperiksa oleh Penjaga Surel."
        "</div>"
    )
    subject.body.insert(0, subject.elements(html)[0])
    return subject.page()


@kind("The head was sent twice, the second time within the page.")
def head_sent_twice(subject: Subject) -> bytes:
    head, end, rest = subject.page().partition(b"</head>")
    again = head[head.index(b"<head") :]
    return head + end + again + end + rest


@kind("A crawler's store keeps the answer with its chunks' sizes and a line of its own above.")
def kept_with_the_stores_lines(subject: Subject) -> bytes:
    page = subject.page()
    head = f"url={subject.facts.url} status=200 fetched=2026-11-28T04:55:00Z length={len(page)}\n\n"
    return head.encode() + page + b"\n\n--akhir-rekaman--\n"
