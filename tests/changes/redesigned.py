"""Changes of the design: another system's markup, classes renamed, reused or gone."""

from functools import partial
from typing import Any

from markupsafe import Markup

from tests.changes import kinds, tree
from tests.changes.kinds import Change, Text
from tests.changes.subject import TEXT, Subject
from tests.changes.wording import table

kind = partial(kinds.kind, "redesigned")


def column(subject: Subject, template: str) -> Markup:
    """Return a column of a theme, drawn with the facts of the page."""
    figure = Markup(subject.draw(table("chrome")["figure"]))
    return Markup(subject.draw(template, figure=figure))


def _themed(entry: dict[str, Any]) -> Change:
    """Put a theme's column in the old page, or a new page around it."""

    def change(subject: Subject) -> bytes | None:
        if len(subject.facts.paragraphs) < entry.get("least", 1):
            return None
        drawn = column(subject, entry["column"])
        if subject.rng.random() < 0.5:
            page = subject.draw(table("chrome")["page"], column=drawn)
            tree.fill(subject.body, tree.fragment(page))
        elif subject.column.tag == "body":
            tree.fill(subject.body, tree.fragment(str(drawn)))
        else:
            tree.replace(subject.column, tree.fragment(f"<div>{drawn}</div>"))
        if subject.rng.random() < 0.3:
            subject.drop_json_ld()
        return subject.page()

    return change


for _name, _entry in table("themes").items():
    kinds.add("redesigned", _name, _entry["why"], _themed(_entry), Text.VISIBLE)


def _renamed(subject: Subject, share: float, css: str = "*") -> bytes:
    """Give a share of the page's class names and ids other names."""
    names: dict[str, str] = {}
    for element in subject.root.cssselect(css):
        for attribute in ("class", "id"):
            value = element.get(attribute)
            if value is None:
                continue
            for name in value.split():
                if name not in names:
                    other = f"{subject.name('box').split()[0]}-{len(names)}"
                    names[name] = other if subject.rng.random() < share else name
            element.set(attribute, " ".join(names[name] for name in value.split()))
    return subject.page()


@kind("A release renames half of the classes.")
def half_of_the_classes_renamed(subject: Subject) -> bytes:
    return _renamed(subject, 0.5)


@kind("A new build renames every class.")
def all_classes_renamed(subject: Subject) -> bytes:
    return _renamed(subject, 1.0)


@kind("The text's box alone has a new name.")
def text_box_renamed(subject: Subject) -> bytes:
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    return subject.page()


@kind("The headline's class is gone.")
def headline_renamed(subject: Subject) -> bytes:
    subject.headline.set("class", subject.name("headline"))
    return subject.page()


@kind("The date line's box has a new name.")
def date_line_renamed(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    date_line.tag = "div"
    date_line.set("class", subject.name("date"))
    return subject.page()


@kind("Styles moved to generated sheets: no class and no id is left.")
def no_classes(subject: Subject) -> bytes:
    for element in subject.body.iter():
        tree.strip(element, "class", "id", "itemprop")
    return subject.page()


@kind("Headline, date and text boxes all have new names.")
def article_boxes_renamed(subject: Subject) -> bytes:
    return _renamed(subject, 1.0, "h1, div:has(> h1) *, article, article *, main *")


def _reused(subject: Subject, box: str, place: str) -> bytes:
    """Give the text's names to another box."""
    names = {key: subject.text.get(key) for key in ("class", "id") if subject.text.get(key)}
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    (other,) = subject.elements(box)
    for key, value in names.items():
        other.set(key, str(value))
    if place == "before":
        tree.insert_before(subject.text, other)
    else:
        tree.insert_after(subject.text, other)
    return subject.page()


@kind("The text's name now means the summary above it.")
def name_reused_for_the_summary(subject: Subject) -> bytes:
    return _reused(subject, "<div><p>{{ description or say('teasers') }}</p></div>", "before")


@kind("The text's name now means the box of recommended stories.")
def name_reused_for_related(subject: Subject) -> bytes:
    box = (
        "<div><h4>{{ say('related') }}</h4>{% for n in range(4) %}<p><a href='/n{{ n }}'>"
        "{{ say('headlines') }}</a></p><p>{{ say('teasers') }}</p>{% endfor %}</div>"
    )
    return _reused(subject, box, "after")


@kind("The text's name now means the newsletter box.")
def name_reused_for_newsletter(subject: Subject) -> bytes:
    box = "<div><h4>Buletin Pagi</h4><p>{{ say('follow') }}</p><p>{{ say('sponsor') }}</p></div>"
    return _reused(subject, box, subject.rng.choice(("before", "after")))


@kind("The text's name now means the whole page.")
def name_reused_for_the_page(subject: Subject) -> bytes:
    names = {key: subject.text.get(key) for key in ("class", "id") if subject.text.get(key)}
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    for key, value in names.items():
        subject.body.set(key, str(value))
    return subject.page()


@kind("The caption has the text's name, the text the caption's.")
def names_swapped(subject: Subject) -> bytes | None:
    caption = tree.first(subject.root, ".detail-caption-img, figcaption, .caption")
    if caption is None or tree.first(subject.root, TEXT) is None:
        return None
    old = {key: subject.text.get(key) for key in ("class", "id")}
    for element, names in ((subject.text, {"class": caption.get("class")}), (caption, old)):
        tree.strip(element, "id")
        for key, value in names.items():
            if value:
                element.set(key, value)
    return subject.page()


@kind("The text is split: its second half follows in a box of another name.")
def second_half_in_another_box(subject: Subject) -> bytes | None:
    place = subject.gap()
    if place is None:
        return None
    (other,) = subject.elements('<div class="{{ name("body") }}"></div>')
    other.text, place.tail = place.tail, None
    other.extend(list(place.itersiblings()))
    tree.insert_after(subject.text, other)
    return subject.page()


@kind("Each paragraph became a box of its own, the old box is gone.")
def paragraphs_unwrapped(subject: Subject) -> bytes:
    lines = subject.elements(
        '{% for p in lines %}<div class="{{ name("box") }}">{{ p }}</div>{% endfor %}'
    )
    tree.replace(subject.text, lines)
    return subject.page()
