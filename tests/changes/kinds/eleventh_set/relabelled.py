"""Names that a release turned round, spread over other boxes or took away, and a text in parts."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")


@kind("A release turns the parts of every name round: what was detail-desc is desc-detail.")
def parts_of_names_turned_round(subject: Subject) -> bytes:
    for element in subject.body.iter():
        for attribute in ("class", "id"):
            value = element.get(attribute)
            if value:
                turned = ("-".join(reversed(name.split("-"))) for name in value.split())
                element.set(attribute, " ".join(turned))
    return subject.page()


@kind("A release keeps the last name of each class, and no id.")
def last_names_alone(subject: Subject) -> bytes | None:
    before = subject.page()
    for element in subject.body.iter():
        tree.strip(element, "id")
        names = (element.get("class") or "").split()
        if len(names) > 1:
            element.set("class", names[-1])
    after = subject.page()
    return after if after != before else None


@kind("A framework gives the text's old name to every box of the page.")
def old_name_on_every_box(subject: Subject) -> bytes:
    text = subject.text
    name = text.get("class") or text.get("id") or "isi"
    spared = {text, *text.iterancestors(), *text.iter()}
    for element in subject.body.iter("div", "aside", "ul"):
        if element not in spared:
            element.set("class", name)
    tree.strip(text, "id")
    text.set("class", name)
    return subject.page()


@kind("The text's box alone became a custom element without a name.")
def text_box_as_an_element_of_its_own(subject: Subject) -> bytes:
    text = subject.text
    text.tag = subject.rng.choice(("isi-berita", "sn-richtext", "story-copy"))
    tree.strip(text, "id", "class", "itemprop")
    return subject.page()


@kind("The text is in three boxes of three names; a letter to order and a list part them.")
def three_boxes_of_three_names(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 6:
        return None
    third = len(lines) // 3
    parts = [lines[:third], lines[third : 2 * third], lines[2 * third :]]
    between = [
        "<div class='{{ name('box') }}'><p>Ingin kabar seperti ini setiap pagi? Daftarkan surel"
        " Anda.</p><form><input type='email'><button>Daftar</button></form></div>",
        "<div class='{{ name('list') }}'><h4>{{ say('related') }}</h4>{% for n in range(3) %}<p><a"
        " href='/b{{ n }}'>{{ say('headlines') }}</a></p>{% endfor %}</div>",
        "",
    ]
    column = "".join(
        f"<div class='{{{{ name('{role}') }}}}'>{{% for p in parts[{number}] %}}<p>{{{{ p }}}}</p>"
        f"{{% endfor %}}</div>{box}"
        for number, (role, box) in enumerate(zip(("body", "copy", "prose"), between, strict=True))
    )
    dress(subject, f"<article>{HEAD}{column}</article>", parts=parts)
    return subject.page()
