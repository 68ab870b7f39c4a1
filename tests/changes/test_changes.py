"""The suite of changes in short, and that the suite itself tells the truth."""

import html
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

import pytest

from newsspider.extract import Page
from tests.changes import table, tree
from tests.changes.kinds import GROUPS, Kind, Text, kinds
from tests.changes.run import changed, facts_of, judged
from tests.changes.subject import Facts
from tests.changes.verdict import Verdict, judge
from tests.changes.wording import table as data

SEED: Final = 1
EVERY: Final = 13  # of the articles, so that the whole takes less than a minute
_ENDS: Final = re.compile(r"</(?:body|html)>", re.IGNORECASE)
_ESCAPED: Final = re.compile(r"\\+u([0-9a-fA-F]{4})")


def pages(kind: Kind, wanted: int) -> list[tuple[Facts, bytes]]:
    """Return the first articles with a place for the change, after it."""
    found: list[tuple[Facts, bytes]] = []
    for facts in reversed(facts_of(SEED)):
        if len(found) < wanted and (body := changed(kind, facts, SEED)) is not None:
            found.append((facts, body))
    return found


@pytest.mark.parametrize("kind", kinds().values(), ids=str)
def test_a_change_leaves_the_text_where_it_says(kind: Kind) -> None:
    found = pages(kind, 2)
    assert found, "some article has a place for it"
    for facts, body in found:
        assert body != facts.html.encode()
        text = body.decode("utf-16" if body.startswith(b"\xff\xfe") else "utf-8")
        whole_tree = tree.parse(_ENDS.sub("", text))  # behind which lxml, unlike browsers, stops
        seen = tree.letters(tree.visible_text(whole_tree))
        source = tree.letters(html.unescape(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text)))
        told = {facts.headline, facts.record["description"]}
        whole = [tree.letters(p) for p in facts.paragraphs if p not in told and len(p) > 40]
        there = [paragraph in source for paragraph in whole]
        shown = [paragraph in seen for paragraph in whole]
        if kind.text is Text.VISIBLE:
            assert all(shown), facts.name
        elif kind.text in (Text.CARRIED, Text.BURIED):
            assert all(there), facts.name
            assert not all(shown), facts.name
        elif kind.text is Text.CUT:
            assert not all(shown), facts.name
        else:
            assert not any(there), facts.name


@pytest.mark.parametrize("kind", kinds().values(), ids=str)
def test_the_same_seed_draws_the_same_page(kind: Kind) -> None:
    ((facts, body),) = pages(kind, 1)
    assert changed(kind, facts, SEED) == body


def test_another_seed_draws_other_pages() -> None:
    facts = facts_of(SEED)[-1]
    drawn = [(changed(kind, facts, 1), changed(kind, facts, 2)) for kind in kinds().values()]
    assert sum(one == other for one, other in drawn) < len(drawn) / 4


def test_there_are_kinds_of_every_group() -> None:
    assert {kind.group for kind in kinds().values()} == set(GROUPS)
    assert all(kind.why.endswith(".") for kind in kinds().values())


@cache
def verdicts() -> Sequence[Verdict]:
    """Return the verdicts of the short run."""
    cases = range(0, len(facts_of(SEED)), EVERY)
    return [verdict for case in cases for verdict in judged(SEED, list(kinds()), case)]


@pytest.mark.parametrize("group", data("bounds")["silent"])
def test_silently_wrong_within_bounds(group: str) -> None:
    found = [verdict for verdict in verdicts() if group in ("all", verdict.group)]
    worst = table.worst(found, 12)
    assert table.Figures(found).share("silent") <= data("bounds")["silent"][group], worst


@pytest.mark.parametrize("alarm", ["refused", "warned"])
def test_needless_alarms_within_bounds(alarm: str) -> None:
    figures = table.Figures(verdicts())
    assert figures.needless(alarm) <= data("bounds")[alarm]["all"], table.worst(verdicts(), 12)


URL: Final = "https://nasional.sindonews.com/read/1731813/15/posko-sungai-1784618000"
PAGE: Final = """<html><head><title>Posko Sungai Buka</title></head><body><article>
<h1 class="detail-title">Posko Sungai Buka</h1>
<div class="detail-date-artikel">Selasa, 21 Juli 2026 - 14:45 WIB</div>
<div id="detail-desc">Posko di tepi sungai dibuka pagi ini.<br><br>Warga datang dengan perahu.</div>
</article></body></html>"""
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
        ("", "", Text.VISIBLE, "right", ()),
        ("", "", Text.GONE, "silent", ("body",)),
        ("dibuka pagi ini", "tutup karena banjir besar", Text.VISIBLE, "silent", ("body",)),
        ("Sungai Buka</h1>", "Sungai Tutup</h1>", Text.VISIBLE, "silent", ("headline",)),
        ("14:45", "15:45", Text.VISIBLE, "silent", ("date",)),
        ("14:45 WIB", "", Text.VISIBLE, "warned", ("date",)),
        ("<body>", "<body></html><!--", Text.VISIBLE, "refused", ()),
    ],
)
def test_a_verdict_is_what_a_reader_would_say(
    old: str, new: str, where: Text, outcome: str, wrong: tuple[str, ...]
) -> None:
    kind = Kind("any", "gone", "Any.", where, (), lambda subject: None)
    page = Page.from_bytes(URL, b"", datetime(2026, 7, 22, tzinfo=UTC))
    verdict = judge(kind, FACTS, PAGE.replace(old, new).encode(), frozenset(), page)
    assert (verdict.outcome, verdict.wrong) == (outcome, wrong)


def test_a_warning_without_ground_is_an_alarm() -> None:
    kind = Kind("any", "wire", "Any.", Text.VISIBLE, (), lambda subject: None)
    page = Page.from_bytes(URL, b"", datetime(2026, 7, 22, tzinfo=UTC))
    body = PAGE.replace("</article></body></html>", "").encode()

    def alarm(known: Any = frozenset()) -> str:
        return judge(kind, FACTS, body, known, page).alarm

    assert (alarm(), alarm(frozenset({"body_incomplete"}))) == ("warned", "")
