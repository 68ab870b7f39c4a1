"""Changes on the way: answers cut, doubled, rewritten by networks, proxies and tools."""

import re
from functools import partial

from lxml import etree

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


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
