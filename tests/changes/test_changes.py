"""The suite of changes in short, and that the suite itself tells the truth."""

import html
import re
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from random import Random
from typing import Any, Final
from zlib import crc32

import pytest

from newsspider.extract import Page
from tests.changes import shares, tree
from tests.changes.judging import Judgement, judge
from tests.changes.kinds import GROUPS, Kind, Whereabouts, kinds
from tests.changes.subject import Facts, Subject
from tests.changes.sweep import changed, facts_of, judged
from tests.changes.wording import table

SEED: Final = 1
PAGES: Final = 3  # of each kind in the short run
MOST: Final = 0.75  # of the words of a paragraph, between which a change may put something
_ENDS: Final = re.compile(r"</(?:body|html)>", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\+u([0-9a-fA-F]{4})")


def changed_page(kind: Kind) -> tuple[Facts, bytes] | None:
    """Return the last article with a place for the change, after it."""
    for facts in reversed(facts_of(SEED)):
        if (body := changed(kind, facts, SEED)) is not None:
            return facts, body
    return None


def in_order(paragraph: str, seen: str) -> bool:
    """Whether most of the words of a paragraph are seen, each beside the next."""
    words = [tree.letters(word) for word in paragraph.split()]
    pairs = [one + other for one, other in pairwise(words)]
    return sum(pair in seen for pair in pairs) >= MOST * len(pairs)


@pytest.mark.parametrize("kind", kinds().values(), ids=str)
def test_a_change_leaves_the_text_where_it_says(kind: Kind) -> None:
    found = changed_page(kind)
    assert found is not None, "some article has a place for it"
    facts, body = found
    assert body != Subject(facts, Random(0)).page()
    assert changed(kind, facts, SEED) == body, "drawn again from the same seed"
    text = Page.from_bytes(URL, body, NOW).text.replace("\0", "")
    whole_tree = tree.parse(_ENDS.sub("", text))  # behind which lxml, unlike browsers, stops
    seen = tree.letters(tree.visible_text(whole_tree))
    source = tree.letters(html.unescape(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)))
    told = {facts.headline, facts.record["description"]}
    whole = [p for p in facts.paragraphs if p not in told and len(p) > 40]
    there = [tree.letters(paragraph) in source for paragraph in whole]
    shown = [tree.letters(paragraph) in seen for paragraph in whole]
    if kind.text is Whereabouts.VISIBLE:
        assert all(in_order(paragraph, seen) for paragraph in whole), facts.name
    elif kind.text in (Whereabouts.CARRIED, Whereabouts.BURIED):
        assert all(there), facts.name
        assert not all(shown), facts.name
    elif kind.text is Whereabouts.CUT:
        assert not all(shown), facts.name
    else:
        assert not any(there), facts.name


def test_another_seed_draws_other_pages() -> None:
    facts = facts_of(SEED)[-1]
    some = list(kinds().values())[::5]
    drawn = [(changed(kind, facts, 1), changed(kind, facts, 2)) for kind in some]
    assert sum(one == other for one, other in drawn) < len(drawn) / 2


def test_there_are_kinds_of_every_group() -> None:
    assert {kind.group for kind in kinds().values()} == set(GROUPS)
    assert all(kind.why.endswith(".") for kind in kinds().values())


def articles_of(name: str, count: int) -> Sequence[int]:
    """Return the numbers of the articles that a kind is tried on, told by its name alone."""
    facts = facts_of(SEED)
    return sorted(range(len(facts)), key=lambda n: crc32(f"{name}/{facts[n].name}".encode()))[
        :count
    ]


def short_run(names: Collection[str], count: int) -> Sequence[Judgement]:
    """Return the judgements on a few pages of each kind, which no other kind moves."""
    drawn: dict[int, list[str]] = {}
    for name in names:
        for case in articles_of(name, count):
            drawn.setdefault(case, []).append(name)
    return [judgement for case in sorted(drawn) for judgement in judged(SEED, drawn[case], case)]


def test_a_kind_that_joins_moves_no_other() -> None:
    names = list(kinds())[:40]
    few = {j.kind: j.case for j in short_run(names[:2], 1)}
    more = {j.kind: j.case for j in short_run(names[:4], 1)}
    assert few.items() <= more.items()
    assert len({articles_of(name, 1)[0] for name in names}) > 10, "kinds share the articles"


def test_faults_and_needless_alarms_within_bounds(subtests: pytest.Subtests) -> None:
    """The short run: one test, so that no second worker of the tests reads the same pages."""
    judgements = short_run(list(kinds()), PAGES)
    bounds = table("bounds")
    for group, bound in bounds["silent"].items():
        with subtests.test("silently wrong", group=group):
            found = [judgement for judgement in judgements if group in ("all", judgement.group)]
            assert shares.Shares(found).share("silent") <= bound, shares.worst(found, 12)
    for alarm in ("refused", "warned"):
        with subtests.test("needless alarms", alarm=alarm):
            needless = shares.Shares(judgements).needless(alarm)
            assert needless <= bounds[alarm]["all"], shares.worst(judgements, 12)


URL: Final = "https://nasional.sindonews.com/read/1731813/15/posko-sungai-1784618000"
PAGE: Final = """<html><head><title>Posko Sungai Buka</title></head><body><article>
<h1 class="detail-title">Posko Sungai Buka</h1>
<div class="detail-date-artikel">Selasa, 21 Juli 2026 - 14:45 WIB</div>
<div id="detail-desc">Posko di tepi sungai dibuka pagi ini.<br><br>Warga datang dengan perahu.</div>
</article></body></html>"""
NOW: Final = datetime(2026, 7, 22, tzinfo=UTC)
FACTS: Final = Facts(
    "posko",
    URL,
    PAGE,
    {"date_published": "2026-07-21T14:45:00+07:00", "headline": "Posko Sungai Buka"},
    ("Posko di tepi sungai dibuka pagi ini.", "Warga datang dengan perahu."),
)


@pytest.mark.parametrize(
    ("old", "new", "where", "outcome", "wrong"),
    [
        ("", "", Whereabouts.VISIBLE, "right", ()),
        ("", "", Whereabouts.GONE, "silent", ("body",)),
        ("dibuka pagi ini", "tutup karena banjir besar", Whereabouts.VISIBLE, "silent", ("body",)),
        ("Sungai Buka</h1>", "Sungai Tutup</h1>", Whereabouts.VISIBLE, "warned", ("headline",)),
        ("Sungai Buka", "Sungai Tutup", Whereabouts.VISIBLE, "silent", ("headline",)),
        ("14:45", "15:45", Whereabouts.VISIBLE, "silent", ("date",)),
        ("14:45 WIB", "", Whereabouts.VISIBLE, "warned", ("date",)),
        ("<body>", "<body></html><!--", Whereabouts.VISIBLE, "refused", ()),
    ],
)
def test_a_verdict_is_what_a_reader_would_say(
    old: str, new: str, where: Whereabouts, outcome: str, wrong: tuple[str, ...]
) -> None:
    kind = Kind("any", "gone", "Any.", where, (), lambda subject: None)
    page = Page.from_bytes(URL, b"", NOW)
    judgement = judge(kind, FACTS, PAGE.replace(old, new).encode(), frozenset(), page)
    assert (judgement.outcome, judgement.wrong) == (outcome, wrong)


def test_a_warning_without_ground_is_an_alarm() -> None:
    kind = Kind("any", "wire", "Any.", Whereabouts.VISIBLE, (), lambda subject: None)
    page = Page.from_bytes(URL, b"", NOW)
    body = PAGE.replace("</article></body></html>", "").encode()

    def alarm(known: Any = frozenset()) -> str:
        return judge(kind, FACTS, body, known, page).alarm

    assert (alarm(), alarm(frozenset({"body_incomplete"}))) == ("warned", "")
