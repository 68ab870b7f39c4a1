"""What stands behind the initials that close a text."""

from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.foreign.behind_the_signature import signed_part

_CLAIMS = Claims("Posko Sungai Buka")
_OPENING = "Posko sungai buka sejak pagi ini di Muara."
_END = "Petugas menyiapkan perahu karet untuk warga lanjut usia."


def test_what_stands_behind_the_initials_of_a_text_is_none_of_it() -> None:
    comment = "ratna_w Dulu di kampung saya sudah dicoba dan gagal."
    assert signed_part([_OPENING, f"{_END} (abc)", comment], _CLAIMS) == ([_OPENING, _END], "abc")


def test_a_text_that_goes_on_with_its_matter_is_left_whole() -> None:
    assert signed_part([f"{_OPENING} (abc)", f"{_END} Posko sungai penuh."], _CLAIMS) is None


def test_a_text_that_comes_again_is_left_whole() -> None:
    assert signed_part([_OPENING, f"{_END} (abc)", f"{_END} (abc)"], _CLAIMS) is None


def test_initials_at_the_end_part_nothing() -> None:
    assert signed_part([_OPENING, f"{_END} (abc)"], _CLAIMS) is None
