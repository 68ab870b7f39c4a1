"""What of a box a reader can read without following a link."""

import pytest
from lxml.html import fromstring

from newsspider.reading.finder.text_lines import has_bare_text, lines

_SENTENCE = "Kapal listrik rakitan nelayan Muncar melaut pada Senin pagi."


@pytest.mark.parametrize(
    ("box", "has"),
    [
        (f"<div>{_SENTENCE}</div>", True),
        (f"<div><p>Kapal <b>listrik</b> rakitan</p><br>{_SENTENCE}</div>", True),
        (f"<div><p><a href='#kutipan'>{_SENTENCE}</a></p></div>", True),
        (f"<div><ul><li><a href='/2'>{_SENTENCE}</a></li></ul> 3 jam</div>", False),
        (f"<div><script>{_SENTENCE}</script><nav>{_SENTENCE}</nav></div>", False),
        (f"<div><b>Lain</b><i>{_SENTENCE}</i></div>", False),
    ],
    ids=["own", "behind-parts", "link-to-itself", "links", "unread", "in-what-is-left-out"],
)
def test_bare_text_is_what_no_link_holds(box: str, has: bool) -> None:
    element = fromstring(box)
    assert has_bare_text(element, 40, without=next(element.iter("i"), None)) is has


def test_the_lines_of_a_known_block_are_taken_where_it_stands() -> None:
    box = fromstring(f"<div>Satu<p>{_SENTENCE}</p>tiga</div>")
    known = lines(box[0])
    said = lines(box, known={box[0]: known})
    assert [line.text for line in said] == ["Satu", _SENTENCE, "tiga"]
    assert said[1] is known[0]


def test_what_stands_around_the_headline_is_looked_at_whatever_its_tag() -> None:
    box = fromstring(f"<div><footer>{_SENTENCE}</footer></div>")
    assert not has_bare_text(box, 40)
    assert has_bare_text(box, 40, around=[box[0]])
