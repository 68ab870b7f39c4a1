"""Changes on the way: answers cut, doubled, rewritten by networks, proxies and tools."""

import re
from functools import partial

from lxml import etree

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


def _cut(subject: Subject, share: float) -> tuple[bytes, bytes] | None:
    """Return the page in two parts, cut `share` of the way through its text.

    None where the text is too short for a cut that loses a tenth of it or more.
    """
    paragraphs = subject.facts.paragraphs
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    found = tree.gaps(subject.text)
    if len(paragraphs) < 3 or not found:
        return None
    place = found[min(int(len(found) * share), len(found) - 1)]
    words = (place.tail or "").split(" ")
    if place.tag == "br" and len(words) > 4:
        half = len(words) // 2
        mark.tail, place.tail = " ".join(words[half:]), " ".join(words[:half]) + " "
        place.addnext(mark)
        place.tail = " ".join(words[:half]) + " "
    else:
        tree.insert_after(place, mark)
    before, _, after = subject.page().partition(b'<i id="cut-here"></i>')
    return before, after


_CLOSED = b"</div></div></body></html>"


def _kept(subject: Subject) -> float:
    return subject.rng.uniform(0.0, 0.8)


@kind("The connection broke in the text; nothing follows.", Whereabouts.CUT)
def cut_in_the_text(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0]


@kind("A proxy closed the tags of a page that broke off.", Whereabouts.CUT)
def cut_and_closed(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + _CLOSED


@kind("A proxy closed the tags and added its footer.", Whereabouts.CUT)
def cut_and_closed_with_footer(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    footer = subject.draw("</div><footer><p>{{ say('legal') }}</p></footer></body></html>")
    return parts and parts[0] + footer.encode()


@kind("A block is missing in the middle; the rest of the page follows.", Whereabouts.CUT)
def hole_to_the_end_of_the_text(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    if parts is None:
        return None
    end = parts[1].find(b"</div>")
    return parts[0] + parts[1][max(end, 0) :]


@kind("The page broke off within a tag of the text.", Whereabouts.CUT)
def cut_in_a_tag(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + subject.rng.choice((b"<di", b'<a href="htt', b"<", b"&nb"))


@kind("A comment is opened in the text and never closed.", Whereabouts.CUT)
def comment_never_closed(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + b"<!-- " + parts[1].replace(b"-->", b"")


@kind("Only the head arrived.", Whereabouts.GONE)
def head_only(subject: Subject) -> bytes:
    source = subject.page()
    return source[: source.find(b"<body")] + subject.rng.choice((b"", b"<body></body></html>"))


@kind("The page broke off between headline and text.", Whereabouts.GONE)
def cut_before_the_text(subject: Subject) -> bytes:
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    tree.insert_before(subject.text, mark)
    before, _, _ = subject.page().partition(b'<i id="cut-here"></i>')
    return before + subject.rng.choice((b"", _CLOSED))


@kind("The answer was sent twice over one connection.")
def page_twice(subject: Subject) -> bytes:
    return subject.page() * 2


@kind("An error page of the proxy precedes the page.")
def error_page_first(subject: Subject) -> bytes:
    error = "<html><head><title>{{ n }}</title></head><body><h1>{{ n }}</h1></body></html>"
    return subject.draw(error, n="504 Gateway Time-out").encode() + subject.page()


@kind("A network operator injects its banner at the top of the body.")
def operator_banner(subject: Subject) -> bytes:
    box = '<div id="{{ code(8) }}" style="position:fixed;top:0"><p>{{ say("sponsor") }}</p></div>'
    (element,) = subject.elements(box)
    subject.body.insert(0, element)
    return subject.page()


@kind("An optimiser takes out white space, quotes of attributes and end tags of <p>.")
def minified(subject: Subject) -> bytes:
    html = re.sub(r">\s*\n\s*<", "><", subject.page().decode())
    html = re.sub(r'(\s(?:class|id))="([\w-]+)"', r"\1=\2", html)
    return html.replace("</p>", "").encode()


@kind("Old tools write tags in capitals.")
def capital_tags(subject: Subject) -> bytes:
    html = re.sub(r"</?[a-z][a-z0-9]*", lambda m: m[0].upper(), subject.page().decode())
    return html.encode()


@kind("Every character beyond ASCII is an entity.")
def entities(subject: Subject) -> bytes:
    return subject.page().decode().encode("ascii", "xmlcharrefreplace")


@kind("The bytes are UTF-16 with a mark.")
def utf_16(subject: Subject) -> bytes:
    return subject.page().decode().encode("utf-16")


@kind("A translating proxy wraps each text in two <font>s.")
def translated_fonts(subject: Subject) -> bytes:
    style = "vertical-align: inherit;"
    for element in list(subject.text.iter()):
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        if element.text and element.text.strip():
            outer = element.makeelement("font", {"style": style})
            inner = element.makeelement("font", {"style": style})
            inner.text, element.text = element.text, None
            outer.append(inner)
            element.insert(0, outer)
    return subject.page()


@kind("An archive's bar stands above the page and its scripts in the head.")
def archive_bar(subject: Subject) -> bytes:
    box = (
        '<div id="wm-ipp-base" lang="en"><div id="wm-ipp">{{ number(2, 90) }} captures <span>12 Mar'
        " 2025 - 9 Oct 2026</span> <b>About this capture</b><p>COLLECTED BY Web crawl of news"
        " sites.</p></div></div>"
    )
    (element,) = subject.elements(box)
    subject.body.insert(0, element)
    return subject.page()


@kind("A page saver turns every class into an inline style.")
def saved_with_inline_styles(subject: Subject) -> bytes:
    for element in subject.body.iter():
        if tree.strip(element, "class", "id"):
            element.set("style", "box-sizing:border-box;margin:0px")
    return subject.page()


@kind("Comments and empty elements are scattered in the text.")
def scattered_comments(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    for gap in found:
        (element,) = subject.elements('<span class="{{ name("slot") }}"></span>')
        tree.insert_after(gap, element)
        tree.insert_after(gap, etree.Comment(subject.say("advert")))
    return subject.page() if found else None


@kind("A widget in the page's head ends the document too early.")
def end_tags_too_early(subject: Subject) -> bytes:
    mark = subject.body.makeelement("i", {"id": "cut-here"})
    subject.body.insert(0, mark)
    return subject.page().replace(b'<i id="cut-here"></i>', b"</body></html>")


@kind("Another article's page follows in the same answer.")
def page_of_another_follows(subject: Subject) -> bytes:
    other = (
        "<html><head><title>{{ o.headline }}</title></head><body><h1>{{ o.headline }}</h1>"
        "{% for p in o.paragraphs %}<p>{{ p }}</p>{% endfor %}</body></html>"
    )
    return subject.page() + subject.draw(other, o=subject.another()).encode()


@kind("The server's language prints a warning before the document.")
def php_warning_first(subject: Subject) -> bytes:
    line = (
        "<br />\n<b>Warning</b>:  session_start(): Cannot send session cookie in"
        " <b>/home/portal/index.php</b> on line <b>{{ number(2, 90) }}</b><br />\n"
    )
    return subject.draw(line).encode() + subject.page()


@kind("Bytes of an old code page under a label of UTF-8.")
def windows_1252(subject: Subject) -> bytes:
    return subject.page().decode().encode("cp1252", "xmlcharrefreplace")


@kind("Zero bytes are scattered over the page.")
def zero_bytes(subject: Subject) -> bytes:
    return subject.page().replace(b"<div", b"\0<div").replace(b"</p>", b"</p>\0")


@kind("A filter for data saving takes pictures, scripts and styles off.")
def data_saver(subject: Subject) -> bytes:
    subject.drop_all("script, style, link, img, iframe, noscript")
    return subject.page()


@kind("An address protector replaces addresses of mail and adds its script.")
def mail_protection(subject: Subject) -> bytes:
    box = (
        '<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{{ code(20) }}">'
    )
    (element,) = subject.elements(f"<p>Redaksi: {box}[email&#160;protected]</a></p>")
    subject.body.append(element)
    script = subject.body.makeelement("script", {"src": "/cdn-cgi/scripts/email-decode.min.js"})
    subject.body.append(script)
    return subject.page()


@kind("The rest of a challenge's script stays in a page that was let through.")
def challenge_script_left(subject: Subject) -> bytes:
    script = subject.body.makeelement("script", {})
    script.text = (
        "(function(){var a=document.createElement('script');"
        "a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';document.head.append(a);})();"
    )
    subject.body.append(script)
    return subject.page()
