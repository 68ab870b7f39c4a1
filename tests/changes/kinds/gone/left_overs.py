"""Changes that leave of the text its place, or what stood beside it."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


@kind("The container waits for its script: nothing is in it.", Whereabouts.GONE)
def empty_container(subject: Subject) -> bytes:
    tree.fill(subject.text, [], subject.rng.choice((None, " ", "\xa0", "\n")))
    return subject.page()


@kind("Grey bars stand where the paragraphs will be.", Whereabouts.GONE)
def skeleton(subject: Subject) -> bytes:
    bars = '{% for n in range(6) %}<div class="{{ name("skeleton") }}"><span>&nbsp;</span></div>'
    tree.fill(subject.text, subject.elements(bars + "{% endfor %}"))
    return subject.page()


@kind("Only the share bar is left in the column.", Whereabouts.GONE)
def share_bar_only(subject: Subject) -> bytes:
    bar = '<div class="{{ name("box") }}"><p>{{ say("share") }}</p><p>{{ say("follow") }}</p></div>'
    tree.fill(subject.text, subject.elements(bar))
    return subject.page()


@kind("The text's place holds a list of other articles.", Whereabouts.GONE)
def list_of_others_instead(subject: Subject) -> bytes:
    rows = (
        '<h3>{{ say("related") }}</h3>{% for n in range(number(4, 8)) %}<div class="{{ name("box")'
        ' }}"><a href="/read/{{ n }}/x"><b>{{ say("headlines") }}</b></a>'
        '<p>{{ say("teasers") }}</p></div>{% endfor %}'
    )
    tree.fill(subject.text, subject.elements(rows))
    return subject.page()


@kind("A cache answers with the text of another article under this headline.", Whereabouts.GONE)
def text_of_another_article(subject: Subject) -> bytes:
    lines = "{% for p in another().paragraphs %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(lines))
    return subject.page()


@kind("The text's column is gone; side lists and footer stay.", Whereabouts.GONE)
def column_removed(subject: Subject) -> bytes:
    tree.drop(subject.text)
    return subject.page()


@kind("The author's portrait and biography are all that the template found.", Whereabouts.GONE)
def author_bio_only(subject: Subject) -> bytes:
    bio = '<div class="{{ name("author") }}"><h4>{{ author }}</h4><p>{{ author }} {{ say("bio") }}'
    tree.fill(subject.text, subject.elements(bio + "</p></div>"))
    return subject.page()


@kind("Reader comments are served, the text is not.", Whereabouts.GONE)
def comments_only(subject: Subject) -> bytes:
    rows = (
        "<h3>{{ number(3, 40) }} Komentar</h3>{% for n in range(5) %}<div><b>{{ say('nick') }}</b>"
        "<p>{{ say('comment') }}</p><span>{{ number(2, 11) }} jam lalu</span></div>{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(rows))
    return subject.page()
