"""What stands around the text: dates, headlines, and bytes."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.evidence.date_lines import above
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind as machine
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

wire = partial(kind_of, "wire")


@visible("The paper's edition and price, with today's date, stand on top.")
def edition_and_price_on_top(subject: Subject) -> bytes:
    above(subject, "<div>Edisi No. {{ number(100, 9000) }} | {{ say('today') }} | Rp4.500</div>")
    return subject.page()


@visible("A picture's credit between headline and date line has its own day.")
def credit_with_a_day(subject: Subject) -> bytes:
    html = "<div class='{{ name('credit') }}'>Foto: Dok. Redaksi, {{ say('olddate') }}</div>"
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()


@machine("JSON-LD is the one of the page that was served before.", says=(*DATES, "headline_"))
def json_ld_of_the_page_before(subject: Subject) -> bytes:
    subject.drop_json_ld()
    other = subject.another()
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": other.headline,
        "articleBody": "\n\n".join(other.paragraphs),
        "datePublished": "2026-02-03T06:15:00+07:00",
    }
    add_json_ld(subject, block)
    return subject.page()


@visible("The day's most read story is the h1 of the top bar.", says=("headline_",))
def most_read_as_h1(subject: Subject) -> bytes:
    above(subject, "<section><small>Terpopuler</small><h1>{{ say('headlines') }}</h1></section>")
    return subject.page()


@visible("The date line is gone; below the text is the date of the next story.", says=DATES)
def only_the_next_storys_date(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    name = line.get("class") or ""
    tree.drop(line)
    html = (
        "<div><a href='/lain'>{{ say('headlines') }}</a><div class='{{ n }}'>{{ say('olddate')"
        " }}</div></div>"
    )
    tree.insert_after(subject.text, subject.elements(html, n=name)[0])
    return subject.page()


@wire("A cache joined the head of the page to the body of another.", Whereabouts.GONE)
def head_and_body_of_two_pages(subject: Subject) -> bytes:
    html = (
        "<div>{% set o = another() %}<h1>{{ o.headline }}</h1>{% for p in o.paragraphs %}<p>{{"
        " p }}</p>{% endfor %}</div>"
    )
    tree.fill(subject.body, subject.elements(html))
    return subject.page()


@wire("The page breaks off in a sentence; the proxy closes it with its signature.", Whereabouts.CUT)
def closed_with_a_signature(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[: len(lines) // 2]
    shown[-1] = " ".join(shown[-1].split()[:-3])
    html = "{% for p in t %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, t=shown))
    for element in list(subject.text.itersiblings()):
        tree.drop(element)
    return subject.page().replace(b"</html>", b"<address>squid/6.1</address></html>")


@wire("A chunk with two paragraphs was sent again after the one that follows it.")
def chunk_sent_again_later(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 5:
        return None
    html = "{% for p in t %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, t=[*lines[:4], *lines[1:3], *lines[4:]]))
    return subject.page()


@wire("Letters were read as those of another code page, then stored as entities.")
def entities_of_another_code_page(subject: Subject) -> bytes | None:
    page = subject.page().decode()
    if all(ord(letter) < 128 for letter in "".join(subject.facts.paragraphs)):
        return None
    body = page.encode().decode("cp1252", "replace")
    return "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in body).encode()


@wire("A tool for tests has put an overlay's source into the answer, half way in the text.")
def source_of_a_tool_in_the_text(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    html = "<div><pre>&lt;script src='/livereload.js?port=35729'&gt;&lt;/script&gt;</pre></div>"
    tree.insert_after(gap, subject.elements(html)[0])
    return subject.page()
