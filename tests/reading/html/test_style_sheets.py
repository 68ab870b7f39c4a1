"""What the style sheets of a page itself hide."""

import pytest

from newsspider.reading.html.style_sheets import hidden_classes


@pytest.mark.parametrize(
    ("sheet", "hidden"),
    [
        ("p.decoy { color: red; DISPLAY : none }", {"decoy"}),
        (".a{visibility:hidden}.b{display:block}", {"a"}),
        ("/* .a{display:none} */ .b{display:none}", {"b"}),
        ("@media (max-width: 9em){.a{display:none}} .b{display:none}", {"b"}),
        (".menu .a{display:none} .open>.b{display:none} #c{display:none}", set()),
        (".a{position:absolute;left:-9999px}.b{left: -5000em}.c{margin-left:-9999px}", {"a", "b"}),
        (".a{display:none", set()),
        ("}}}.a{display:none}", {"a"}),
    ],
)
def test_classes_that_are_hidden_everywhere(sheet: str, hidden: set[str]) -> None:
    assert hidden_classes([sheet]) == hidden


@pytest.mark.parametrize("piece", ["@a", "{", "display:none ", "/*", "/* ", ".a,", "@media x{.a{"])
def test_no_sheet_holds_up_the_reader(piece: str) -> None:
    assert hidden_classes(["display:none" + piece * (180_000 // len(piece))]) == frozenset()
