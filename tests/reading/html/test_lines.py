"""One-line texts as a reader sees them, whatever markup stands within."""

import pytest
from lxml.html import fromstring

from newsspider.reading.html.lines import Visibility, line_of, line_of_markup
from newsspider.reading.text import clean


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("<h1>Panen<br>garam</h1>", "Panen garam"),
        ("<h1>Panen<br/>\ngaram</h1>", "Panen garam"),
        ("<div><p>Panen</p><p>garam</p></div>", "Panen garam"),
        ("<h1><div>Panen</div>garam</h1>", "Panen garam"),
        ("<ul><li>Panen</li><li>garam</li></ul>", "Panen garam"),
        ("<table><tr><td>Panen</td><td>garam</td></tr></table>", "Panen garam"),
        ("<dl><dt>Panen</dt><dd>garam</dd></dl>", "Panen garam"),
        ('<h1><span style="display:block">Panen</span>garam</h1>', "Panen garam"),
        ('<h1><span style="color:red; DISPLAY : flex">Panen</span>garam</h1>', "Panen garam"),
        ("<h1>Pa<b>nen</b> ga<i>ram</i></h1>", "Panen garam"),
        ("<h1>Panen<wbr>garam</h1>", "Panengaram"),
        ("<h1>Panen <script>muat('x')</script>garam</h1>", "Panen garam"),
        ("<h1>Panen <style>h1{color:red}</style>garam</h1>", "Panen garam"),
        ("<h1>Panen <template><b>contoh</b></template>garam</h1>", "Panen garam"),
        ("<h1>Panen <noscript>aktifkan</noscript>garam</h1>", "Panen garam"),
        ("<h1>Panen <svg><title>Ikon</title><text>7</text></svg>garam</h1>", "Panen garam"),
        ("<h1>Panen <button>Bagikan</button>garam</h1>", "Panen garam"),
        ("<h1>Panen <select><option>A</option></select>garam</h1>", "Panen garam"),
        ("<h1>Panen <span hidden>lama</span>garam</h1>", "Panen garam"),
        ('<h1>Panen <i style="display : none !important">lama</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="visibility:hidden">lama</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="visibility:collapse">lama</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="width:1px;clip:rect(0 0 0 0)">lama</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="clip: rect(1px, 1px, 1px, 1px)">a</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="clip-path:inset(50%)">lama</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="position:absolute;left:-9999px">a</i>garam</h1>', "Panen garam"),
        ('<h1>Panen <i style="margin-left:-4px;left:-12px">garam</i></h1>', "Panen garam"),
        ('<h1>Panen <i style="clip:rect(0,90px,40px,0)">garam</i></h1>', "Panen garam"),
        ('<h1>Panen <span class="x sr-only">Judul:</span>garam</h1>', "Panen garam"),
        ("<h1>Panen <b hidden>a<i>b</i>c</b><i>garam</i></h1>", "Panen garam"),
        ("<h1 hidden>Panen garam</h1>", ""),
        ("<h1 hidden>Panen <i>garam</i></h1>", ""),
        ("<h1></h1>", ""),
    ],
)
def test_an_element_says_what_a_reader_sees(markup: str, seen: str) -> None:
    assert clean(line_of(fromstring(markup))) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Panen<br>garam", "Panen garam"),
        ("<p>Panen</p><p>garam</p>", "Panen garam"),
        ("&lt;p&gt;Panen&lt;/p&gt;garam", "Panen garam"),
        ("Panen <b class='x'>garam</b>", "Panen garam"),
        ("<![CDATA[Panen garam]]>", "Panen garam"),
        ("&lt;![CDATA[Panen garam]]&gt;", "Panen garam"),
        ("&amp;lt;![CDATA[Panen garam]]&amp;gt;", "Panen garam"),
        ("<![CDATA[Panen garam", "Panen garam"),
        ("Panen <!-- lama -->garam", "Panen garam"),
        ("Panen <script>muat()</script>garam", "Panen garam"),
        ("Panen &amp;quot;garam&amp;quot;", 'Panen "garam"'),
        ("Lagu <Rindu> & 3 < 5", "Lagu <Rindu> & 3 < 5"),
    ],
)
def test_markup_in_a_string_says_what_a_reader_sees(text: str, seen: str) -> None:
    assert clean(line_of_markup(text)) == seen


def test_what_stands_in_a_hidden_box_is_not_shown() -> None:
    tree = fromstring(
        "<div><a>1</a><div hidden><p><a>2</a></p><a>3</a></div><template><a>4</a></template>"
        "<p><a>5</a><a style='display:none'>6</a></p></div>"
    )

    visibility = Visibility()
    for _ in range(2):  # what was asked once is remembered
        assert [link.text for link in visibility.shown(tree.iter("a"))] == ["1", "5"]


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p><span>Petani di Rembang</span><span>Dok. Koperasi</span></p>", "Rembang Dok"),
        ("<p>Petani di Rembang<small>Foto: Antara</small></p>", "Rembang Foto"),
        ("<p><b>P</b>etani di Rembang</p>", "Petani di Rembang"),
        ("<p>SINDO<b>news</b></p>", "SINDOnews"),
    ],
)
def test_neighbours_that_a_style_sheet_parts_are_no_one_word(markup: str, line: str) -> None:
    assert line in line_of(fromstring(markup))


def test_of_headings_never_ended_the_outer_ones_are_read() -> None:
    page = fromstring("<div>" + "<h1>Panen <i>raya</i> " * 100 + "</div>")
    shown = list(Visibility().shown(page.iter("h1")))
    assert [line_of(one)[:10] for one in shown] == ["Panen raya"] * 8


def test_a_heading_of_its_own_is_read_however_many_there_are() -> None:
    page = fromstring("<div>" + "<h2>Panen <i>raya</i></h2>" * 20 + "</div>")
    assert len(list(Visibility().shown(page.iter("h2")))) == 20
