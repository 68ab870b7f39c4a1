"""Whatever happens to a real page, `extract` gives a valid record or `NotAnArticle`.

`PROPERTY_EXAMPLES=20000 pytest tests/reading/test_properties.py` is the long form.
"""

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsspider.extract import Page
from newsspider.store.pages.fixtures import Fixture, folders
from tests.support import invariants

FOLDERS: Final = folders(Path(__file__).parents[2] / "fixtures" / "sindonews")
EXAMPLES: Final = int(os.environ.get("PROPERTY_EXAMPLES", "300"))
_TAG = re.compile(rb"<[^<>]{1,300}>")
_WORDS: Final = (
    b"detail-desc", b"detail-title", b"editor", b"paging", b"baca-inline", b"content", b"hidden",
    b"sindonews.com", b"datePublished", b"showpage=all", b"&#0;", b"&#xD800;", b"\xff", b"\0",
    b"<br>", b"<table><tr><td>", b"</div>", b"<!--", b"]]>", b"<script>", b"Baca juga: ", b"(",
)  # fmt: skip

Change = Callable[[bytes], bytes]
places = st.floats(0, 1, exclude_max=True)


@cache
def pages(number: int) -> tuple[Page, ...]:
    """All renderings of a saved page."""
    fixture = Fixture.load(FOLDERS[number])
    return fixture.page(), *fixture.more()


@cache
def tags(body: bytes) -> list[tuple[int, int]]:
    """Where the tags of a page are."""
    return [match.span() for match in _TAG.finditer(body)] or [(0, 0)]


def at(body: bytes, place: float) -> int:
    """An offset, given as a part of the whole."""
    return int(len(body) * place)


def tag_at(body: bytes, place: float) -> tuple[int, int]:
    """A tag, given as a part of all."""
    found = tags(body)
    return found[int(len(found) * place)]


def cut(place: float) -> Change:
    return lambda body: body[: at(body, place)]


def without(place: float, length: int) -> Change:
    return lambda body: body[: at(body, place)] + body[at(body, place) + length :]


def without_tag(place: float) -> Change:
    def change(body: bytes) -> bytes:
        start, end = tag_at(body, place)
        return body[:start] + body[end:]

    return change


def doubled_tag(place: float, times: int) -> Change:
    def change(body: bytes) -> bytes:
        start, end = tag_at(body, place)
        return body[:end] + body[start:end] * times + body[end:]

    return change


def renamed(place: float, name: bytes) -> Change:
    """Every tag or class of a name that stands at a place gets another."""

    def change(body: bytes) -> bytes:
        start, end = tag_at(body, place)
        names = re.findall(rb"[a-zA-Z][\w-]*", body[start:end])
        return body.replace(names[int(len(names) * place)], name) if names else body

    return change


def recoded(encoding: str) -> Change:
    return lambda body: body.decode("utf-8", "replace").encode(encoding, "xmlcharrefreplace")


def spliced(number: int, place: float, other: float) -> Change:
    def change(body: bytes) -> bytes:
        source = pages(number)[0].body
        return body[: at(body, place)] + source[at(source, other) :]

    return change


def filled(place: float, word: bytes, times: int) -> Change:
    return lambda body: body[: at(body, place)] + word * times + body[at(body, place) :]


numbers = st.integers(0, len(FOLDERS) - 1)
words = st.sampled_from(_WORDS)
changes = st.one_of(
    st.builds(cut, places),
    st.builds(without, places, st.integers(1, 2000)),
    st.builds(without_tag, places),
    st.builds(doubled_tag, places, st.integers(1, 300)),
    st.builds(renamed, places, words),
    st.builds(recoded, st.sampled_from(["utf-16", "utf-16-le", "cp1252", "latin-1", "utf-8-sig"])),
    st.builds(spliced, numbers, places, places),
    st.builds(filled, places, words, st.integers(1, 50)),
    st.builds(filled, places, st.binary(min_size=1, max_size=40), st.integers(1, 3)),
)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(numbers, st.lists(changes, min_size=1, max_size=4), st.sampled_from([None, "text/html"]))
def test_a_changed_page_gives_a_valid_record_or_is_refused(
    number: int, applied: list[Change], content_type: str | None
) -> None:
    page, *more = pages(number)
    body = page.body
    for change in applied:
        body = change(body)[: 1 << 20]

    invariants.read(Page.from_bytes(page.url, body, page.fetched_at, content_type), *more)


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(numbers, numbers, st.permutations(range(3)))
def test_pages_of_different_articles_are_not_mixed(one: int, other: int, order: list[int]) -> None:
    page, *rest = pages(one)
    more = [*rest, *pages(other), page]

    alone = invariants.read(page, *rest)
    mixed = invariants.read(page, *(more[index] for index in order if index < len(more)))

    if alone is not None and mixed is not None:
        assert mixed["headline"] == alone["headline"]
        assert mixed["id"] == alone["id"]


@settings(max_examples=EXAMPLES // 3, deadline=None)
@given(numbers, st.randoms())
def test_the_order_of_further_pages_does_not_matter(number: int, random: Random) -> None:
    page, *more = pages(number)
    shuffled = more * 2
    random.shuffle(shuffled)

    assert invariants.read(page, *shuffled) == invariants.read(page, *more)
