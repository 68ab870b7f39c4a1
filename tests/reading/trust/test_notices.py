"""Notices in place of an article, by the reason they give."""

import pytest

from newsspider.reading.trust.notices import notice


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Centang kotak ini bila Anda bukan robot.", "block_page"),
        ("Masuk untuk melanjutkan membaca artikel ini.", "paywall"),
        ("Warning: Undefined index: isi in /www/berita.php on line 12", "server_error"),
        ("Nyalakan JavaScript pada peramban Anda.", "notice"),
        ("{{ berita.isi }}", "notice"),
    ],
)
def test_a_notice_tells_its_reason(text: str, reason: str) -> None:
    assert notice([text]) == reason


def test_an_article_tells_none() -> None:
    assert notice(["Panen raya dimulai di tiga desa.", "Warga bergotong royong."]) is None


def test_a_long_text_about_captchas_is_no_notice() -> None:
    assert notice(["Captcha makin sukar dibaca mesin, kata peneliti itu."] * 40) is None
