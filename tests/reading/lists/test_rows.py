"""Headlines of the links in a list."""

import pytest

from newsspider.reading.html.parsing.parser import parse
from newsspider.reading.lists.rows import headline


@pytest.mark.parametrize(
    "link",
    [
        "<a href='/1'>Panen Raya Dimulai</a>",
        "<a href='/1'><h3>Panen Raya Dimulai</h3><p>Kabar</p></a>",
        "<a href='/1'><table><tr><td><img src='/f.jpg'></td><td>Panen Raya Dimulai</td></tr>"
        "</table>"
        "</a>",
        "<a href='/1'>\n<table><tr><td><h3>Panen Raya Dimulai</h3></td><td>2 jam lalu</td></tr>"
        "</table>"
        "</a>",
    ],
    ids=["text", "card", "table", "table-with-heading"],
)
def test_the_headline_of_a_link_is_found_whatever_it_holds(link: str) -> None:
    root, _ = parse(f"<html><body><ul><li>{link}</li></ul></body></html>".encode())
    assert root is not None
    assert headline(list(root.iter("a"))) == "Panen Raya Dimulai"


def test_a_table_with_links_of_its_own_is_no_card() -> None:
    source = b"<body><a href='/1'></a><table><tr><td><a href='/2'>Lain</a></td></tr></table></body>"
    root, _ = parse(source)
    assert root is not None
    assert headline(list(root.iter("a"))[:1]) is None
