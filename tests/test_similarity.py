"""Sketches: what they do not see, how well they estimate, what is and is not the same story."""

import random
import re
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.duplicates import edits, families
from benchmarks.duplicates.texts import Text, news
from newsspider.similarity import (
    LEAST_RATIO,
    Sketch,
    figures,
    near,
    shingles,
    similarity,
    sketch,
    words,
)

WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789é", min_size=1, max_size=8)
WORDS = st.lists(WORD, max_size=60)
GAP = st.sampled_from([" ", "  ", "\n\n", "\u00a0", ", ", " – ", "... ", "“", "” (", "/"])


def sketched(text: Text) -> Sketch:
    return sketch(text.headline, text.body)[0]


def jaccard(one: Text, other: Text) -> float:
    sets = [shingles(words(text.headline), words(text.body)) for text in (one, other)]
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


@given(headline=WORDS, body=WORDS, data=st.data())
def test_case_white_space_and_punctuation_change_nothing(
    headline: list[str], body: list[str], data: st.DataObject
) -> None:
    def printed(words: list[str]) -> str:
        gaps = data.draw(st.lists(GAP, min_size=len(words), max_size=len(words)))
        upper = data.draw(st.booleans())
        text = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
        return text.upper() if upper else text

    plain = sketch(" ".join(headline), " ".join(body))
    assert sketch(printed(headline), printed(body)) == plain


@given(headline=WORDS, body=WORDS)
def test_a_text_is_wholly_like_itself_unless_it_has_no_words(
    headline: list[str], body: list[str]
) -> None:
    one, keys = sketch(" ".join(headline), " ".join(body))
    assert similarity(one, one) == (1.0 if headline or body else 0.0)
    assert bool(keys) == bool(headline or body)
    assert all(-(1 << 31) <= key < 1 << 31 for key in keys)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 1 << 32))
def test_the_estimate_is_within_five_standard_errors(seed: int) -> None:
    rng = random.Random(seed)
    one = news(rng, "a")
    other = edits.edited(rng, one)
    estimate = similarity(sketched(one), sketched(other))
    assert abs(estimate - jaccard(one, other)) <= 5 * 0.024
    assert estimate == similarity(sketched(other), sketched(one))


def test_estimates_are_unbiased_and_close_on_the_whole() -> None:
    rng = random.Random(6)
    errors = []
    for n in range(400):
        one = news(rng, str(n))
        other = edits.edited(rng, one)
        errors.append(similarity(sketched(one), sketched(other)) - jaccard(one, other))
    assert abs(sum(errors) / len(errors)) < 0.004
    assert (sum(error * error for error in errors) / len(errors)) ** 0.5 < 0.02


@pytest.mark.parametrize("edit", edits.EDITS, ids=lambda edit: edit.__name__)
def test_an_edited_text_with_a_jaccard_above_the_least_is_near(edit: edits.Edit) -> None:
    rng = random.Random(20)
    pairs = [(one, edit(rng, one)) for one in (news(rng, str(n)) for n in range(80))]
    due = [(one, other) for one, other in pairs if jaccard(one, other) >= 0.82]
    missed = sum(near(sketched(one), sketched(other)) is None for one, other in due)
    assert len(due) > 10
    assert missed <= 0.02 * len(due) + 1


@pytest.mark.parametrize("family", families.SINGLE, ids=lambda family: family.__name__)
def test_look_alikes_are_not_near(family: families.Family) -> None:
    rng = random.Random(31)
    texts = [family(rng, str(n)) for n in range(60)]
    kept = [(sketched(text), text.story) for text in texts]
    joined = [
        (here, there)
        for n, (one, here) in enumerate(kept)
        for other, there in kept[:n]
        if here != there and near(one, other) is not None
    ]
    assert not joined


def test_a_live_report_that_has_grown_is_another_text() -> None:
    rng = random.Random(8)
    for n in range(40):
        told = [sketched(text) for text in families.live_report(rng, str(n))]
        assert all(near(one, other) is None for one, other in pairwise(told))


PRAYER = (
    "Berikut jadwal salat untuk wilayah Bandung dan sekitarnya yang dikutip dari laman resmi. "
    "Subuh pukul {}. Zuhur pukul {}. Asar pukul {}. Magrib pukul {}. Isya pukul {}. Jadwal ini "
    "dapat berbeda beberapa menit dengan wilayah lain, sehingga pembaca dianjurkan mengikuti azan "
    "dari masjid terdekat. Sebelum salat, pastikan badan, pakaian, dan tempat salat suci dari "
    "najis. Salat berjamaah dianjurkan karena pahalanya berlipat dibandingkan salat sendirian. "
    "Semoga jadwal ini membantu menjaga salat tepat waktu di tengah kesibukan sehari-hari."
)


def test_one_frame_with_other_figures_is_another_text_however_alike() -> None:
    monday = sketch(
        "Jadwal Salat Bandung", PRAYER.format("04.11", "11.41", "15.02", "17.52", "19.06")
    )[0]
    tuesday = sketch(
        "Jadwal Salat Bandung", PRAYER.format("04.12", "11.42", "15.03", "17.52", "19.07")
    )[0]
    assert similarity(monday, tuesday) > 0.7
    assert near(monday, tuesday) is None


def test_a_corrected_figure_leaves_the_text_the_same() -> None:
    rng = random.Random(3)
    body = news(rng, "a").body
    toll = sketch("Gempa Guncang Palu", f"Sebanyak 12 orang tewas. {body}")[0]
    right = sketch("Gempa Guncang Palu", f"Sebanyak 13 orang tewas. {body}")[0]
    assert near(toll, right)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harga Emas Hari Ini, Senin 7 Februari 2022", "Harga Emas Hari Ini, Selasa 8 Maret 2022"),
        ("Update Gempa: 12 Orang Tewas", "Update Gempa: 46 Orang Tewas"),
    ],
)
def test_a_headline_with_other_figures_or_dates_is_another_edition(one: str, other: str) -> None:
    body = news(random.Random(4), "a").body
    assert similarity(sketch(one, body)[0], sketch(other, body)[0]) > 0.9
    assert near(sketch(one, body)[0], sketch(other, body)[0]) is None
    assert near(sketch(one, body)[0], sketch("Sepuluh Kabar Pagi", body)[0])


def test_the_size_decides_where_the_estimate_cannot() -> None:
    whole = Sketch(100, bytes(128), b"", 0)
    assert near(whole, Sketch(round(100 * LEAST_RATIO), bytes(128), b"", 0)) == 1.0
    assert near(whole, Sketch(round(100 * LEAST_RATIO) - 1, bytes(128), b"", 0)) is None


def test_more_figures_than_are_kept_are_compared_by_sample() -> None:
    rng = random.Random(5)
    prices = [str(rng.randint(1000, 99999)) for _ in range(200)]
    lines = [f"Harga barang ke-{n} adalah {price} rupiah" for n, price in enumerate(prices)]
    others = [
        f"Harga barang ke-{n} adalah {int(price) + 7} rupiah" for n, price in enumerate(prices)
    ]
    one, same = (
        sketch("Daftar harga", " ".join(lines))[0],
        sketch("Daftar harga", " ".join(lines[2:]))[0],
    )
    other = sketch("Daftar harga", " ".join(others))[0]
    assert len(one.figures) == 64
    assert near(one, same)
    assert near(one, other) is None


def test_figures_that_only_punctuation_parts_are_one() -> None:
    assert figures(words("Rp1.000.000, 04.20 WIB dan 2-1")) == ["rp1 000 000 04 20", "2 1"]


@given(st.text(alphabet=st.characters() | st.sampled_from("“”‘’–—_. 1aÉ½\u00a0")))
def test_words_are_the_runs_of_letters_and_digits(text: str) -> None:
    folded = normalize("NFKC", text).casefold()
    assert words(text) == re.findall(r"[^\W_]+", folded)
