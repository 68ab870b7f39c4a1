"""Changes of the headline: where it stands, what stands before it, what looks like it."""

from tests.changes import tree
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject


def _before_all(subject: Subject, template: str) -> bytes:
    (box,) = subject.elements(template)
    subject.body.insert(0, box)
    return subject.page()


def _demoted(subject: Subject, tag: str) -> None:
    subject.headline.tag = tag
    subject.headline.set("class", subject.name("headline"))


@kind("The logo is the first h1; the headline keeps its own.")
def logo_as_first_h1(subject: Subject) -> bytes:
    return _before_all(
        subject, "<h1 class='{{ name('logo') }}'><a href='/'>{{ say('brand') }}</a></h1>"
    )


@kind("The section's name is an h1 above the headline.")
def section_as_first_h1(subject: Subject) -> bytes:
    return _before_all(
        subject, "<div><h1 class='{{ name('box') }}'>{{ say('section') }}</h1></div>"
    )


@kind("A banner for a live event is an h1 above all articles.")
def banner_as_first_h1(subject: Subject) -> bytes:
    return _before_all(subject, "<div><h1><a href='/live'>{{ say('kicker') }}</a></h1></div>")


@kind("The logo is the only h1, the headline an h2.")
def logo_is_h1_headline_h2(subject: Subject) -> bytes:
    _demoted(subject, "h2")
    return _before_all(subject, "<h1 class='{{ name('logo') }}'>{{ say('brand') }}</h1>")


@kind("The section is the only h1, the headline a plain box.")
def section_is_h1_headline_div(subject: Subject) -> bytes:
    _demoted(subject, "div")
    return _before_all(subject, "<h1 class='{{ name('box') }}'>{{ say('section') }}</h1>")


@kind("A banner with the headline's own class stands above it.")
def banner_named_as_the_headline(subject: Subject) -> bytes:
    names = subject.headline.get("class") or "title"
    return _before_all(subject, f"<h1 class='{names}'>{{{{ say('kicker') }}}}</h1>")


@kind("The headline is gone from the page's body; the head still has it.", says=("headline_",))
def headline_only_in_the_head(subject: Subject) -> bytes:
    tree.drop(subject.headline)
    return subject.page()


@kind("The headline is gone; a section's name is the h1.", says=("headline_",))
def section_instead_of_the_headline(subject: Subject) -> bytes:
    tree.fill(subject.headline, [], subject.say("section"))
    return subject.page()


@kind("The h1 is another story's: the day's topic.", says=("headline_",))
def h1_of_another_story(subject: Subject) -> bytes:
    tree.fill(subject.headline, [], subject.say("headlines"))
    return subject.page()


@kind("The visible headline is cut with dots; the head has it whole.", says=("headline_",))
def headline_cut(subject: Subject) -> bytes | None:
    words = subject.facts.headline.split()
    if len(words) < 6:
        return None
    tree.fill(subject.headline, [], " ".join(words[:5]) + subject.rng.choice(("…", "...")))
    return subject.page()


@kind("A badge stands in the headline's element.")
def badge_in_the_headline(subject: Subject) -> bytes:
    (badge,) = subject.elements(
        '<span style="display:none" class="{{ name("badge") }}">Premium</span>'
    )
    badge.tail, subject.headline.text = subject.headline.text, None
    subject.headline.insert(0, badge)
    return subject.page()


@kind("The headline is split over two lines.")
def headline_in_two_lines(subject: Subject) -> bytes | None:
    words = subject.facts.headline.split()
    if len(words) < 4:
        return None
    half = len(words) // 2
    mark = subject.rng.choice(("<br>", " <br/>"))
    (box,) = subject.elements(
        f"<h1>{{{{ a }}}}{mark}{{{{ b }}}}</h1>", a=" ".join(words[:half]), b=" ".join(words[half:])
    )
    tree.fill(subject.headline, list(box), box.text)
    return subject.page()


@kind("The headline is a link with an image of the section before it.")
def headline_as_link(subject: Subject) -> bytes:
    box = '<h1><img src="/k.svg" alt="Logo kanal"><a href="{{ url }}">{{ headline }}</a></h1>'
    (element,) = subject.elements(box)
    tree.fill(subject.headline, list(element), element.text)
    return subject.page()
