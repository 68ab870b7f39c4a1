"""Changes of the design: another system's markup, classes renamed, reused or gone."""

from functools import partial
from typing import Any

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "redesigned")


def dress(subject: Subject, column: str, **facts: object) -> None:
    """Put a theme's column in the old page, or a new page around it.

    `facts` take the place of those of the article.
    """
    figure = Markup(subject.draw(table("chrome")["figure"]))
    drawn = Markup(subject.draw(column, figure=figure, **facts))
    if subject.rng.random() < 0.5:
        page = subject.draw(table("chrome")["page"], column=drawn)
        tree.fill(subject.body, tree.fragment(page))
    elif subject.column.tag == "body":
        tree.fill(subject.body, tree.fragment(str(drawn)))
    else:
        tree.replace(subject.column, tree.fragment(f"<div>{drawn}</div>"))
    if subject.rng.random() < 0.3:
        subject.drop_json_ld()


def _themed(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes | None:
        if len(subject.facts.paragraphs) < entry.get("least", 1):
            return None
        dress(subject, entry["column"])
        return subject.page()

    return change


for _name, _entry in table("themes").items():
    add("redesigned", _name, _entry["why"], _themed(_entry), Whereabouts.VISIBLE)


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
