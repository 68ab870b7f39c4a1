"""What a browser does not show."""

import pytest
from lxml.html import fromstring

from newsspider.reading.html.display import is_hidden


@pytest.mark.parametrize(
    ("box", "hidden"),
    [
        ("<p style='font-size:0'>lama</p>", True),
        ("<p style='color:red; font-size: 0px !important'>lama</p>", True),
        ("<div style='font-size:0'><p>lama</p></div>", True),
        ("<p style='opacity:0;height:0;overflow:hidden'>lama</p>", True),
        ("<div style='font-size:0'><p style='font-size:16px'>baru</p></div>", False),
        ("<div style='font-size:0'><p class='text'>baru</p></div>", False),
        ("<p style='font-size:0.9em'>baru</p>", False),
        ("<p style='opacity:0'>baru</p>", False),
        ("<p style='height:0'>baru</p>", False),
    ],
)
def test_what_a_style_leaves_no_size_or_ink_is_hidden(box: str, hidden: bool) -> None:
    assert is_hidden(fromstring(box)) is hidden
