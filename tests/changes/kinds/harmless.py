"""Changes that look like a lost text where nothing is lost: what a wary reader must let pass."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.evidence.machine import add_json_ld
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "foreign")
stated = partial(kind_of, "evidence")


def _notice(subject: Subject) -> tree.Element:
    """Return the box of a notice that could stand instead of a text."""
    entries = [entry for entry in table("notices").values() if "texts" in entry]
    entry = subject.rng.choice(entries)
    notice = subject.rng.choice(entry["texts"])
    (box,) = subject.elements(
        f'<div class="{{{{ name("box") }}}}">{entry["box"]}</div>', notice=notice
    )
    return box


@kind("Consent, log-in or paywall is a layer at the end of a page that has the whole text.")
def notice_at_the_end_of_the_page(subject: Subject) -> bytes:
    subject.body.append(_notice(subject))
    return subject.page()


@kind("A notice bar stands on top of a page that has the whole text.")
def notice_at_the_top_of_the_page(subject: Subject) -> bytes:
    box = _notice(subject)
    box.tail, subject.body.text = subject.body.text, None
    subject.body.insert(0, box)
    return subject.page()


@kind("A hidden notice within the text's box waits for its script.")
def hidden_notice_in_the_text(subject: Subject) -> bytes:
    box = _notice(subject)
    box.set("style", "display:none")
    subject.text.append(box)
    return subject.page()


@kind("<noscript> asks for scripts on a page that has the whole text.")
def noscript_beside_the_text(subject: Subject) -> bytes:
    html = "<noscript><p>Aktifkan JavaScript agar semua fitur situs ini berjalan.</p></noscript>"
    tree.insert_before(subject.text, subject.elements(html)[0])
    return subject.page()


@kind("Grey bars for the list of recommendations stand below the whole text.")
def skeleton_below_the_text(subject: Subject) -> bytes:
    html = (
        '<div class="{{ name("skeleton") }}" aria-busy="true"><span>{{ say("loading") }}</span>'
        '{% for n in range(5) %}<div class="{{ name("skeleton") }}"></div>{% endfor %}</div>'
    )
    tree.insert_after(subject.text, subject.elements(html)[0])
    return subject.page()


@kind("Templates for comments and cards stand beside the whole text.")
def templates_beside_the_text(subject: Subject) -> bytes:
    html = (
        "<div><template id='komentar'><div><b>Nama</b><p>{{ say('comment') }}</p></div></template>"
        "<template><p>{{ say('teasers') }}</p><p>{{ say('sponsor') }}</p></template></div>"
    )
    tree.insert_after(subject.text, subject.elements(html)[0])
    return subject.page()


def _article(subject: Subject, **more: object) -> bytes:
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
    }
    add_json_ld(subject, block | more)
    return subject.page()


@stated("JSON-LD says that the article is free to read.")
def accessible_for_free(subject: Subject) -> bytes:
    return _article(subject, isAccessibleForFree=subject.rng.choice((True, "True", "true")))


@stated("JSON-LD says that the article is not free, but the page has it whole.", says=("body_",))
def not_free_but_whole(subject: Subject) -> bytes:
    return _article(subject, isAccessibleForFree=subject.rng.choice((False, "False")))


@stated("JSON-LD has the text once more.")
def article_body_beside_the_text(subject: Subject) -> bytes:
    lines = map(str, subject.lines(markup=False))
    return _article(subject, articleBody=subject.rng.choice((" ", "\n\n")).join(lines))


@stated("JSON-LD has an excerpt of the text as its articleBody.")
def excerpt_as_article_body(subject: Subject) -> bytes:
    whole = " ".join(subject.facts.paragraphs)
    return _article(subject, articleBody=f"{whole[:150]}...")


@stated("JSON-LD counts the words of the text.")
def word_count_stated(subject: Subject) -> bytes:
    words = len(" ".join(subject.facts.paragraphs).split())
    return _article(subject, wordCount=words + subject.rng.randint(-2, 6))
