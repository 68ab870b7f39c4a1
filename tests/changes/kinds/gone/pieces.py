"""Changes that leave pieces of the text: its beginning, its end, parts of its paragraphs."""

import re
from functools import partial

from markupsafe import escape

from tests.changes import tree
from tests.changes.kinds.evidence.machine import add_json_ld
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z\"“])")


def _left(subject: Subject, lines: list[str], after: str = "") -> bytes:
    """Leave these paragraphs of the text, and draw something behind them."""
    marked = "".join(f"<p>{escape(line)}</p>" for line in lines)
    tree.fill(subject.text, [*tree.fragment(marked), *subject.elements(after)])
    return subject.page()


def _lines(subject: Subject) -> list[str]:
    return [str(line) for line in subject.lines(markup=False)]


@kind("A model retells the story: half a sentence of each paragraph.", Whereabouts.CUT)
def retold_by_a_model(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 3:
        return None
    return _left(subject, [f"{line.split(',')[0].rstrip('.')}." for line in lines[:3]])


@kind("A limit on letters takes the last sentence of long paragraphs.", Whereabouts.CUT)
def last_sentences_lost(subject: Subject) -> bytes | None:
    parts = [_SENTENCE_END.split(line) for line in _lines(subject)]
    if sum(len(part) > 1 for part in parts) < 2:
        return None
    return _left(subject, [" ".join(part[:-1] or part) for part in parts])


@kind("An endless page has loaded its first part; a sentinel waits below.", Whereabouts.CUT)
def first_part_of_an_endless_page(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    after = "<div class='{{ name('sentinel') }}' data-next='/api/isi/2' aria-hidden='true'></div>"
    return _left(subject, lines[: len(lines) // 2], after)


@kind("The rest is loaded on a tap on a box that is no link.", Whereabouts.CUT)
def rest_on_a_tap(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    after = (
        "<div role='button' tabindex='0' onclick='muat()'>{{ pick(['Ketuk untuk lanjut',"
        " 'Tampilkan sisanya', 'Buka seluruh artikel', 'Muat lebih banyak']) }}</div>"
    )
    return _left(subject, lines[: len(lines) // 2], after)


@kind("A meter says how many of the paragraphs are shown.", Whereabouts.CUT)
def preview_with_a_meter(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    after = f"<p>Anda membaca pratinjau: 2 dari {len(lines)} paragraf.</p>"
    return _left(subject, lines[:2], after)


@kind("A script turns the pages: dots and arrows below the first.", Whereabouts.CUT)
def pages_turned_by_arrows(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    after = (
        "<div class='{{ name('pager') }}'><span data-go='prev'>‹</span><span class='on'>1</span>"
        "<span>2</span><span>3</span><span data-go='next'>›</span></div>"
    )
    return _left(subject, lines[: len(lines) // 2], after)


@kind("A box to choose the page stands below the first.", Whereabouts.CUT)
def pages_in_a_choice(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    after = (
        "<form><label>Halaman <select>{% for n in [1, 2, 3] %}<option value='{{ n }}'>Halaman"
        " {{ n }} dari 3</option>{% endfor %}</select></label></form>"
    )
    return _left(subject, lines[: len(lines) // 2], after)


@kind("A theme prints the text from its second page on.", Whereabouts.CUT)
def first_half_lost(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    return _left(subject, lines[len(lines) // 2 :]) if len(lines) > 3 else None


@kind("Each paragraph is cut at a number of words, without a sign.", Whereabouts.CUT)
def paragraphs_cut_at_a_word(subject: Subject) -> bytes | None:
    words = [line.split() for line in _lines(subject)]
    most = subject.rng.randint(11, 16)
    if sum(len(line) > most for line in words) < 2:
        return None
    return _left(subject, [" ".join(line[:most]) for line in words])


@kind("Quotations are for subscribers: a grey bar stands for each.", Whereabouts.CUT)
def quotations_withheld(subject: Subject) -> bytes | None:
    lines = _lines(subject)
    if not any("“" in line or '"' in line for line in lines):
        return None
    return _left(subject, [re.sub(r"[\"“][^\"“”]{12,}[\"”]", "▇▇▇▇▇▇", line) for line in lines])


def _stating(subject: Subject, **said: object) -> bytes | None:
    """Leave the first half of the text, with JSON-LD that says more of the whole."""
    lines = _lines(subject)
    if len(lines) < 4:
        return None
    subject.drop_json_ld()
    block = {
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
    }
    add_json_ld(subject, block | said)
    return _left(subject, lines[: len(lines) // 2])


@kind("Half of the text is there; JSON-LD counts the words of all of it.", Whereabouts.CUT)
def half_of_the_words_counted(subject: Subject) -> bytes | None:
    return _stating(subject, wordCount=len(" ".join(_lines(subject)).split()))


@kind("Half of the text is there; JSON-LD has three quarters of its words.", Whereabouts.CUT)
def half_of_what_json_ld_has(subject: Subject) -> bytes | None:
    words = " ".join(_lines(subject)).split()
    return _stating(subject, articleBody=" ".join(words[: len(words) * 3 // 4]))
