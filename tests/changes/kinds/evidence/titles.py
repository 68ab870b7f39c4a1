"""Changes of the headline's element and of what stands beside it."""

from tests.changes import tree
from tests.changes.kinds.evidence.date_lines import above
from tests.changes.kinds.evidence.machine import kind
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.subject import Subject


def _as_h2(subject: Subject) -> None:
    """Make the headline an h2."""
    subject.headline.tag = "h2"


@visible("A bar that stays has the headline's first words as an h1.")
def shortened_headline_first(subject: Subject) -> bytes | None:
    words = subject.facts.headline.split()
    if len(words) < 6:
        return None
    above(subject, "<div class='{{ name('bar') }}'><h1>{{ s }}</h1></div>", s=" ".join(words[:4]))
    return subject.page()


@visible("A hidden h1 has words for search engines; the headline is an h2.", says=("headline_",))
def hidden_h1_of_words(subject: Subject) -> bytes:
    html = "<h1 style='display:none'>Berita {{ say('section') }} terbaru hari ini</h1>"
    _as_h2(subject)
    above(subject, html)
    return subject.page()


@visible("The headline's element begins with words for screen readers.")
def words_for_screen_readers_in_the_headline(subject: Subject) -> bytes:
    (span,) = subject.elements("<span class='sr-only'>Judul berita: </span>")
    span.tail, subject.headline.text = subject.headline.text, None
    subject.headline.insert(0, span)
    return subject.page()


@visible("The h1 is a picture, the headline an h2.", says=("headline_",))
def picture_as_h1(subject: Subject) -> bytes:
    _as_h2(subject)
    above(subject, "<h1><a href='/'><img src='/logo.png' alt='{{ say('brand') }}'></a></h1>")
    return subject.page()


@visible("The headline's element has a second line below it, in small letters.")
def second_line_in_the_headline(subject: Subject) -> bytes:
    (small,) = subject.elements("<small class='{{ name('sub') }}'>{{ say('summary') }}</small>")
    subject.headline.append(small)
    return subject.page()


@kind("Two plug-ins write tags; those of the site come first.", says=("headline_",))
def tags_of_two_plug_ins(subject: Subject) -> bytes:
    html = "<meta property='og:title' content='{{ b }}'><meta name='title' content='{{ b }}'>"
    for meta in subject.elements(html, b=subject.say("brand")):
        subject.root[0].insert(0, meta)
    return subject.page()


@visible("The question of a poll is an h1 above the headline.")
def poll_as_first_h1(subject: Subject) -> bytes:
    above(subject, "<section><h1>{{ say('poll') }}</h1><button>Pilih</button></section>")
    return subject.page()


@visible("The author's name is a heading of the first order right above the headline.")
def author_as_first_h1(subject: Subject) -> bytes:
    (box,) = subject.elements("<div class='{{ name('author') }}'><h1>{{ author }}</h1></div>")
    tree.insert_before(subject.headline, box)
    return subject.page()


@kind("Title and og:title are cut, or carry the site's slogan and the section.")
def titles_decorated(subject: Subject) -> bytes:
    headline = subject.facts.headline
    before = subject.rng.choice(("", "Foto: ", "Terkini! "))
    title = f"{before}{headline} | {subject.say('section')} | {subject.say('brand')}"
    for element in subject.root.iter("title"):
        element.text = title
    for meta in subject.root.cssselect("meta[property='og:title'], meta[name='title']"):
        meta.set("content", f"{headline[:40]}..." if len(headline) > 44 else f"{headline} - Berita")
    return subject.page()


@kind("The canonical link leads to another article.", says=("canonical_",))
def canonical_of_another_article(subject: Subject) -> bytes:
    subject.drop_all("link[rel='canonical']")
    link = "https://nasional.sindonews.com/read/99123/15/kabar-lain-hari-ini-1748824200"
    (element,) = subject.elements("<link rel='canonical' href='{{ link }}'>", link=link)
    subject.root[0].append(element)
    return subject.page()
